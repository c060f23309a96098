package org.sekisho.gate.launch;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.boot.Phases;
import org.sekisho.gate.boot.RefusalRecord;
import org.sekisho.gate.boot.Register;
import org.sekisho.gate.cache.PrivateFolder;
import org.sekisho.gate.control.Call;
import org.sekisho.gate.message.Messages;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.program.Program;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.vouch.Installation;
import org.sekisho.gate.vouch.Shop;
import org.sekisho.gate.vouch.TrustStore;
import org.sekisho.gate.vouch.Vouched;
import org.sekisho.gate.vouch.Vouching;

/** Runs one command in a register that this process brings up: verify, boot, run, remember, stop. */
final class BootCommand {

    private final Installation installation;
    private final HomeFolder home;
    private final Messages messages;
    private final Streams streams;
    private final Phases phases;
    private final Ending ending;
    private final Sentences sentences;
    private final RefusalRecord refusals;
    private final Clock clock = Clock.systemUTC();

    BootCommand(
            Installation installation,
            HomeFolder home,
            Messages messages,
            Streams streams,
            Phases phases,
            Ending ending) {
        this.installation = installation;
        this.home = home;
        this.messages = messages;
        this.streams = streams;
        this.phases = phases;
        this.ending = ending;
        this.sentences = new Sentences(messages);
        this.refusals = new RefusalRecord(home::ifExists);
    }

    /** @param locked whether this process holds the home's lock, so that it may use the home's own folders */
    int run(Call call, boolean locked) throws Exception {
        try {
            Vouched vouched = Vouching.vouch(installation, home.ifExists(), clock);
            vouched.refused().forEach(refused -> refusals.add(sentences.of(refused, clock.instant())));
            phases.end("verify");
            try (PrivateFolder storage = locked ? PrivateFolder.fresh(home.run()) : PrivateFolder.temporary()) {
                Shop shop = new Shop(installation, home.path(), clock);
                Register register =
                        Register.start(home.path(), storage.path(), vouched, shop, sentences, refusals, phases);
                try {
                    return run(register, call, locked);
                } finally {
                    register.stop();
                }
            }
        } catch (NotStarted refused) {
            return refuse(refused.reasons());
        }
    }

    /** Who does not hold the lock writes nothing into a home, but into the one that its own command made. */
    private int run(Register register, Call call, boolean locked) throws Exception {
        Optional<Program> program = register.program();
        if (program.isEmpty()) {
            streams.err().println(messages.say("fault.program"));
            return Main.FAULT;
        }
        boolean had = home.exists();
        if (locked) {
            remember(register.vouched());
        }
        int code = program.get().run(new LocalInvocation(call, streams, program.get(), register, home, phases, ending));
        if (!had) {
            remember(register.vouched());
        }
        return code;
    }

    /** What ran well is what the next start falls back to. A disk that does not take it stops no sale. */
    private void remember(Vouched vouched) {
        if (home.exists()) {
            try {
                new TrustStore(home.path())
                        .keep(vouched.memory(), vouched.lists().repository().received());
            } catch (IOException e) {
                streams.err().println(messages.say("fault.home", home.path(), String.valueOf(e.getMessage())));
            }
        }
    }

    private int refuse(List<Refused> reasons) {
        streams.err().println(messages.say("refused.start"));
        for (Refused refused : reasons) {
            var refusal = sentences.of(refused, clock.instant());
            refusals.add(refusal);
            streams.err().println(refusal.sentence());
        }
        return Main.REFUSED;
    }
}
