package org.sekisho.customers.keep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.sekisho.customers.Personal;

/**
 * By what customers are found, without telling what it is: the first 16 bytes, in hex, of HMAC-SHA-256 under a key of its own over
 * the kind of field, a zero byte and what is left of the text once width, case, spaces, kana and country code make no difference. Equal texts have
 * equal tags, so whoever has the database sees which customers share a name, and no more; a tag is found for a whole text only.
 */
final class BlindIndex {

    private static final int BYTES = 16;
    private static final int KATAKANA_FIRST = 'ァ';
    private static final int KATAKANA_LAST = 'ヶ';
    private static final int TO_HIRAGANA = 'ァ' - 'ぁ';

    private final Keys keys;

    BlindIndex(Keys keys) {
        this.keys = keys;
    }

    /** Under what a customer is found. */
    List<String> tags(Personal personal) {
        List<String> tags = new ArrayList<>();
        add(tags, "name", name(personal.name()));
        add(tags, "phone", phone(personal.phone()));
        add(tags, "email", email(personal.email()));
        return List.copyOf(tags);
    }

    /** Under what a customer would be found of whom that is the name, the phone number or the e-mail address. */
    List<String> tags(String text) {
        List<String> tags = new ArrayList<>();
        add(tags, "name", name(text));
        add(tags, "phone", phone(text));
        add(tags, "email", email(text));
        return List.copyOf(tags);
    }

    private void add(List<String> tags, String kind, String normal) {
        if (!normal.isEmpty()) {
            byte[] mac = keys.index((kind + "\0" + normal).getBytes(UTF_8));
            tags.add(HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
        }
    }

    /** Without spaces and middle dots, in lower case, katakana as hiragana. */
    static String name(String text) {
        StringBuilder plain = new StringBuilder();
        folded(text)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '・')
                .map(c -> c >= KATAKANA_FIRST && c <= KATAKANA_LAST ? c - TO_HIRAGANA : c)
                .forEach(plain::appendCodePoint);
        return folded(plain.toString()); // an accent that stood behind a space joins the letter before it
    }

    /** Digits; {@code +81 90 …} as {@code 090…}, other countries with their plus. Empty for what is no number. */
    static String phone(String text) {
        String folded = folded(text);
        if (folded.codePoints().anyMatch(Character::isLetter)) {
            return "";
        }
        String digits = folded.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || !folded.strip().startsWith("+")) {
            return digits;
        }
        if (!digits.startsWith("81")) {
            return "+" + digits;
        }
        String national = digits.substring(2);
        return national.startsWith("0") ? national : "0" + national;
    }

    static String email(String text) {
        String folded = folded(text).strip();
        return folded.contains("@") ? folded : "";
    }

    private static String folded(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
