package org.sekisho.gate.vouch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** Held by whoever changes them. */
    Path lock() throws IOException {
        Path folder = base.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            AtomicFiles.createFolders(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder.resolve("lock");
    }

    /** Ends what a replacement left that was killed: a slot that was moved away and has no successor comes back. */
    void recover() throws IOException {
        for (String name : NAMES) {
            Path old = old(name);
            if (!Files.exists(old)) {
                continue;
            }
            if (Files.exists(place(name))) {
                AtomicFiles.remove(old);
            } else {
                Files.move(old, place(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Puts a whole platform into a slot and makes it the live one; no slot is ever there by half. */
    void replace(Path slot, Path draft) throws IOException {
        Path old = old(slot.getFileName().toString());
        if (Files.exists(slot)) {
            Files.move(slot, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(draft, slot, StandardCopyOption.ATOMIC_MOVE);
        turnTo(slot);
        try {
            if (Files.exists(old)) {
                AtomicFiles.remove(old);
            }
        } catch (IOException stays) {
            // The new one is live; what is left goes before the next is taken.
        }
    }

    private Path old(String name) {
        return base.resolve(FOLDER).resolve("old-" + name);
    }

    /** Makes one of them the live one, by one atomic step. */
    void turnTo(Path platform) throws IOException {
        String name = platform.equals(base) ? DELIVERED : platform.getFileName().toString();
        Path live = base.resolve(FOLDER).resolve("live");
        AtomicFiles.write(
                live, (name + "\n").getBytes(StandardCharsets.UTF_8), PosixFilePermissions.fromString("rw-r--r--"));
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
