package org.sekisho.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import org.sekisho.identity.PasswordResult;
import org.sekisho.storage.StorageFault;

/** Asks for a new password and tells what became of it. */
final class PasswordAnswer {

    private PasswordAnswer() {}

    /** From the file, or typed twice at the terminal; empty where nothing was typed or nobody can be asked. */
    static Optional<char[]> ask(Console console, Optional<String> file, String name) throws CommandFault {
        Optional<char[]> first = console.secret(file, "ask.new-password", name);
        if (file.isPresent() || first.isEmpty() || first.get().length == 0) {
            return first.filter(p -> p.length > 0);
        }
        char[] again =
                console.secret(Optional.empty(), "ask.new-password-again", name).orElse(new char[0]);
        boolean same = Arrays.equals(first.get(), again);
        Arrays.fill(again, '\0');
        if (!same) {
            Arrays.fill(first.get(), '\0');
            throw console.fault(CommandFault.USAGE, "password.differ");
        }
        return first;
    }

    static void show(Register register, Console console, String name, PasswordResult result)
            throws CommandFault, StorageFault {
        if (result instanceof PasswordResult.OneTime oneTime) {
            console.say("password.one-time", name, oneTime.password());
        } else if (result instanceof PasswordResult.Refused refused) {
            String profile = register.operators().passwordProfile();
            throw new CommandFault(
                    CommandFault.REFUSED,
                    refused.sentences().stream()
                            .map(sentence -> sentence.in(console.language()))
                            .collect(joining("\n  ", console.text("password.refused", name, profile) + "\n  ", "")));
        } else {
            console.say("password.set", name);
        }
    }
}
