package org.sekisho.receipts.aftermath;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.checkout.AftermathStep;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.checkout.ReceiptPaper;
import org.sekisho.checkout.StepFault;
import org.sekisho.devices.Devices;
import org.sekisho.receipts.Receipts;
import org.sekisho.store.HomeFault;

/** Prints the receipt of every closed sale. */
@Component
public final class PrintReceipt implements AftermathStep, ReceiptPaper {

    private final Receipts receipts;
    private final Devices devices;

    @Activate
    public PrintReceipt(@Reference Receipts receipts, @Reference Devices devices) {
        this.receipts = receipts;
        this.devices = devices;
    }

    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean concerns(ClosedSale sale) {
        return true;
    }

    @Override
    public boolean survivesRestart() {
        return true;
    }

    @Override
    public Optional<String> recordedAs() {
        return Optional.of("ReceiptPrinted");
    }

    @Override
    public void perform(ClosedSale sale, boolean repeat) throws StepFault {
        print(sale, repeat ? ReceiptMark.REPEAT : ReceiptMark.ORIGINAL);
    }

    @Override
    public void print(ClosedSale sale, ReceiptMark mark) throws StepFault {
        try {
            ReceiptDocument receipt = receipts.compose(sale, mark);
            devices.withPrinter(printer -> printer.print(receipt));
        } catch (HomeFault e) {
            throw new StepFault(e.getMessage(), false, e);
        } catch (DeviceFault e) {
            throw new StepFault(e.getMessage(), e.begun(), e);
        }
    }
}
