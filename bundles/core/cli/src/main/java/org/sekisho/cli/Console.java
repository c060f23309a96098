package org.sekisho.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.sekisho.gate.program.Invocation;
import org.sekisho.storage.StorageFault;

/** The person at the other end of a command: what they read, in their language, and what they are asked. */
final class Console {

    private final Invocation invocation;
    private final ResourceBundle texts;

    Console(Invocation invocation) {
        this.invocation = invocation;
        this.texts = ResourceBundle.getBundle(
                "org.sekisho.cli.messages",
                languageOf(invocation.environment()),
                Console.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Japanese where the locale variables of POSIX say so, in their order; English otherwise. */
    static Locale languageOf(Map<String, String> environment) {
        for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return value.startsWith("ja") ? Locale.JAPANESE : Locale.ROOT;
            }
        }
        return Locale.ROOT;
    }

    ResourceBundle texts() {
        return texts;
    }

    Locale language() {
        return texts.getLocale();
    }

    Invocation invocation() {
        return invocation;
    }

    PrintStream out() {
        return invocation.out();
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }

    void say(String key, Object... arguments) {
        invocation.out().println(text(key, arguments));
    }

    /** A line that no string ever holds; the caller zeroes it. */
    void saySecret(char[] secret) {
        byte[] line = new byte[secret.length + 1];
        for (int i = 0; i < secret.length; i++) {
            line[i] = (byte) secret[i];
        }
        line[secret.length] = '\n';
        invocation.out().write(line, 0, line.length);
        invocation.out().flush();
        Arrays.fill(line, (byte) 0);
    }

    /** What the database or the vault cannot do, with its facts; they are named in English. */
    String sentence(StorageFault fault) {
        return text("storage." + fault.kind().name(), String.valueOf(fault.getMessage()));
    }

    void note(String key, Object... arguments) {
        invocation.err().println(text(key, arguments));
    }

    /** Whoever reads what was written must not take a part of it for the whole. */
    void requireWritten() throws CommandFault {
        if (invocation.out().checkError()) {
            throw fault(CommandFault.FAULT, "export.not-whole");
        }
    }

    CommandFault fault(int exitCode, String key, Object... arguments) {
        return new CommandFault(exitCode, text(key, arguments));
    }

    Path path(String name) {
        return invocation.workingFolder().resolve(name);
    }

    BufferedReader input() {
        return new BufferedReader(new InputStreamReader(invocation.in(), StandardCharsets.UTF_8));
    }

    byte[] readFile(String name) throws CommandFault {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw fault(CommandFault.USAGE, "file.unreadable", name);
        }
    }

    /** The first line of a password file, or what is typed at the terminal; empty where there is neither. */
    Optional<char[]> secret(Optional<String> file, String promptKey, Object... arguments) throws CommandFault {
        if (file.isPresent()) {
            return Optional.of(firstLine(readFile(file.get())));
        }
        return invocation.ask(text(promptKey, arguments), true);
    }

    private static char[] firstLine(byte[] bytes) {
        CharBuffer chars = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
        int end = 0;
        while (end < chars.length() && chars.get(end) != '\n' && chars.get(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        chars.get(line);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(chars.array(), '\0');
        return line;
    }
}
