package org.sekisho.web.api;

import java.util.Optional;
import org.sekisho.checkout.CashDesk;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.ExceptionReports;
import org.sekisho.checkout.Reports;
import org.sekisho.checkout.Reprints;
import org.sekisho.checkout.Vouchers;
import org.sekisho.devices.ReceiptPictures;
import org.sekisho.gate.view.GateView;
import org.sekisho.identity.Operators;
import org.sekisho.identity.Pins;
import org.sekisho.journal.Anchors;
import org.sekisho.receipts.Receipts;
import org.sekisho.store.Home;

/**
 * The services that calls use.
 *
 * @param pins empty where the integrator listed none
 */
public record Services(
        Home home,
        Operators operators,
        Optional<Pins> pins,
        Checkout checkout,
        CashDesk cashDesk,
        Vouchers vouchers,
        Reprints reprints,
        Reports reports,
        Anchors anchors,
        ExceptionReports exceptions,
        Receipts receipts,
        ReceiptPictures pictures,
        GateView gate) {}
