package org.sekisho.cli;

import org.sekisho.api.model.Money;
import org.sekisho.checkout.CashDesk.Movement;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho cash in|out|drop N}: cash that moves without a sale. */
@CommandLine.Command
final class CashCommand extends Command {

    private final Movement movement;

    @Mixin
    private final Person person = new Person();

    @Mixin
    private final SecondPerson approver = new SecondPerson();

    @Parameters(paramLabel = "N", descriptionKey = "cash.amount")
    private long amount;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "cash.reason")
    private String reason = "";

    CashCommand(Register register, Console console, Movement movement) {
        super(register, console);
        this.movement = movement;
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, HomeFault {
        register.open();
        Operator operator = person.mayOnly(Permission.SELL, register, console);
        Money moved = Money.of(amount, register.home().settings().currency());
        try {
            register.cashDesk().move(operator, approver.signOn(register, console), movement, moved, reason);
        } catch (CheckoutRefusal e) {
            throw new CommandFault(exitCode(e), e.sentence(console.language()));
        }
        console.say("cash.moved", moved);
        return CommandFault.DONE;
    }
}
