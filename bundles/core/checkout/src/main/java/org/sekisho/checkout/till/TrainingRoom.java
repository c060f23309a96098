package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.checkout.ReceiptPaper;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.StepFault;
import org.sekisho.checkout.Training;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;

/** Practice on this lane. Its receipts are counted here only. */
final class TrainingRoom implements Training.Session {

    private static final String LANE = "T";

    private final Lane lane;
    private final Operator operator;
    private final Supplier<@Nullable ReceiptPaper> paper;
    private final Set<String> notPrinted = new LinkedHashSet<>();
    private long receipts;

    TrainingRoom(Lane lane, Operator operator, Supplier<@Nullable ReceiptPaper> paper) throws StorageFault {
        this.lane = lane;
        this.operator = operator;
        this.paper = paper;
        lane.journal().record(new Fact("TrainingStarted", 1, operator.name(), new JsonObject()));
    }

    @Override
    public OpenSale begin() throws CheckoutRefusal {
        return new TrainingSale(lane, operator, this);
    }

    @Override
    public void noSale(Optional<Operator> approver, String reason) throws CheckoutRefusal {
        new Authority(operator, approver).require(Permission.NO_SALE);
        if (reason.isBlank() || reason.length() > Limits.REASON) {
            throw new CheckoutRefusal(Refusal.REASON_MISSING, Limits.REASON);
        }
    }

    ReceiptNumber nextReceipt() {
        receipts++;
        return new ReceiptNumber(LANE, receipts);
    }

    void print(ClosedSale sale) {
        ReceiptPaper printer = paper.get();
        if (printer == null) {
            return;
        }
        try {
            printer.print(sale, ReceiptMark.TRAINING);
        } catch (StepFault e) {
            notPrinted.add(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<String> notPrinted() {
        return List.copyOf(notPrinted);
    }

    @Override
    public void end() throws StorageFault {
        JsonObject details = new JsonObject();
        details.addProperty("receipts", receipts);
        lane.journal().record(new Fact("TrainingEnded", 1, operator.name(), details));
    }
}
