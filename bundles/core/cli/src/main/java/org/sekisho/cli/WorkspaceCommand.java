package org.sekisho.cli;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Workspace;
import picocli.CommandLine.Option;

/** What every command of the integrator has: the workspace, a passphrase, refusals as sentences. */
abstract class WorkspaceCommand extends Command {

    private final Publishing publishing;

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
    private @Nullable String folder;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "workspace.passphrase-file")
    private @Nullable String passphraseFile;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    WorkspaceCommand(Publishing publishing, Register register, Console console) {
        super(register, console);
        this.publishing = publishing;
    }

    @Override
    public final Integer call() throws Exception {
        try {
            return call(workspace());
        } catch (PublishingFault refused) {
            throw new CommandFault(CommandFault.REFUSED, refused.sentence(console.language()));
        } catch (IOException broken) {
            throw console.fault(CommandFault.FAULT, "workspace.fault", broken.getMessage());
        }
    }

    /** Does it; returns the exit code. */
    abstract int call(Workspace workspace) throws CommandFault, PublishingFault, IOException;

    private Workspace workspace() throws PublishingFault {
        Map<String, String> environment = console.invocation().environment();
        Path userHome = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Workspace workspace = publishing.workspace(
                folder == null ? publishing.usualFolder(environment, userHome) : console.path(folder));
        Path home = register.home().folder().toAbsolutePath().normalize();
        if (workspace.folder().startsWith(home)) {
            throw new PublishingFault("workspace.in-home", workspace.folder(), home);
        }
        return workspace;
    }

    /** What opens a key that is there: from the file, or typed. */
    Passphrase passphrase(String key) throws PublishingFault {
        try {
            return new Passphrase(console.secret(file(), "ask.passphrase", key)
                    .orElseThrow(() -> new PublishingFault("passphrase.missing", key)));
        } catch (CommandFault unreadable) {
            throw new PublishingFault("passphrase.file", passphraseFile);
        }
    }

    /** For a new key: from the file, or typed twice. */
    Passphrase newPassphrase(String key) throws CommandFault, PublishingFault {
        Passphrase first = passphrase(key);
        if (file().isEmpty()) {
            try (Passphrase again = new Passphrase(console.secret(Optional.empty(), "ask.passphrase-again", key)
                    .orElse(new char[0]))) {
                if (!Arrays.equals(first.characters(), again.characters())) {
                    first.close();
                    throw console.fault(CommandFault.USAGE, "password.differ");
                }
            }
        }
        return first;
    }

    private Optional<String> file() {
        return Optional.ofNullable(passphraseFile);
    }

    /**
     * Makes sure that there are lists to change: those of the given place, else those that are here, else those of the register that
     * this command runs in, where the same keys signed it.
     */
    void begin(Workspace workspace, @Nullable String from) throws PublishingFault, IOException {
        if (from != null) {
            workspace.begin(console.path(from));
            console.note("workspace.from", console.path(from));
        } else if (!workspace.isBegun()) {
            Path installation = Path.of(System.getProperty("sekisho.installation", ""));
            if (!workspace.isRootOf(installation)) {
                throw new PublishingFault("draft.none", workspace.folder());
            }
            workspace.begin(installation);
            console.note("workspace.from", installation);
        }
    }

    static JsonArray strings(Iterable<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
