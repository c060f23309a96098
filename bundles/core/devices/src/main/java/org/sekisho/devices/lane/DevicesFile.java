package org.sekisho.devices.lane;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;

/**
 * Reads {@code devices.json}: {@code {"printer":{"driver","wire","options"},"drawer":{…},"terminal":{…}}}. It is read anew each time, so that
 * a shop can mend it while the register runs.
 */
final class DevicesFile {

    private static final String PRINTER = "printer";
    private static final String DRAWER = "drawer";
    private static final String TERMINAL = "terminal";

    private final Path file;

    DevicesFile(Path home) {
        this.file = home.resolve("devices.json");
    }

    Optional<DeviceEntry> printer() throws DeviceFault {
        return read(PRINTER);
    }

    Optional<DeviceEntry> terminal() throws DeviceFault {
        return read(TERMINAL);
    }

    /** The drawer, its wire already the printer's where it hangs behind it. */
    Optional<DeviceEntry> drawer() throws DeviceFault {
        Optional<DeviceEntry> drawer = read(DRAWER);
        if (drawer.isEmpty() || !drawer.get().wire().equals(PRINTER)) {
            return drawer;
        }
        String wire = printer().map(DeviceEntry::wire).orElse("");
        if (wire.isEmpty()) {
            throw wrong("the drawer hangs behind the printer, but the printer has no wire", null);
        }
        return Optional.of(
                new DeviceEntry(drawer.get().driver(), wire, drawer.get().options()));
    }

    private Optional<DeviceEntry> read(String device) throws DeviceFault {
        try {
            JsonObject all = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            onlyKnows(all, PRINTER, DRAWER, TERMINAL);
            return all.has(device) ? Optional.of(entry(all.getAsJsonObject(device))) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.of(DeviceEntry.VIRTUAL);
        } catch (IOException | JsonParseException | IllegalStateException | ClassCastException e) {
            throw wrong("it cannot be read as JSON of the right shape", e);
        }
    }

    private DeviceEntry entry(JsonObject device) throws DeviceFault {
        onlyKnows(device, "driver", "wire", "options");
        if (!device.has("driver")) {
            throw wrong("a device names no driver", null);
        }
        String driver = device.get("driver").getAsString();
        String wire = device.has("wire") ? device.get("wire").getAsString() : "";
        Map<String, String> options = new HashMap<>();
        if (device.has("options")) {
            for (Map.Entry<String, JsonElement> option :
                    device.getAsJsonObject("options").entrySet()) {
                options.put(option.getKey(), option.getValue().getAsString());
            }
        }
        DeviceEntry entry = new DeviceEntry(driver, wire, options);
        if (wire.isEmpty() != entry.isVirtual()) {
            throw wrong("the driver " + driver + (wire.isEmpty() ? " needs a wire" : " has no wire"), null);
        }
        return entry;
    }

    private void onlyKnows(JsonObject object, String... known) throws DeviceFault {
        for (String name : object.keySet()) {
            if (!List.of(known).contains(name)) {
                throw wrong("there is no " + name + "; there are " + String.join(", ", known), null);
            }
        }
    }

    private DeviceFault wrong(String why, @Nullable Throwable cause) {
        return new DeviceFault(Kind.NOT_SET_UP, file + " is not right: " + why, cause).beforehand();
    }
}
