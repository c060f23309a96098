package org.sekisho.checkout.exceptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.ExceptionReport;
import org.sekisho.checkout.ExceptionReports;
import org.sekisho.checkout.Refusal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.JournalQuery;
import org.sekisho.journal.JournalSearch;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;

/** Walks the journal's days once. */
@Component
public final class JournalExceptions implements ExceptionReports {

    private static final int PROGRESS = 1_000;

    private final Home home;
    private final JournalSearch journal;

    @Activate
    public JournalExceptions(@Reference Home home, @Reference JournalSearch journal) {
        this.home = home;
        this.journal = journal;
    }

    @Override
    public ExceptionReport exceptions(
            Operator operator, @Nullable LocalDate from, @Nullable LocalDate until, LongConsumer progress)
            throws CheckoutRefusal, StorageFault {
        if (!operator.may(Permission.REPORT_EXCEPTIONS)) {
            throw new CheckoutRefusal(
                    Refusal.NOT_ALLOWED,
                    operator.name(),
                    Permission.REPORT_EXCEPTIONS.name().toLowerCase(Locale.ROOT));
        }
        Ledger ledger = new Ledger();
        try {
            journal.search(new JournalQuery(from, until, null, null, null, null, null), found -> {
                ledger.read(found.entry());
                if (ledger.entries() % PROGRESS == 0) {
                    progress.accept(ledger.entries());
                }
            });
            return ledger.report(home.settings().currency());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing here writes
        } catch (HomeFault e) {
            throw new CheckoutRefusal(Refusal.STORE_UNREADABLE, e.getMessage());
        }
    }
}
