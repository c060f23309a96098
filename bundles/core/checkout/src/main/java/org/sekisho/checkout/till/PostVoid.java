package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.books.PostVoids;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.checkout.sale.SoldBefore;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** What makes the sale that takes a whole receipt back more than a return: why, by whose word, and how its money goes back. */
record PostVoid(ClosedSale sold, String reason, Optional<String> approver) {

    static PostVoid of(SoldBefore sold, String reason, Optional<String> approver, LocalDate today)
            throws CheckoutRefusal {
        ClosedSale receipt = sold.receipt();
        if (receipt.kind() != SaleKind.SALE) {
            throw new CheckoutRefusal(Refusal.POST_VOID_NO_SALE, receipt.receiptNumber());
        }
        if (!receipt.businessDate().equals(today)) {
            throw new CheckoutRefusal(Refusal.POST_VOID_OTHER_DAY, receipt.receiptNumber(), receipt.businessDate());
        }
        if (!sold.gone().isEmpty()) {
            throw new CheckoutRefusal(Refusal.POST_VOID_RETURNED, receipt.receiptNumber());
        }
        return new PostVoid(receipt, PlainText.of(reason), approver);
    }

    ReceiptNumber receipt() {
        return sold.receiptNumber();
    }

    /** What goes back without a card terminal: cash less its change, and vouchers. */
    List<Tender> atOnce() {
        List<Tender> back = new ArrayList<>();
        Money cash = sold.change().negate();
        for (Tender tender : sold.tenders()) {
            if (tender.type() == TenderType.CASH) {
                cash = cash.plus(tender.amount());
            }
            tender.voucher()
                    .ifPresent(code -> back.add(Tender.voucher(tender.amount().negate(), code)));
        }
        if (!cash.isZero()) {
            back.add(0, new Tender(TenderType.CASH, cash.negate()));
        }
        return back;
    }

    /** In the transaction that closes {@code by}. */
    void record(Transaction tx, Journal journal, ClosedSale by) throws SQLException, StorageFault {
        PostVoids.add(tx, receipt(), by.receiptNumber());
        JsonObject details = new JsonObject();
        details.addProperty("saleId", by.id().toString());
        details.addProperty("receipt", receipt().toString());
        details.addProperty("receiptNumber", by.receiptNumber().toString());
        details.addProperty("amount", sold.total().minor());
        details.addProperty("reason", reason);
        details.addProperty("businessDate", by.businessDate().toString());
        journal.append(tx, SaleFacts.approved(new Fact("ReceiptPostVoided", 1, by.operator(), details), approver));
    }
}
