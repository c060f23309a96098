package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.Vouchers;
import org.sekisho.checkout.books.VoucherBook;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;

/** Vouchers in the shop's database, each issued by an entry of the journal, which has no more than the end of a code: it is as good as money. */
@Component
public final class ShopVouchers implements Vouchers {

    /** Letters and digits that nobody mistakes for another; 16 of these 32 are 80 bits. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 16;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{6,32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Home home;
    private final Database database;
    private final Journal journal;

    @Activate
    public ShopVouchers(@Reference Home home, @Reference Database database, @Reference Journal journal) {
        this.home = home;
        this.database = database;
        this.journal = journal;
    }

    @Override
    public String issue(Operator operator, Optional<String> code, Money amount, Optional<LocalDate> until)
            throws CheckoutRefusal, StorageFault {
        Till.require(operator, Permission.ISSUE_VOUCHERS);
        database.open();
        String issued = code.orElseGet(ShopVouchers::made);
        if (!CODE.matcher(issued).matches()) {
            throw new CheckoutRefusal(Refusal.VOUCHER_CODE_UNFIT, issued);
        }
        try {
            Limits.currency(amount, home.settings().currency());
        } catch (HomeFault e) {
            throw new CheckoutRefusal(Refusal.STORE_UNREADABLE, e.getMessage());
        }
        Limits.moved(amount);
        AtomicBoolean twice = new AtomicBoolean();
        database.transact(tx -> {
            if (VoucherBook.find(tx, issued).isPresent()) {
                twice.set(true);
                return issued;
            }
            VoucherBook.add(tx, new Voucher(issued, amount, until, Optional.empty()));
            JsonObject details = new JsonObject();
            details.addProperty("voucher", "…" + issued.substring(issued.length() - 4));
            details.addProperty("amount", amount.minor());
            until.ifPresent(day -> details.addProperty("until", day.toString()));
            journal.append(tx, new Fact("VoucherIssued", 1, operator.name(), details));
            return issued;
        });
        if (twice.get()) {
            throw new CheckoutRefusal(Refusal.VOUCHER_CODE_UNFIT, issued);
        }
        return issued;
    }

    private static String made() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    @Override
    public List<Voucher> list() throws StorageFault {
        database.open();
        return database.read(VoucherBook::all);
    }
}
