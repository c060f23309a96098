package org.sekisho.checkout.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.sale.Reckoning;

/** What was handed over for a sale, in that order; what was paid out is negative. */
record Tenders(List<Tender> all) {

    static final Tenders NONE = new Tenders(List.of());

    Tenders {
        all = List.copyOf(all);
    }

    Tenders plus(Tender tender) {
        List<Tender> more = new ArrayList<>(all);
        more.add(tender);
        return new Tenders(more);
    }

    Tenders withoutVoucher(String code) {
        return new Tenders(all.stream()
                .filter(tender -> !tender.voucher().equals(Optional.of(code)))
                .toList());
    }

    /** What is still to be paid; negative where money is to go back. */
    Money due(Reckoning reckoned) {
        return all.stream().map(Tender::amount).reduce(reckoned.total(), Money::minus);
    }

    Money of(TenderType type, Money nothing) {
        return of(type, all, nothing);
    }

    static Money of(TenderType type, List<Tender> tenders, Money nothing) {
        return tenders.stream()
                .filter(tender -> tender.type() == type)
                .map(Tender::amount)
                .reduce(nothing, Money::plus);
    }

    long cards() {
        return all.stream().filter(tender -> tender.type() == TenderType.CARD).count();
    }

    Stream<String> vouchers() {
        return all.stream().flatMap(tender -> tender.voucher().stream());
    }
}
