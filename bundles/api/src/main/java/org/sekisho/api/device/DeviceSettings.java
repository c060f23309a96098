package org.sekisho.api.device;

import java.util.Map;

/**
 * What the shop set for one device.
 *
 * @param options the driver's own settings, by name; unknown ones are refused by the driver
 */
public record DeviceSettings(Map<String, String> options) {

    public DeviceSettings {
        options = Map.copyOf(options);
    }

    public String get(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException when what was set is none
     */
    public int number(String name, int otherwise) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the setting " + name + " wants a whole number, not " + text, e);
        }
    }
}
