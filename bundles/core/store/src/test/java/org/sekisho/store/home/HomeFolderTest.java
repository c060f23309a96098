package org.sekisho.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.store.HomeFault;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreClock;
import org.sekisho.store.StoreSettings;

class HomeFolderTest {

    private static final StoreSettings SHOP = StoreSettings.ofJapaneseShop(new Issuer("関所商店", "T7000012050002"));

    @TempDir
    Path temp;

    @Test
    void aFolderWithoutStoreJsonIsNoHomeYet() throws Exception {
        HomeFolder home = new HomeFolder(temp.resolve("none"));
        assertThat(home.isInitialised()).isFalse();
        assertThatThrownBy(home::settings).isInstanceOf(HomeFault.class).hasMessageContaining("sekisho init");
    }

    @Test
    void whatIsCreatedIsReadByTheNextStart() throws Exception {
        Path folder = temp.resolve("a/b/../home");
        new HomeFolder(folder).create(SHOP);
        HomeFolder next = new HomeFolder(folder);
        assertThat(next.folder()).isEqualTo(temp.resolve("a/home"));
        assertThat(next.isInitialised()).isTrue();
        assertThat(next.settings()).isEqualTo(SHOP);
    }

    @Test
    void onlyTheOwnerMayOpenIt() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        new HomeFolder(folder).create(SHOP);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("store.json"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("store.json"));
        }
    }

    @Test
    void aHomeIsNotMadeTwice() throws Exception {
        new HomeFolder(temp).create(SHOP);
        byte[] before = Files.readAllBytes(temp.resolve("store.json"));
        assertThatThrownBy(() -> new HomeFolder(temp).create(SHOP)).isInstanceOf(HomeFault.class);
        assertThat(temp.resolve("store.json")).hasBinaryContent(before);
    }

    @Test
    void settingsAreReadOnceAndAFaultAgain() throws Exception {
        HomeFolder home = new HomeFolder(temp);
        Files.writeString(temp.resolve("store.json"), "{");
        assertThatThrownBy(home::settings).isInstanceOf(HomeFault.class);
        Files.writeString(temp.resolve("store.json"), SettingsWriter.write(SHOP));
        StoreSettings first = home.settings();
        Files.writeString(temp.resolve("store.json"), "{");
        assertThat(home.settings()).isSameAs(first);
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws Exception {
        Files.write(temp.resolve("store.json"), new byte[] {'{', '"', (byte) 0x93, '"'});
        assertThatThrownBy(new HomeFolder(temp)::settings).hasMessageContaining("UTF-8");
    }

    @Test
    void theDayBeginsAtItsHourOnTheShopsWall() throws Exception {
        HomeFolder home = new HomeFolder(temp);
        home.create(SHOP);
        StoreClock clock =
                new StoreDayClock(home, Clock.fixed(Instant.parse("2026-04-01T19:59:59.999999Z"), ZoneOffset.UTC));
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-04-01T19:59:59.999Z"));
        assertThat(clock.businessDate(clock.now())).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(clock.businessDate(Instant.parse("2026-04-01T20:00:00Z"))).isEqualTo(LocalDate.of(2026, 4, 2));
    }
}
