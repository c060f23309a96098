package org.sekisho.web.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.Refused;

/**
 * One call of the API.
 *
 * @param path as the document writes it: <code>/api/sale/lines/{line}</code>
 */
record Route(String method, String path, Access access, Handler handler) {

    /** What a call does. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault, DeviceFault;
    }

    /** The variables of a path that this route stands for; empty when it stands for another. */
    Optional<Map<String, String>> match(String asked) {
        String[] wanted = path.split("/", -1);
        String[] given = asked.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                variables.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** Whether it changes something, so that the page must prove that it is the one that signed on. */
    boolean wantsCsrfToken() {
        return access != Access.ANYBODY && !method.equals("GET");
    }
}
