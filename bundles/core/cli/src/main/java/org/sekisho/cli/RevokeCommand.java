package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Revocation;
import org.sekisho.publishing.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho revoke NAME|SHA256}: withdraws what was listed, with the next publication. */
@CommandLine.Command
final class RevokeCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "NAME|SHA256", descriptionKey = "revoke.what")
    private String what = "";

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "no-new-install", descriptionKey = "revoke.level")
    private String level = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "revoke.reason")
    private String reason = "";

    @Option(names = "--from", paramLabel = "DIR", descriptionKey = "allow.from")
    private @Nullable String from;

    RevokeCommand(Publishing publishing, Register register, Console console) {
        super(publishing, register, console);
    }

    @Override
    int call(Workspace workspace) throws CommandFault, PublishingFault, IOException {
        Revocation soon = Revocation.ofWord(level)
                .orElseThrow(() -> console.fault(CommandFault.USAGE, "revoke.unknown-level", level));
        begin(workspace, from);
        List<String> gone = workspace.revoke(what, soon, reason);
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty("schema", 1);
            object.add("revoked", strings(gone));
            object.addProperty("level", soon.word());
            console.out().println(object);
        } else {
            gone.forEach(bundle -> console.say("revoke.gone", bundle, console.text("revoke." + soon.word())));
            console.say("allow.next");
        }
        return CommandFault.DONE;
    }
}
