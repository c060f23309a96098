package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.files.AtomicFiles;

/**
 * Where the platforms of one register lie: the one that was delivered, and in its {@code platform} folder {@code a} and {@code b}, which
 * take turns. {@code platform/live} names the one that {@code bin/sekisho} hands over to; the one before stays whole.
 *
 * @param base the folder that the register was delivered into
 */
public record Slots(Path base) {

    private static final String FOLDER = "platform";
    private static final String DELIVERED = "delivered";
    private static final List<String> NAMES = List.of("a", "b");

    /** Of the register that this platform belongs to. */
    public static Slots of(Installation installation) {
        Path folder = installation.folder();
        Path parent = folder.getParent();
        boolean isSlot = parent != null
                && parent.endsWith(FOLDER)
                && NAMES.contains(folder.getFileName().toString())
                && Files.isRegularFile(parent.resolve("live"));
        return new Slots(isSlot ? parent.getParent() : folder);
    }

    /** The platform that the next start uses. */
    public Path live() {
        return place(liveName());
    }

    /** The one before it; empty when there never was another. */
    public Optional<Path> before() {
        String other = other(liveName());
        return isThere(other) ? Optional.of(place(other)) : Optional.empty();
    }

    /** All of them that are there. */
    List<Path> all() {
        List<Path> all = new ArrayList<>();
        all.add(base);
        NAMES.stream().filter(this::isThere).map(this::place).forEach(all::add);
        return all;
    }

    /** Where the next one goes: never where the live one is. */
    Path next() {
        return place(liveName().equals("a") ? "b" : "a");
    }

    /** Where the next one is put together. */
    Path draft() {
        return base.resolve(FOLDER).resolve("new");
    }

    /** Makes one of them the live one, by one atomic step. */
    public void turnTo(Path platform) throws IOException {
        String name = platform.equals(base) ? DELIVERED : platform.getFileName().toString();
        Path live = base.resolve(FOLDER).resolve("live");
        AtomicFiles.write(live, (name + "\n").getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(live, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private String liveName() {
        try {
            String name = Files.readString(base.resolve(FOLDER).resolve("live")).strip();
            return isThere(name) ? name : DELIVERED;
        } catch (IOException none) {
            return DELIVERED;
        }
    }

    /** After both slots were filled they take turns; before that, what was delivered is the other. */
    private String other(String name) {
        return switch (name) {
            case "a" -> isThere("b") ? "b" : DELIVERED;
            case "b" -> isThere("a") ? "a" : DELIVERED;
            default -> "a";
        };
    }

    private boolean isThere(String name) {
        return name.equals(DELIVERED)
                || (NAMES.contains(name) && Files.isExecutable(place(name).resolve("bin/sekisho")));
    }

    private Path place(String name) {
        return name.equals(DELIVERED) ? base : base.resolve(FOLDER).resolve(name);
    }
}
