package org.sekisho.storage.key;

import java.nio.file.Path;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.database.TestStore;

/** Rotates the vault of a store until it is killed; prints the number of the key file that opens it, each time. */
final class EndlessRotation {

    private EndlessRotation() {}

    /** @param args the folder of the store */
    public static void main(String[] args) throws Exception {
        HomeVault vault = TestStore.in(Path.of(args[0]), "hsqldb").vault();
        while (true) {
            Path next = vault.nextKeyFile();
            vault.rotate(new KeySource.KeyFile(next), () -> {});
            System.out.print("ROTATED " + number(next) + "\n");
            System.out.flush();
        }
    }

    /** The number in the name of a key file that was not the first. */
    static int number(Path file) {
        return Integer.parseInt(file.toString().replaceFirst("^.*-([0-9]+)\\.key$", "$1"));
    }
}
