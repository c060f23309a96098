package org.sekisho.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho sign JAR} with the publisher's key; {@code sekisho sign --metadata FILE} with those of the document's role. */
@CommandLine.Command
final class SignCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "JAR", arity = "0..1", descriptionKey = "sign.jar")
    private @Nullable String jar;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "sign.out")
    private @Nullable String out;

    @Option(names = "--metadata", paramLabel = "FILE", descriptionKey = "sign.metadata")
    private @Nullable String metadata;

    SignCommand(Publishing publishing, Register register, Console console) {
        super(publishing, register, console);
    }

    @Override
    int call(Workspace workspace) throws CommandFault, PublishingFault, IOException {
        if ((jar == null) == (metadata == null)) {
            throw console.fault(CommandFault.USAGE, "sign.what");
        }
        if (metadata != null) {
            console.readFile(metadata);
            List<String> keys = workspace.signDocument(console.path(metadata), this::passphrase);
            console.say("sign.document", metadata, String.join(", ", keys));
            return CommandFault.DONE;
        }
        console.readFile(jar);
        byte[] signed = workspace.sign(console.path(jar), this::passphrase);
        Path to = console.path(out == null ? jar : out);
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        Files.write(fresh, signed);
        Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        console.say("sign.signed", to);
        return CommandFault.DONE;
    }
}
