package org.sekisho.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.identity.ApproverKeys;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine.Option;

/** Who lets a bundle in or takes it out: one person, and a second one where red powers ask for two. */
final class Approvers implements AutoCloseable {

    @Option(names = "--as", paramLabel = "USER", descriptionKey = "as")
    private @Nullable String name;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password-file")
    private @Nullable String passwordFile;

    @Option(names = "--second", paramLabel = "USER", descriptionKey = "approve.second")
    private @Nullable String second;

    @Option(names = "--second-password-file", paramLabel = "FILE", descriptionKey = "password-file")
    private @Nullable String secondPasswordFile;

    private final List<ApproverKeys.Key> opened = new ArrayList<>();

    /** Signs them on, sees that they may, and opens their keys until this is closed. */
    List<ApproverKey> keys(Register register, Console console) throws CommandFault, StorageFault {
        open(new Person(name, passwordFile), register, console);
        if (second != null) {
            open(new Person(second, secondPasswordFile), register, console);
        }
        return opened.stream().<ApproverKey>map(Signing::new).toList();
    }

    private void open(Person person, Register register, Console console) throws CommandFault, StorageFault {
        opened.add(person.approverKey(register, console));
    }

    @Override
    public void close() {
        opened.forEach(ApproverKeys.Key::close);
    }

    /** A key of the register's operators, as the gate wants it. */
    private record Signing(ApproverKeys.Key key) implements ApproverKey {

        @Override
        public String name() {
            return key.name();
        }

        @Override
        public byte[] publicKey() {
            return key.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            return key.sign(message);
        }
    }
}
