package org.sekisho.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A name that only groups commands: {@code users}, {@code journal}. */
@CommandLine.Command(synopsisSubcommandLabel = "COMMAND")
final class GroupCommand extends Command {

    @Spec
    private CommandSpec spec;

    GroupCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), console.text("command.missing"));
    }
}
