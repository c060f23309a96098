package org.sekisho.driver.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.api.device.DisplayWidth;

/**
 * What a Japanese printer has letters for.
 *
 * <p>Java's {@code windows-31j} knows ①, ㈱ and 髙 but turns the wave dash and the minus sign into "?"; {@code Shift_JIS} knows
 * those two and loses ①, ㈱ and 髙. Here the few characters that both name differently are renamed first, so that all of both can be
 * printed. What cannot is spelt with plainer letters where Unicode says how, and otherwise becomes 〓, which everybody sees.
 *
 * @param jisOnly whether the printer lacks NEC's and IBM's additions to JIS X 0208
 */
record PrinterCharacters(boolean jisOnly) {

    private static final Charset CHARSET = Charset.forName("windows-31j");
    private static final Pattern MARKED = Pattern.compile(".\\p{M}+");
    private static final String MISSING = "〓";
    /** What JIS X 0208 and Unicode call them, and what windows-31j does; 5C is a yen sign on the paper. */
    private static final String FROM = "〜−‖—¢£¬‾\\";

    private static final String TO = "～－∥―￠￡￢￣＼";

    /** The same text in letters that the printer has; to be done before it is laid out, as its width may change. */
    String printable(String text) {
        StringBuilder out = new StringBuilder();
        composed(text).codePoints().forEach(c -> out.append(letter(Character.toString(c))));
        return out.toString();
    }

    /** The bytes of printable text: the yen sign is 5C, which {@code windows-31j} keeps for the backslash. */
    byte[] encode(String printable) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printable
                .codePoints()
                .mapToObj(c -> c == '¥' ? "\\" : Character.toString(c))
                .forEach(letter -> out.writeBytes(letter.getBytes(CHARSET)));
        return out.toByteArray();
    }

    /** Marks joined to their letters, and nothing else: Unicode's own composition would also turn \uFA19 into \u795E. */
    private static String composed(String text) {
        return MARKED.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(Normalizer.normalize(m.group(), Form.NFC)));
    }

    private String letter(String letter) {
        if (DisplayWidth.of(letter) == 0) {
            return ""; // A mark that no letter took, or a variant that no printer has.
        }
        int renamed = FROM.indexOf(letter);
        if (renamed >= 0) {
            return TO.substring(renamed, renamed + 1);
        }
        if (isPrintable(letter)) {
            return letter;
        }
        if (letter.equals("€")) {
            return "EUR";
        }
        String nearest = decoded(letter);
        String plainer = isPrintable(nearest)
                ? nearest
                : Normalizer.normalize(letter, Form.NFKD).replaceAll("\\p{M}", "");
        boolean spelt = !plainer.isEmpty() && plainer.codePoints().allMatch(c -> isPrintable(Character.toString(c)));
        return spelt ? plainer : MISSING;
    }

    /** What the charset makes of it there and back: « for instance comes back as ≪, and what it lacks as nothing. */
    private static String decoded(String letter) {
        ByteBuffer bytes;
        try {
            bytes = CHARSET.newEncoder().encode(CharBuffer.wrap(letter));
        } catch (CharacterCodingException e) {
            return "";
        }
        return CHARSET.decode(bytes).toString();
    }

    /** Control characters are none: a name in the catalogue must not give the printer commands. */
    private boolean isPrintable(String letter) {
        if (letter.equals("¥")) {
            return true;
        }
        int type = letter.isEmpty() ? Character.CONTROL : Character.getType(letter.codePointAt(0));
        if (type == Character.CONTROL
                || type == Character.PRIVATE_USE
                || !decoded(letter).equals(letter)) {
            return false;
        }
        byte[] bytes = letter.getBytes(CHARSET);
        int lead = bytes[0] & 0xFF;
        return !jisOnly || bytes.length == 1 || (lead != 0x87 && lead < 0xED);
    }
}
