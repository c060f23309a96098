package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.sekisho.publishing.KeyInfo;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Workspace;
import picocli.CommandLine;

/** {@code sekisho keys list}: the keys of a workspace, and which of them can sign here. */
@CommandLine.Command
final class KeysListCommand extends WorkspaceCommand {

    KeysListCommand(Publishing publishing, Register register, Console console) {
        super(publishing, register, console);
    }

    @Override
    int call(Workspace workspace) throws PublishingFault, IOException {
        if (json) {
            JsonArray keys = new JsonArray();
            workspace.keys().forEach(key -> keys.add(json(key)));
            JsonObject object = new JsonObject();
            object.addProperty("schema", 1);
            object.addProperty("workspace", workspace.folder().toString());
            object.add("keys", keys);
            console.out().println(object);
        } else {
            console.say("keys.workspace", workspace.folder());
            for (KeyInfo key : workspace.keys()) {
                String place = key.atHand() ? key.secret().toString() : console.text("keys.elsewhere");
                console.say("keys.row", key.name(), key.type().word(), key.keyid(), place);
            }
        }
        return CommandFault.DONE;
    }

    static JsonObject json(KeyInfo key) {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.addProperty("name", key.name());
        object.addProperty("role", key.role().word());
        object.addProperty("type", key.type().word());
        object.addProperty("keyid", key.keyid());
        object.addProperty("file", key.secret().toString());
        object.addProperty("atHand", key.atHand());
        return object;
    }
}
