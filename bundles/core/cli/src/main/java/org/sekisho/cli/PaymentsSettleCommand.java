package org.sekisho.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho payments settle ID moved|not-moved}: says what became of a payment that the terminal cannot be asked about. */
@CommandLine.Command
final class PaymentsSettleCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "payments.id")
    private UUID payment = new UUID(0, 0);

    @Parameters(index = "1", paramLabel = "moved|not-moved", descriptionKey = "payments.outcome")
    private String outcome = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "payments.reason")
    private String reason = "";

    @Option(names = "--reference", paramLabel = "REFERENCE", descriptionKey = "payments.reference")
    private @Nullable String reference;

    PaymentsSettleCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        Optional<String> given = reference();
        register.open();
        Operator operator = person.mayOnly(Permission.SETTLE_PAYMENT, register, console);
        try {
            register.checkout().settleByHand(operator, payment, given, reason);
        } catch (CheckoutRefusal e) {
            throw new CommandFault(exitCode(e), e.sentence(console.language()));
        }
        console.say("payments.settled", 1);
        return CommandFault.DONE;
    }

    /** Of money that moved; without one the till refuses. */
    private Optional<String> reference() throws CommandFault {
        return switch (outcome) {
            case "moved" -> Optional.of(Objects.requireNonNullElse(reference, ""));
            case "not-moved" -> Optional.empty();
            default -> throw console.fault(CommandFault.USAGE, "payments.which");
        };
    }
}
