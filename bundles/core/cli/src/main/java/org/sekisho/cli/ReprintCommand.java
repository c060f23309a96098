package org.sekisho.cli;

import java.util.Optional;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.Reprints.Reprint;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho receipts reprint LANE-NUMBER}. */
@CommandLine.Command
final class ReprintCommand extends Command {

    private static final int RECEIPT_COLUMNS = 42;

    @Mixin
    private final Person person = new Person();

    @Mixin
    private final SecondPerson approver = new SecondPerson();

    @Parameters(paramLabel = "LANE-NUMBER", descriptionKey = "receipts.number")
    private String number = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "receipts.reason")
    private String reason = "";

    ReprintCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws Exception {
        ReceiptNumber receipt = receipt();
        register.open();
        Operator operator = person.mayOnly(Permission.SELL, register, console);
        Optional<Operator> second = approver.signOn(register, console);
        Reprint copy = register.reprints().reprint(operator, second, receipt, reason);
        console.out()
                .println(register.receipts()
                        .plainText(register.receipts().compose(copy.sale(), copy.mark()), RECEIPT_COLUMNS));
        return CommandFault.DONE;
    }

    private ReceiptNumber receipt() throws CommandFault {
        try {
            return ReceiptNumber.parse(number);
        } catch (IllegalArgumentException e) {
            throw console.fault(CommandFault.USAGE, "receipts.unreadable", number);
        }
    }
}
