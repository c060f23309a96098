package org.sekisho.cli;

import java.util.concurrent.Callable;
import org.sekisho.checkout.CheckoutRefusal;
import picocli.CommandLine.Option;

/** What every command has: the register, the person, {@code --help}. */
abstract class Command implements Callable<Integer> {

    final Register register;
    final Console console;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;

    Command(Register register, Console console) {
        this.register = register;
        this.console = console;
    }

    /** Does it; returns the exit code. */
    @Override
    public abstract Integer call() throws Exception;

    /** The exit code that belongs to a refusal of the till. */
    static int exitCode(CheckoutRefusal refusal) {
        return refusal.kind() == CheckoutRefusal.Kind.INPUT ? CommandFault.USAGE : CommandFault.REFUSED;
    }
}
