package org.sekisho.web.api;

import org.sekisho.checkout.Checkout;
import org.sekisho.devices.ReceiptPictures;
import org.sekisho.gate.view.GateView;
import org.sekisho.identity.Operators;
import org.sekisho.receipts.Receipts;
import org.sekisho.store.Home;

/** The services that calls use. */
public record Services(
        Home home,
        Operators operators,
        Checkout checkout,
        Receipts receipts,
        ReceiptPictures pictures,
        GateView gate) {}
