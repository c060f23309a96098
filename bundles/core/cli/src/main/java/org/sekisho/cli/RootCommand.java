package org.sekisho.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sekisho} alone. */
@CommandLine.Command(name = "sekisho", synopsisSubcommandLabel = "COMMAND")
final class RootCommand extends Command {

    @Spec
    private CommandSpec spec;

    RootCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), console.text("command.missing"));
    }
}
