package org.sekisho.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.sekisho.gate.view.GateView;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;

/** The one screen that says what runs here, who vouches for it, and what was refused. */
final class Banner {

    private final Console console;

    Banner(Console console) {
        this.console = console;
    }

    void loaded(GateView gate) {
        development(gate);
        int name = widest(gate, LoadedBundle::symbolicName);
        int version = widest(gate, LoadedBundle::version);
        for (LoadedBundle bundle : gate.loaded()) {
            console.out()
                    .println("  " + padded(bundle.symbolicName(), name) + padded(bundle.version(), version)
                            + bundle.sha256().substring(0, 12) + "  " + bundle.publisher() + ", " + bundle.vouchedBy());
        }
        console.say("banner.columns", gate.loaded().size());
        refused(gate.refusals());
    }

    /** The same in a few lines: how many bundles each voucher stands for. */
    void summary(GateView gate) {
        development(gate);
        Map<String, Integer> byVoucher = new TreeMap<>();
        gate.loaded().forEach(bundle -> byVoucher.merge(bundle.vouchedBy(), 1, Integer::sum));
        byVoucher.forEach((voucher, count) -> console.say("banner.loaded", count, voucher));
        refused(gate.refusals());
    }

    private void development(GateView gate) {
        if (gate.isDevelopment()) {
            console.say("banner.development");
        }
    }

    private void refused(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            console.say("banner.nothing-refused");
        }
        refusals.forEach(refusal -> console.out().println("  " + refusal.sentence()));
    }

    private static int widest(GateView gate, Function<LoadedBundle, String> column) {
        return gate.loaded().stream().map(column).mapToInt(String::length).max().orElse(0) + 2;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
