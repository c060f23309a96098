package org.sekisho.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.database.TestStore;

class UnreachableServerTest {

    @TempDir
    Path temp;

    @Test
    void serverThatIsNotThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        RegisterDatabase database = TestStore.in(
                        temp, "jdbc:postgresql://127.0.0.1:" + port + "/shop?user=u&password=geheim")
                .open();
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(database::open)
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(StorageFault.Kind.UNREACHABLE))
                .withMessageContaining("127.0.0.1:" + port)
                .withMessageNotContaining("geheim");
        database.stop();
    }

    @Test
    void settingThatIsNoUrlIsSaidSo() throws Exception {
        RegisterDatabase database = TestStore.in(temp, "jdbc:postgresql:://").open();
        assertThatExceptionOfType(StorageFault.class).isThrownBy(database::open);
        database.stop();
    }
}
