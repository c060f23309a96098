package org.sekisho.receipts.aftermath;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.AftermathStep;
import org.sekisho.checkout.DrawerOpener;
import org.sekisho.checkout.StepFault;
import org.sekisho.devices.Devices;

/** Opens the drawer when cash changed hands, and when the till asks for it. */
@Component
public final class KickDrawer implements AftermathStep, DrawerOpener {

    private final Devices devices;

    @Activate
    public KickDrawer(@Reference Devices devices) {
        this.devices = devices;
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
        } catch (DeviceFault e) {
            throw new StepFault(e.getMessage(), e.begun(), e);
        }
    }
}
