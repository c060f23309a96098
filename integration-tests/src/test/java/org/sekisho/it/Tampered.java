package org.sekisho.it;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Jars as an attacker hands them on: copies, each beside its original in nothing but one thing. */
final class Tampered {

    private Tampered() {}

    /** One bit of one byte in the middle. */
    static Path byteChanged(Path jar, Path to) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        return Files.write(to, bytes);
    }

    static Path byteAppended(Path jar, Path to) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        return Files.write(to, Arrays.copyOf(bytes, bytes.length + 1));
    }

    static Path entryAdded(Path jar, Path to) throws IOException {
        Files.copy(jar, to);
        try (FileSystem zip = FileSystems.newFileSystem(to)) {
            Files.write(zip.getPath("/Added.class"), HexFormat.of().parseHex("cafebabe"));
        }
        return to;
    }

    /** The publisher's signature stripped off. */
    static Path unsigned(Path jar, Path to) throws IOException {
        Files.copy(jar, to);
        try (FileSystem zip = FileSystems.newFileSystem(to);
                Stream<Path> metaInf = Files.list(zip.getPath("/META-INF"))) {
            List<Path> signature = metaInf.filter(file ->
                            file.toString().endsWith(".SF") || file.toString().endsWith(".EC"))
                    .toList();
            for (Path file : signature) {
                Files.delete(file);
            }
        }
        return to;
    }
}
