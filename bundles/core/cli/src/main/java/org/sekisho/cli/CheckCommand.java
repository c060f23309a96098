package org.sekisho.cli;

import picocli.CommandLine;

/** {@code sekisho check}: the launcher does it before anything starts; here it only has its place in the help. */
@CommandLine.Command
final class CheckCommand extends Command {

    CheckCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault {
        throw console.fault(CommandFault.FAULT, "check.launcher");
    }
}
