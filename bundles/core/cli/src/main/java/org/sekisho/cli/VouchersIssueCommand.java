package org.sekisho.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho vouchers issue N [--code CODE] [--until DATE]}; prints the code. */
@CommandLine.Command
final class VouchersIssueCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Parameters(paramLabel = "N", descriptionKey = "vouchers.amount")
    private long amount;

    @Option(names = "--code", paramLabel = "CODE", descriptionKey = "vouchers.code")
    private @Nullable String code;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "vouchers.until")
    private @Nullable String until;

    VouchersIssueCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault, HomeFault {
        Optional<LocalDate> last = until();
        register.open();
        Operator operator = person.mayOnly(Permission.ISSUE_VOUCHERS, register, console);
        Money worth = Money.of(amount, register.home().settings().currency());
        try {
            console.out().println(register.vouchers().issue(operator, Optional.ofNullable(code), worth, last));
        } catch (CheckoutRefusal e) {
            throw new CommandFault(exitCode(e), e.sentence(console.language()));
        }
        return CommandFault.DONE;
    }

    private Optional<LocalDate> until() throws CommandFault {
        try {
            return Optional.ofNullable(until).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw console.fault(CommandFault.USAGE, "vouchers.no-date", until);
        }
    }
}
