package org.sekisho.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine.Option;

/** Who stands by to approve: {@code --approver USER --approver-password-file F}, or asked at the terminal. */
final class SecondPerson {

    @Option(names = "--approver", paramLabel = "USER", descriptionKey = "ring.approver")
    private @Nullable String name;

    @Option(names = "--approver-password-file", paramLabel = "FILE", descriptionKey = "password-file")
    private @Nullable String passwordFile;

    /** Signed on; empty when nobody stands by. */
    Optional<Operator> signOn(Register register, Console console) throws CommandFault, StorageFault {
        return name == null
                ? Optional.empty()
                : Optional.of(new Person(name, passwordFile).signOn(register, console, Optional.empty()));
    }
}
