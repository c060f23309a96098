package org.sekisho.cli;

import com.google.gson.JsonObject;
import org.sekisho.gate.view.Refusal;

/** A refusal for machines. */
final class RefusalJson {

    private RefusalJson() {}

    static JsonObject of(Refusal refusal) {
        JsonObject object = new JsonObject();
        object.addProperty("code", refusal.code().name());
        object.addProperty("subject", refusal.subject());
        object.addProperty("what", refusal.what());
        object.addProperty("sales", refusal.sales());
        object.addProperty("mend", refusal.mend());
        object.addProperty("time", refusal.time().toString());
        return object;
    }
}
