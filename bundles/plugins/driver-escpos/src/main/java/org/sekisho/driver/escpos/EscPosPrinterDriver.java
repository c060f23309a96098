package org.sekisho.driver.escpos;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.PaperLayout;
import org.sekisho.api.device.ReceiptPrinter;
import org.sekisho.api.device.ReceiptPrinterDriver;
import org.sekisho.api.device.Wire;
import org.sekisho.driver.escpos.PrinterStatus.Speaks;

/** Receipt printers, by the settings {@code columns}, {@code status} and {@code characters}. */
@Component(property = ReceiptPrinterDriver.DRIVER + "=escpos")
public final class EscPosPrinterDriver implements ReceiptPrinterDriver {

    /** By wire: whether its printer says when it has printed all. Found out once. */
    private final Map<String, Boolean> confirming = new ConcurrentHashMap<>();

    @Activate
    public EscPosPrinterDriver() {}

    @Override
    public ReceiptPrinter attach(Wire wire, DeviceSettings settings) {
        settings.allow("columns", "status", "characters");
        boolean jisOnly = settings.choice("characters", "windows-31j", "jis").equals("jis");
        Speaks speaks = switch (settings.choice("status", "yes", "realtime", "no")) {
            case "no" -> Speaks.NOT;
            case "realtime" -> Speaks.REALTIME;
            default -> Speaks.ALL;
        };
        return new EscPosPrinter(
                wire,
                new PaperLayout(settings.number("columns", 48)),
                new PrinterCharacters(jisOnly),
                new PrinterStatus(wire, speaks, confirming));
    }
}
