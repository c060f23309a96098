package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.checkout.ReceiptPaper;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.Reprints;
import org.sekisho.checkout.StepFault;
import org.sekisho.checkout.books.PostVoids;
import org.sekisho.checkout.books.ReceiptCopies;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;

/** Prints receipts again: counted and journalled in one transaction, then printed. */
@Component
public final class CopyDesk implements Reprints {

    private final Database database;
    private final Journal journal;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ReceiptPaper paper;

    @Activate
    public CopyDesk(@Reference Database database, @Reference Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    @Override
    public Reprint reprint(Operator operator, Optional<Operator> approver, ReceiptNumber receipt, String reason)
            throws CheckoutRefusal, StorageFault {
        Optional<String> approved = new Authority(operator, approver).require(Permission.REPRINT);
        if (reason.length() > Limits.REASON) {
            throw new CheckoutRefusal(Refusal.REASON_MISSING, Limits.REASON);
        }
        database.open();
        ClosedSale sale = new SaleArchive(database, journal, receipt.lane())
                .find(receipt)
                .orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_RECEIPT, receipt));
        ReceiptPaper printer = paper;
        if (printer == null) {
            throw new CheckoutRefusal(Refusal.COPY_NOT_PRINTED, receipt, "no receipt printer is set up");
        }
        ReceiptMark mark = database.transact(tx -> {
            long copy = ReceiptCopies.next(tx, receipt);
            Fact reprinted = new Fact("ReceiptReprinted", 1, operator.name(), details(receipt, copy));
            if (!reason.isBlank()) {
                reprinted.details().addProperty("reason", PlainText.of(reason));
            }
            journal.append(tx, SaleFacts.approved(reprinted, approved));
            return ReceiptMark.copy(copy, PostVoids.find(tx, receipt));
        });
        print(printer, new Reprint(sale, mark), operator);
        return new Reprint(sale, mark);
    }

    private void print(ReceiptPaper printer, Reprint reprint, Operator operator) throws CheckoutRefusal, StorageFault {
        ReceiptNumber receipt = reprint.sale().receiptNumber();
        try {
            printer.print(reprint.sale(), reprint.mark());
        } catch (StepFault e) {
            String why = PlainText.of(String.valueOf(e.getMessage()));
            JsonObject details = details(receipt, reprint.mark().copy());
            details.addProperty("reason", why);
            journal.record(new Fact("ReprintFailed", 1, operator.name(), details));
            throw new CheckoutRefusal(Refusal.COPY_NOT_PRINTED, receipt, why);
        }
    }

    private static JsonObject details(ReceiptNumber receipt, long copy) {
        JsonObject details = new JsonObject();
        details.addProperty("receiptNumber", receipt.toString());
        details.addProperty("copy", copy);
        return details;
    }
}
