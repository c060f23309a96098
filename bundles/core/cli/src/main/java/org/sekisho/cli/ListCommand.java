package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.sekisho.gate.view.LoadedBundle;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code sekisho list}: what runs here, who vouches for it, what was refused. */
@CommandLine.Command
final class ListCommand extends Command {

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ListCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() {
        if (json) {
            console.out().println(toJson());
        } else {
            new Banner(console).loaded(register.gate());
        }
        return CommandFault.DONE;
    }

    private JsonObject toJson() {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.addProperty("development", register.gate().isDevelopment());
        JsonArray bundles = new JsonArray();
        for (LoadedBundle bundle : register.gate().loaded()) {
            JsonObject one = new JsonObject();
            one.addProperty("symbolicName", bundle.symbolicName());
            one.addProperty("version", bundle.version());
            one.addProperty("sha256", bundle.sha256());
            one.addProperty("publisher", bundle.publisher());
            one.addProperty("vouchedBy", bundle.vouchedBy());
            one.addProperty("belongsToRegister", bundle.belongsToRegister());
            bundles.add(one);
        }
        object.add("bundles", bundles);
        JsonArray refusals = new JsonArray();
        register.gate().refusals().forEach(refusal -> refusals.add(RefusalJson.of(refusal)));
        object.add("refusals", refusals);
        return object;
    }
}
