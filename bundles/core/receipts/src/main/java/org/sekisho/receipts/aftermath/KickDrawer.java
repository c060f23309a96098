package org.sekisho.receipts.aftermath;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.AftermathStep;
import org.sekisho.checkout.DrawerOpener;
import org.sekisho.checkout.StepFault;
import org.sekisho.devices.Devices;
import org.sekisho.journal.Journal;

/** Opens the drawer when cash changed hands, and when the till asks for it. */
@Component
public final class KickDrawer implements AftermathStep, DrawerOpener {

    private final Devices devices;
    private final DrawerWatch watch;

    @Activate
    public KickDrawer(@Reference Devices devices, @Reference Journal journal) {
        this.devices = devices;
        this.watch = new DrawerWatch(devices, journal, System::nanoTime);
    }

    @Deactivate
    public void stop() {
        watch.close();
    }

    @Override
    public String name() {
        return "drawer";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean concerns(ClosedSale sale) {
        return sale.tenders().stream().anyMatch(tender -> tender.type() == TenderType.CASH);
    }

    @Override
    public boolean survivesRestart() {
        return false;
    }

    @Override
    public void perform(ClosedSale sale, boolean repeat) throws StepFault {
        if (devices.hasDrawer()) {
            open();
        }
    }

    @Override
    public void open() throws StepFault {
        try {
            devices.withDrawer(CashDrawer::open);
            watch.opened();
        } catch (DeviceFault e) {
            throw new StepFault(e.getMessage(), e.begun(), e);
        }
    }
}
