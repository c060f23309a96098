package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a phone, told a secret as a person types it; written from the RFCs, apart from the register. */
final class Authenticator {

    private static final Pattern SECRET = Pattern.compile("(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_MILLIS = 30_000;
    /** So long it may take until the register compares. */
    private static final int SLOW_MILLIS = 10_000;

    private final String letters;
    private long shown;

    private Authenticator(String letters) {
        this.letters = letters;
    }

    /** Gives somebody a second factor, and this the secret. */
    static Authenticator enrol(Register register, String name) throws IOException, InterruptedException {
        try (AtTerminal terminal = register.atTerminalAs(name, "totp", "on")) {
            String shown = terminal.awaits("The code that the app shows now");
            Authenticator phone = from(shown);
            assertThat(shown).contains("otpauth://totp/", ":" + name + "?secret=" + phone.letters() + "&issuer=");
            terminal.answer("): ", phone.next());
            terminal.awaits("From now on " + name);
            assertThat(terminal.ends()).isZero();
            return phone;
        }
    }

    private static Authenticator from(String screen) {
        Matcher secret = SECRET.matcher(screen);
        if (!secret.find()) {
            throw new AssertionError("no secret here:\n" + screen);
        }
        return new Authenticator(secret.group().replace(" ", ""));
    }

    String letters() {
        return letters;
    }

    byte[] secret() {
        byte[] bits = letters.chars()
                .mapToObj(letter -> BigInteger.valueOf(BASE32.indexOf(letter)))
                .reduce(BigInteger.ONE, (all, five) -> all.shiftLeft(5).or(five))
                .toByteArray();
        return Arrays.copyOfRange(bits, 1, bits.length);
    }

    /** The first that still counts and was not shown before; waits where all that count already were. */
    String next() throws InterruptedException {
        long step = Math.max((System.currentTimeMillis() + SLOW_MILLIS) / STEP_MILLIS - 1, shown + 1);
        while (step > System.currentTimeMillis() / STEP_MILLIS + 1) {
            Thread.sleep(200);
        }
        shown = step;
        return again();
    }

    /** The last one that was shown. */
    String again() {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret(), "HmacSHA1"));
            byte[] tag = mac.doFinal(ByteBuffer.allocate(8).putLong(shown).array());
            int truncated = ByteBuffer.wrap(tag).getInt(tag[19] & 15) & 0x7fffffff;
            return String.format("%06d", truncated % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
