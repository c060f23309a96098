package org.sekisho.cli;

import java.io.IOException;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code sekisho keys retire NAME}: the next published root does without it. */
@CommandLine.Command
final class KeysRetireCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "keys.name")
    private String name = "";

    KeysRetireCommand(Publishing publishing, Register register, Console console) {
        super(publishing, register, console);
    }

    @Override
    int call(Workspace workspace) throws PublishingFault, IOException {
        workspace.retire(name);
        console.say("keys.retired", name);
        return CommandFault.DONE;
    }
}
