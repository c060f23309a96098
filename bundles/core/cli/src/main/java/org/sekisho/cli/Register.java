package org.sekisho.cli;

import org.sekisho.catalogue.Catalogue;
import org.sekisho.checkout.CashDesk;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.ExceptionReports;
import org.sekisho.checkout.Reports;
import org.sekisho.checkout.Reprints;
import org.sekisho.checkout.Training;
import org.sekisho.checkout.Vouchers;
import org.sekisho.customers.Customers;
import org.sekisho.extensions.Extensions;
import org.sekisho.extensions.Vetting;
import org.sekisho.gate.view.GateView;
import org.sekisho.identity.ApproverKeys;
import org.sekisho.identity.OneTimeCodes;
import org.sekisho.identity.Operators;
import org.sekisho.identity.RoleRights;
import org.sekisho.inspection.Inspection;
import org.sekisho.journal.Anchors;
import org.sekisho.journal.Journal;
import org.sekisho.journal.JournalSearch;
import org.sekisho.receipts.Receipts;
import org.sekisho.storage.Backups;
import org.sekisho.storage.Database;
import org.sekisho.storage.Renewal;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.VaultSetup;
import org.sekisho.store.Home;

/** The services that commands call. */
record Register(
        Home home,
        VaultSetup vaultSetup,
        Renewal renewal,
        Backups backups,
        Database database,
        Journal journal,
        Anchors anchors,
        JournalSearch journalSearch,
        Catalogue catalogue,
        Operators operators,
        OneTimeCodes codes,
        RoleRights roleRights,
        Checkout checkout,
        Training training,
        CashDesk cashDesk,
        Vouchers vouchers,
        Customers customers,
        Reports reports,
        Reprints reprints,
        ExceptionReports exceptions,
        Receipts receipts,
        Inspection inspection,
        Vetting vetting,
        Extensions extensions,
        ApproverKeys approverKeys,
        GateView gate,
        DatabaseNotices notices,
        PageOffer page,
        IntegratorSide integrator) {

    /** Opens the database and writes down what was noticed and refused before it was open. */
    void open() throws StorageFault {
        database.open();
        notices.journal(journal);
        Refusals.journalWaiting(this);
    }
}
