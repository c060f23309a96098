package org.sekisho.devices.virtual;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.terminal.PaymentAnswer;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.api.terminal.PaymentTerminal;

/**
 * A card terminal that moves no money, and says so on the receipt. Like a real one it remembers on its own what it did, durably, one file
 * an order: the register can lose its answer, and be killed, and ask later.
 *
 * <p>The setting {@code answer} makes it misbehave: {@code decline}; {@code drop-before} and {@code drop-after} charging; or {@code by-amount},
 * by the amount's last two digits as ISO 8583 numbers its answers: 51 not sufficient funds, 91 nobody reached (dropped before charging), 68
 * answered too late (dropped after charging). {@code delay} are milliseconds that a customer takes, {@code linger} those that the answer
 * takes once the card is charged.
 */
public final class VirtualTerminal implements PaymentTerminal {

    private static final String CARD = "TEST CARD 決済なし ************4242";

    private final Path folder;
    private final String answer;
    private final int delay;
    private final int linger;

    /** @throws IllegalArgumentException when a setting is wrong */
    public VirtualTerminal(Path folder, DeviceSettings settings) {
        settings.allow("answer", "delay", "linger");
        this.folder = folder;
        this.answer = settings.choice("answer", "approve", "decline", "drop-before", "drop-after", "by-amount");
        this.delay = settings.number("delay", 0);
        this.linger = settings.number("linger", 0);
    }

    @Override
    public PaymentAnswer carryOut(PaymentOrder order) throws DeviceFault {
        Optional<PaymentAnswer> before = ask(order);
        if (before.isPresent()) {
            return before.get();
        }
        wait(delay);
        switch (answer.equals("by-amount") ? byAmount(order.amount().minor() % 100) : answer) {
            case "decline" -> {
                return keep(order, PaymentAnswer.declined("51"));
            }
            case "drop-before" ->
                throw new DeviceFault(Kind.TIMEOUT, "the virtual terminal went away before it charged");
            case "drop-after" -> {
                keep(order, approved(order));
                throw new DeviceFault(Kind.TIMEOUT, "the virtual terminal went away after it charged");
            }
            default -> {
                PaymentAnswer charged = keep(order, approved(order));
                wait(linger);
                return charged;
            }
        }
    }

    private static String byAmount(long digits) {
        if (digits == 51) {
            return "decline";
        }
        if (digits == 91) {
            return "drop-before";
        }
        return digits == 68 ? "drop-after" : "approve";
    }

    @Override
    public Optional<PaymentAnswer> ask(PaymentOrder order) throws DeviceFault {
        try {
            JsonObject kept =
                    JsonParser.parseString(Files.readString(file(order.id()))).getAsJsonObject();
            return Optional.of(
                    kept.get("approved").getAsBoolean()
                            ? approved(order)
                            : PaymentAnswer.declined(kept.get("reason").getAsString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
            throw new DeviceFault(Kind.PROTOCOL, "the virtual terminal cannot read what it did in " + folder, e);
        }
    }

    private static PaymentAnswer approved(PaymentOrder order) {
        String id = order.id().toString();
        return PaymentAnswer.approved(CARD, id.substring(id.length() - 12));
    }

    private PaymentAnswer keep(PaymentOrder order, PaymentAnswer answered) throws DeviceFault {
        JsonObject kept = new JsonObject();
        kept.addProperty("kind", order.kind().name());
        kept.addProperty("amount", order.amount().minor());
        kept.addProperty("approved", answered.approved());
        kept.addProperty("reason", answered.reason());
        order.original().ifPresent(original -> kept.addProperty("original", original));
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".order-", ".part");
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(kept.toString().getBytes(StandardCharsets.UTF_8)));
                file.force(true);
            }
            Files.move(part, file(order.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DeviceFault(Kind.OFFLINE, "the virtual terminal cannot write to " + folder, e);
        }
        return answered;
    }

    private Path file(UUID id) {
        return folder.resolve(id + ".json");
    }

    private static void wait(int millis) throws DeviceFault {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceFault(Kind.TIMEOUT, "the virtual terminal was interrupted", e);
        }
    }
}
