package org.sekisho.devices.virtual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptPrinter;

/**
 * Prints pictures: {@code <receipt number>.png} in a folder, whole or not at all; what is printed again gets {@code -2}. A PNG is
 * compressed and carries no text, so that searching the home finds no item's name in it.
 */
public final class VirtualPrinter implements ReceiptPrinter {

    private final Path folder;
    private final int columns;

    /** @throws IllegalArgumentException when a setting is wrong */
    public VirtualPrinter(Path folder, DeviceSettings settings) {
        settings.allow("columns");
        this.folder = folder;
        this.columns = Integer.parseInt(settings.choice("columns", "48", "42", "32"));
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void print(ReceiptDocument document) throws DeviceFault {
        byte[] picture = PaperPicture.of(document, columns);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".printing-", ".part");
            try {
                Files.write(part, picture);
                Files.move(part, unused(document.reference()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new DeviceFault(Kind.OFFLINE, "the virtual printer cannot write to " + folder, e).beforehand();
        }
    }

    private Path unused(String reference) {
        String name = reference.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]", "_");
        Path file = folder.resolve(name + ".png");
        for (int copy = 2; Files.exists(file); copy++) {
            file = folder.resolve(name + "-" + copy + ".png");
        }
        return file;
    }
}
