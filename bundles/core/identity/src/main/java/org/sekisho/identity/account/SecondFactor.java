package org.sekisho.identity.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.identity.OneTimeCodeScheme;
import org.sekisho.storage.Database;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;

/** What a code says of somebody whose password was right. Each secret is sealed for its owner alone, opened for one look and zeroed. */
final class SecondFactor {

    private final Database database;
    private final Secrets secrets;
    private final Supplier<@Nullable OneTimeCodeScheme> scheme;

    /** @param scheme gives null while no plugin is there */
    SecondFactor(Database database, Secrets secrets, Supplier<@Nullable OneTimeCodeScheme> scheme) {
        this.database = database;
        this.secrets = secrets;
        this.scheme = scheme;
    }

    Judgement judge(String name, char[] code, Instant now) throws StorageFault {
        Optional<byte[]> sealed = database.read(tx -> AccountCode.find(tx, name));
        if (sealed.isEmpty()) {
            return new Judgement(Verdict.NOT_ASKED, 0);
        }
        OneTimeCodeScheme there = scheme.get();
        if (there == null) {
            return new Judgement(Verdict.UNCHECKED, 0);
        }
        if (code.length == 0) {
            return new Judgement(Verdict.NEEDED, 0);
        }
        OptionalLong step = stepOf(code, secrets.open(sealed.get(), purpose(name)), there, now);
        return step.isPresent() ? new Judgement(Verdict.RIGHT, step.getAsLong()) : new Judgement(Verdict.WRONG, 0);
    }

    /** Zeroes the secret. */
    private static OptionalLong stepOf(char[] code, byte[] secret, OneTimeCodeScheme scheme, Instant now) {
        try {
            return scheme.stepOf(code, secret, now);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** What a secret is sealed for: in another's row it opens nothing. */
    static String purpose(String name) {
        return "one-time codes of " + name;
    }

    enum Verdict {
        /** They have no code. */
        NOT_ASKED,
        NEEDED,
        WRONG,
        /** Of a step that may have been used before. */
        RIGHT,
        /** Nothing here checks codes. */
        UNCHECKED
    }

    /** @param step that the right code belongs to */
    record Judgement(Verdict verdict, long step) {}
}
