package org.sekisho.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code sekisho upgrade --from DIR|URL} or {@code --back}: the launcher does it, with nothing started; here it only has its place in the help. */
@CommandLine.Command
final class UpgradeCommand extends Command {

    @Option(names = "--from", paramLabel = "DIR|URL", descriptionKey = "upgrade.from")
    void from(String source) {}

    @Option(names = "--back", descriptionKey = "upgrade.back")
    void back(boolean asked) {}

    UpgradeCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault {
        throw console.fault(CommandFault.FAULT, "upgrade.launcher");
    }
}
