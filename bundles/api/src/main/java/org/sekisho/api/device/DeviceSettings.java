package org.sekisho.api.device;

import java.util.List;
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

    /**
     * Makes sure that the shop set nothing else.
     *
     * @throws IllegalArgumentException when there is a setting that the driver does not know
     */
    public void allow(String... known) {
        for (String name : options.keySet()) {
            if (!List.of(known).contains(name)) {
                throw new IllegalArgumentException(
                        "there is no setting " + name + "; there are " + String.join(", ", known));
            }
        }
    }

    /**
     * One of a few words.
     *
     * @throws IllegalArgumentException when another word was set
     * @param choices the first is what holds when nothing was set
     */
    public String choice(String name, String... choices) {
        String word = get(name, choices[0]);
        if (!List.of(choices).contains(word)) {
            throw new IllegalArgumentException(
                    "the setting " + name + " is one of " + String.join(", ", choices) + ", not " + word);
        }
        return word;
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
