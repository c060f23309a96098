package org.sekisho.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.AnchorLine;
import org.sekisho.journal.Verification;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho journal verify}: 0 where every chain holds, 1 where one does not. */
@CommandLine.Command
final class JournalVerifyCommand extends Command {

    @Mixin
    private final Auditor auditor = new Auditor();

    @Option(names = "--anchor", paramLabel = "FILE", descriptionKey = "journal.anchor")
    @Nullable
    String anchor;

    @Option(names = "--key", paramLabel = "HEX", descriptionKey = "journal.key-option")
    @Nullable
    String key;

    JournalVerifyCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        if (key != null && !key.matches("[0-9a-f]{64}")) {
            throw console.fault(CommandFault.USAGE, "journal.bad-key", key);
        }
        List<AnchorLine> anchors = anchors();
        register.open();
        auditor.check(register, console);
        return tell(register.anchors().verify(anchors, Optional.ofNullable(key)), anchors);
    }

    private int tell(Verification verification, List<AnchorLine> anchors) {
        if (verification instanceof Verification.Broken broken) {
            console.say("journal.broken", broken.lane(), broken.seq(), broken.why());
            return CommandFault.FAULT;
        }
        if (verification instanceof Verification.Distrusted line) {
            Anchor anchor = anchors.get(line.line() - 1).anchor();
            console.say("journal.anchor." + line.reason(), line.line(), anchor.lane(), Long.toString(anchor.seq()));
            return CommandFault.FAULT;
        }
        Verification.Whole whole = (Verification.Whole) verification;
        console.say("journal.whole", whole.entries());
        whole.heads().forEach((lane, hash) -> console.say("journal.head", lane, hash));
        if (!anchors.isEmpty()) {
            long unsigned = anchors.stream()
                    .filter(AnchorLine.Unsigned.class::isInstance)
                    .count();
            console.say("journal.anchored", anchors.size() - unsigned, unsigned);
        }
        return CommandFault.DONE;
    }

    private boolean isTorn(String line) {
        boolean torn = AnchorLine.isTorn(line);
        if (torn) {
            console.note("journal.torn-anchor", anchor);
        }
        return torn;
    }

    private List<AnchorLine> anchors() throws CommandFault {
        if (anchor == null) {
            return List.of();
        }
        try {
            return new String(console.readFile(anchor), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !isTorn(line))
                    .map(AnchorLine::of)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw console.fault(CommandFault.USAGE, "journal.bad-anchor", anchor, e.getMessage());
        }
    }
}
