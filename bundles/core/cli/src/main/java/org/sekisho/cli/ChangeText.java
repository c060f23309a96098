package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.view.LoadedBundle;

/** Tells what a command changed about what runs. */
final class ChangeText {

    private ChangeText() {}

    static void show(Change change, Console console) {
        change.stopped().forEach(bundle -> console.say("change.stopped", bundle.symbolicName(), bundle.version()));
        change.started()
                .forEach(bundle ->
                        console.say("change.started", bundle.symbolicName(), bundle.version(), bundle.vouchedBy()));
        change.atNextStart()
                .forEach(bundle -> console.say("change.next-start", bundle.symbolicName(), bundle.version()));
        change.refused().forEach(refusal -> console.out().println(refusal.sentence()));
        change.notes().forEach(note -> console.out().println(note));
    }

    static JsonObject json(Change change) {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.add("started", bundles(change.started()));
        object.add("stopped", bundles(change.stopped()));
        object.add("atNextStart", bundles(change.atNextStart()));
        JsonArray refusals = new JsonArray();
        change.refused().forEach(refusal -> refusals.add(RefusalJson.of(refusal)));
        object.add("refusals", refusals);
        JsonArray notes = new JsonArray();
        change.notes().forEach(notes::add);
        object.add("notes", notes);
        return object;
    }

    private static JsonArray bundles(List<LoadedBundle> bundles) {
        JsonArray array = new JsonArray();
        for (LoadedBundle bundle : bundles) {
            JsonObject one = new JsonObject();
            one.addProperty("symbolicName", bundle.symbolicName());
            one.addProperty("version", bundle.version());
            one.addProperty("sha256", bundle.sha256());
            array.add(one);
        }
        return array;
    }
}
