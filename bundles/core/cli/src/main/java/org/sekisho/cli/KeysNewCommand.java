package org.sekisho.cli;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sekisho.publishing.KeyInfo;
import org.sekisho.publishing.KeyPlace;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho keys new ROLE}. */
@CommandLine.Command
final class KeysNewCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "ROLE", descriptionKey = "keys.role")
    private String role = "";

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "ed25519", descriptionKey = "keys.type")
    private String type = "";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "p12", descriptionKey = "keys.format")
    private String format = "";

    @Option(names = "--pkcs11", paramLabel = "CONFIG", descriptionKey = "keys.pkcs11")
    private @Nullable String token;

    @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "keys.owner")
    private @Nullable String owner;

    @Option(names = "--threshold", paramLabel = "N", descriptionKey = "keys.threshold")
    private @Nullable Integer threshold;

    KeysNewCommand(Publishing publishing, Register register, Console console) {
        super(publishing, register, console);
    }

    @Override
    int call(Workspace workspace) throws CommandFault, PublishingFault, IOException {
        KeyRole keyRole = KeyRole.ofWord(role.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> console.fault(CommandFault.USAGE, "keys.unknown-role", role));
        KeyType keyType =
                KeyType.ofWord(type).orElseThrow(() -> console.fault(CommandFault.USAGE, "keys.unknown-type", type));
        KeyPlace place = place();
        KeyInfo made;
        try (Passphrase passphrase = newPassphrase(keyRole.word())) {
            made = workspace.newKey(
                    keyRole, keyType, place, owner == null ? "Sekisho " + keyRole.word() : owner, passphrase);
        }
        if (threshold != null) {
            workspace.threshold(keyRole, threshold);
        }
        if (json) {
            console.out().println(KeysListCommand.json(made));
        } else {
            console.say("keys.made", made.name(), made.type().word(), made.keyid());
            console.say("keys.lies", made.secret());
            console.say("keys.for." + keyRole.word());
            console.say(keyRole.belongsOffline() ? "keys.offline" : "keys.keep", made.name());
        }
        return CommandFault.DONE;
    }

    private KeyPlace place() throws CommandFault {
        if (token != null) {
            return new KeyPlace.OnToken(console.path(token));
        }
        return new KeyPlace.InFile(KeyPlace.Format.ofWord(format)
                .orElseThrow(() -> console.fault(CommandFault.USAGE, "keys.unknown-format", format)));
    }
}
