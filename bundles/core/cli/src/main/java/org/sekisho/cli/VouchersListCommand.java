package org.sekisho.cli;

import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Vouchers.Voucher;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sekisho vouchers list}. Codes are as good as money, so it takes whoever may issue them. */
@CommandLine.Command
final class VouchersListCommand extends Command {

    @Mixin
    private final Person person = new Person();

    VouchersListCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        register.open();
        person.mayOnly(Permission.ISSUE_VOUCHERS, register, console);
        try {
            for (Voucher voucher : register.vouchers().list()) {
                console.say(
                        voucher.paid().isPresent() ? "vouchers.paid" : "vouchers.good",
                        voucher.code(),
                        voucher.amount(),
                        voucher.until().map(Object::toString).orElse("-"),
                        voucher.paid().map(Object::toString).orElse("-"));
            }
        } catch (CheckoutRefusal e) {
            throw new CommandFault(exitCode(e), e.sentence(console.language()));
        }
        return CommandFault.DONE;
    }
}
