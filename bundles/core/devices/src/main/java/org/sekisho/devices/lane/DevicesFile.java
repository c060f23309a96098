package org.sekisho.devices.lane;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.devices.Devices;

/**
 * Reads {@code devices.json}: {@code {"printer":{"driver","wire","options"},"drawer":{…,"alarmAfterSeconds"},"terminal":{…}}}. It is read anew each time, so that
 * a shop can mend it while the register runs.
 */
final class DevicesFile {

    private static final String PRINTER = "printer";
    private static final String DRAWER = "drawer";
    private static final String TERMINAL = "terminal";
    private static final String ALARM = "alarmAfterSeconds";

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

    /** From 1 second to an hour. */
    Duration drawerAlarm() throws DeviceFault {
        Optional<JsonObject> drawer = json(DRAWER);
        if (drawer.isEmpty() || !drawer.get().has(ALARM)) {
            return Devices.DEFAULT_DRAWER_ALARM;
        }
        try {
            int seconds = drawer.get().get(ALARM).getAsInt();
            if (seconds >= 1 && seconds <= Duration.ofHours(1).toSeconds()) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw wrong(ALARM + " wants a whole number of seconds", e);
        }
        throw wrong(ALARM + " is from 1 to 3600 seconds", null);
    }

    private Optional<DeviceEntry> read(String device) throws DeviceFault {
        if (!Files.exists(file)) {
            return Optional.of(DeviceEntry.VIRTUAL);
        }
        if (device.equals(DRAWER)) {
            drawerAlarm();
        }
        Optional<JsonObject> found = json(device);
        return found.isPresent() ? Optional.of(entry(device, found.get())) : Optional.empty();
    }

    private Optional<JsonObject> json(String device) throws DeviceFault {
        try {
            JsonObject all = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            onlyKnows(all, PRINTER, DRAWER, TERMINAL);
            return Optional.ofNullable(all.getAsJsonObject(device));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException | ClassCastException e) {
            throw wrong("it cannot be read as JSON of the right shape", e);
        }
    }

    private DeviceEntry entry(String name, JsonObject device) throws DeviceFault {
        try {
            return entryOf(name, device);
        } catch (IllegalStateException | ClassCastException | UnsupportedOperationException e) {
            throw wrong("it cannot be read as JSON of the right shape", e);
        }
    }

    private DeviceEntry entryOf(String name, JsonObject device) throws DeviceFault {
        if (name.equals(DRAWER)) {
            onlyKnows(device, "driver", "wire", "options", ALARM);
        } else {
            onlyKnows(device, "driver", "wire", "options");
        }
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
