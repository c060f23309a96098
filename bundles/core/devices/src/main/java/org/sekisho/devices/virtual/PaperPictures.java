package org.sekisho.devices.virtual;

import org.osgi.service.component.annotations.Component;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.devices.ReceiptPictures;

/** Draws one receipt at a time: a picture takes some megabytes while it is drawn. */
@Component
public final class PaperPictures implements ReceiptPictures {

    private static final int COLUMNS = 48;

    @Override
    public synchronized byte[] png(ReceiptDocument document) throws DeviceFault {
        return PaperPicture.of(document, COLUMNS);
    }
}
