package org.sekisho.extensions.jar;

import java.util.Arrays;
import java.util.List;
import org.sekisho.gate.view.RefusalCode;

/**
 * One thing that speaks against a jar.
 *
 * @param code what it is refused with
 * @param key names the sentence, stable: {@code structure.trailing}
 * @param arguments fill the sentence; they come from the jar and are not to be trusted
 */
public record Finding(RefusalCode code, String key, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding of(RefusalCode code, String key, Object... arguments) {
        return new Finding(
                code, key, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    static Finding structure(String key, Object... arguments) {
        return of(RefusalCode.STRUCTURE, "structure." + key, arguments);
    }
}
