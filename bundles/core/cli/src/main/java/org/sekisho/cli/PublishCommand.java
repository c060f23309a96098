package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.Published;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.ReleaseTerms;
import org.sekisho.publishing.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho publish DIR}: signs the lists as the next release, and writes it as static files. */
@CommandLine.Command
final class PublishCommand extends WorkspaceCommand {

    private static final int LONGEST_DAYS = 366;

    @Parameters(paramLabel = "DIR", descriptionKey = "publish.dir")
    private String folder = "";

    @Option(names = "--expires", paramLabel = "DAYS", defaultValue = "30", descriptionKey = "publish.expires")
    private int days;

    @Option(names = "--from", paramLabel = "DIR", descriptionKey = "allow.from")
    private @Nullable String from;

    PublishCommand(Publishing publishing, Register register, Console console) {
        super(publishing, register, console);
    }

    @Override
    int call(Workspace workspace) throws CommandFault, PublishingFault, IOException {
        if (days < 1 || days > LONGEST_DAYS) {
            throw console.fault(CommandFault.USAGE, "publish.bad-days", days, LONGEST_DAYS);
        }
        begin(workspace, from);
        ReleaseTerms terms = new ReleaseTerms(Instant.now(), Duration.ofDays(days), 0);
        Published published = workspace.publish(console.path(folder), terms, this::passphrase);
        if (json) {
            console.out().println(toJson(published));
        } else {
            console.say("publish.done", console.path(folder), published.number(), published.rootVersion());
            for (KeyRole role : KeyRole.TOP_LEVEL) {
                console.say("publish.expiry", role.word(), published.expiries().get(role));
            }
            console.say("publish.fingerprint", published.fingerprint());
        }
        return CommandFault.DONE;
    }

    private static JsonObject toJson(Published published) {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.addProperty("release", published.number());
        object.addProperty("root", published.rootVersion());
        JsonObject expiries = new JsonObject();
        KeyRole.TOP_LEVEL.forEach(role ->
                expiries.addProperty(role.word(), published.expiries().get(role).toString()));
        object.add("expires", expiries);
        object.addProperty("fingerprint", published.fingerprint());
        return object;
    }
}
