package org.sekisho.gate.launch;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.message.Messages;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.trust.Assembly;
import org.sekisho.gate.tuf.Versions;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.TrustAge;
import org.sekisho.gate.vouch.Installation;
import org.sekisho.gate.vouch.VerifiedBundle;
import org.sekisho.gate.vouch.Vouched;
import org.sekisho.gate.vouch.Vouching;

/** {@code sekisho check}: verifies all that would run, starts nothing, writes nothing, and works while a register runs. */
final class CheckCommand {

    private final Installation installation;
    private final HomeFolder home;
    private final Messages messages;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    CheckCommand(
            Installation installation,
            HomeFolder home,
            Messages messages,
            PrintStream out,
            PrintStream err,
            Clock clock) {
        this.installation = installation;
        this.home = home;
        this.messages = messages;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** Returns 0 when the register would start, even if something that the shop added would be left out; else 3. */
    int run(List<String> arguments) throws IOException {
        List<String> options = new ArrayList<>(arguments);
        options.remove("check");
        boolean json = options.remove("--json");
        if (!options.isEmpty()) {
            err.println(messages.say("fault.usage.check"));
            return Main.USAGE;
        }
        try {
            Vouched vouched = Vouching.vouch(installation, home.ifExists(), clock);
            print(json, Optional.of(vouched), vouched.refused());
            return 0;
        } catch (NotStarted refused) {
            print(json, Optional.empty(), refused.reasons());
            return Main.REFUSED;
        }
    }

    private void print(boolean json, Optional<Vouched> vouched, List<Refused> refused) throws IOException {
        Sentences sentences = new Sentences(messages);
        List<Refusal> refusals = refused.stream()
                .map(each -> sentences.of(each, clock.instant()))
                .toList();
        if (json) {
            out.println(json(vouched, refusals));
            return;
        }
        out.println(messages.say(vouched.isPresent() ? "check.ok" : "check.refused"));
        vouched.ifPresent(this::summary);
        out.println(messages.say("check.left", refusals.size()));
        refusals.forEach(refusal -> out.println("  " + refusal.sentence()));
    }

    private void summary(Vouched vouched) {
        Versions versions = vouched.lists().repository().versions();
        Assembly assembly = vouched.lists().assembly();
        out.println(messages.say(
                "check.lists", versions.root(), versions.timestamp(), versions.snapshot(), versions.targets()));
        out.println(messages.say("check.register", delivered(vouched), assembly.name(), assembly.version()));
        out.println(messages.say("check.added", vouched.bundles().size() - delivered(vouched)));
        out.println(messages.say("check.platform", assembly.platform().size()));
        if (vouched.lists().repository().isDevelopment()) {
            out.println(messages.say("development"));
        }
        if (vouched.age() != TrustAge.FRESH) {
            out.println(messages.say("age." + vouched.age()));
        }
    }

    private static int delivered(Vouched vouched) {
        return (int) vouched.bundles().stream()
                .filter(VerifiedBundle::belongsToRegister)
                .count();
    }

    private static String json(Optional<Vouched> vouched, List<Refusal> refusals) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("schema").value(1);
            json.name("starts").value(vouched.isPresent());
            if (vouched.isPresent()) {
                Vouched found = vouched.get();
                Versions versions = found.lists().repository().versions();
                json.name("development").value(found.lists().repository().isDevelopment());
                json.name("age").value(found.age().name());
                json.name("assembly").value(found.lists().assembly().name());
                json.name("versions").beginObject();
                json.name("root").value(versions.root());
                json.name("timestamp").value(versions.timestamp());
                json.name("snapshot").value(versions.snapshot());
                json.name("targets").value(versions.targets()).endObject();
                json.name("bundles").value(delivered(found));
                json.name("added").value(found.bundles().size() - delivered(found));
                json.name("platform").value(found.lists().assembly().platform().size());
            }
            json.name("refusals").beginArray();
            for (Refusal refusal : refusals) {
                json.beginObject().name("code").value(refusal.code().name());
                json.name("subject").value(refusal.subject());
                json.name("sentence").value(refusal.sentence()).endObject();
            }
            json.endArray().endObject();
        }
        return text.toString();
    }
}
