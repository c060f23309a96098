package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An exported journal, as an auditor reads it. */
record Export(List<JsonObject> entries) {

    private static final Gson PLAIN = new GsonBuilder().disableHtmlEscaping().create();

    static Export of(Register register) {
        List<JsonObject> entries = new ArrayList<>();
        register.must("", "journal", "export")
                .out()
                .lines()
                .forEach(line -> entries.add(JsonParser.parseString(line).getAsJsonObject()));
        return new Export(entries);
    }

    List<JsonObject> payloads(String type) {
        return entries.stream()
                .filter(entry -> entry.get("type").getAsString().equals(type))
                .map(entry -> entry.getAsJsonObject("payload"))
                .toList();
    }

    /** Somebody can read later that this was refused, and why. */
    void assertRefused(String code, String subject) {
        assertThat(payloads("BundleRefused")).anySatisfy(refusal -> {
            assertThat(refusal.get("code").getAsString()).isEqualTo(code);
            assertThat(refusal.get("subject").getAsString()).isEqualTo(subject);
            assertThat(refusal.get("sentence").getAsString()).startsWith(code + " " + subject + ": ");
        });
    }

    /** The receipt numbers of all closed sales, in the order of the journal. */
    List<String> receiptNumbers() {
        return payloads("SaleClosed").stream()
                .map(sale -> sale.get("receiptNumber").getAsString())
                .toList();
    }

    /**
     * Follows the chain as commands.md and checkout.md describe it to others: {@code prev} is the hash before, the hash is over what the
     * line says. Written here anew, so that it does not believe what the register believes.
     */
    void assertChainHolds() {
        String prev = "0".repeat(64);
        long seq = 1;
        for (JsonObject entry : entries) {
            assertThat(entry.get("seq").getAsLong()).isEqualTo(seq++);
            assertThat(entry.get("prev").getAsString()).isEqualTo(prev);
            prev = hash(entry, prev);
            assertThat(entry.get("hash").getAsString()).as("entry %d", seq - 1).isEqualTo(prev);
        }
    }

    private static String hash(JsonObject entry, String prev) {
        JsonObject hashed = entry.deepCopy();
        hashed.remove("prev");
        hashed.remove("hash");
        byte[] text = (prev + "\n" + canonical(hashed)).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 8785 for what a journal holds: sorted names, no spaces, strings escaped as JSON wants it and no further. */
    private static String canonical(JsonElement value) {
        if (value instanceof JsonObject object) {
            return object.keySet().stream()
                    .sorted()
                    .map(name -> PLAIN.toJson(name) + ":" + canonical(object.get(name)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(Export::canonical)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return PLAIN.toJson(value);
    }

    /** On no lane a sale twice, a number twice, or one left out. */
    void assertNumbersHaveNoGaps() {
        List<String> numbers = receiptNumbers();
        Map<String, Integer> lanes = new TreeMap<>();
        for (String number : numbers) {
            String lane = number.substring(0, number.lastIndexOf('-'));
            assertThat(number).isEqualTo("%s-%06d".formatted(lane, lanes.merge(lane, 1, Integer::sum)));
        }
        Set<String> ids = payloads("SaleClosed").stream()
                .map(sale -> sale.get("saleId").getAsString())
                .collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(numbers);
    }
}
