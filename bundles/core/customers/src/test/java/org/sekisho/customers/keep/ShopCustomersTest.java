package org.sekisho.customers.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.customers.Customer;
import org.sekisho.customers.CustomerRefusal;
import org.sekisho.customers.CustomerRefusal.Reason;
import org.sekisho.customers.Personal;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.journal.Verification;
import org.sekisho.journal.chain.JournalSchema;
import org.sekisho.journal.chain.LaneJournal;
import org.sekisho.journal.fixture.FixedHome;
import org.sekisho.journal.fixture.HandClock;
import org.sekisho.journal.fixture.MemoryDatabase;
import org.sekisho.storage.StorageFault;

class ShopCustomersTest {

    private static final Operator MANAGER = new Operator("kimiko", Role.MANAGER, false, false);
    private static final Operator SUPERVISOR = new Operator("jiro", Role.SUPERVISOR, false, false);
    private static final Operator CASHIER = new Operator("hanako", Role.CASHIER, false, false);
    private static final Personal YAMADA = new Personal("山田 花子", "+81 90-1234-5678", "Hanako@Example.jp", "アレルギー: 小麦");

    private final BoxOfSecrets box = new BoxOfSecrets();
    private MemoryDatabase database;
    private LaneJournal journal;
    private ShopCustomers customers;

    @BeforeEach
    void open() throws Exception {
        database = new MemoryDatabase(new CustomerSchema(), new JournalSchema());
        journal = new LaneJournal(database, FixedHome.japanese(), new HandClock("2026-04-01T01:23:45.678Z"));
        customers = new ShopCustomers(database, journal, box);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CustomerRefusal.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private String journalled() throws Exception {
        StringWriter lines = new StringWriter();
        journal.export(lines);
        return lines.toString();
    }

    @Test
    void customerComesBackWhole() throws Exception {
        Customer added = customers.add(SUPERVISOR, YAMADA);
        assertThat(added.id()).matches("C-[2-9A-HJ-NP-Z]{8}");
        assertThat(customers.show(SUPERVISOR, added.id())).isEqualTo(added);
        assertThat(new ShopCustomers(database, journal, box).show(MANAGER, added.id()))
                .isEqualTo(added);
        assertThat(customers.list(SUPERVISOR)).containsExactly(added.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "山田花子",
                "山田　花子",
                "090-1234-5678",
                "09012345678",
                "０９０１２３４５６７８",
                "+81 (0)90 1234 5678",
                "hanako@example.jp",
                "ＨＡＮＡＫＯ@example.jp"
            })
    void isFoundHoweverItIsWritten(String text) throws Exception {
        Customer added = customers.add(SUPERVISOR, YAMADA);
        customers.add(SUPERVISOR, new Personal("佐藤", "080-0000-0000", "", ""));
        assertThat(customers.find(SUPERVISOR, text)).containsExactly(added);
    }

    @Test
    void partsAndNotesFindNobody() throws Exception {
        customers.add(SUPERVISOR, YAMADA);
        for (String part : List.of("山田", "5678", "アレルギー: 小麦", "", " ", "*")) {
            assertThat(customers.find(SUPERVISOR, part)).as(part).isEmpty();
        }
    }

    @Test
    void journalAndTablesHoldNothingPersonal() throws Exception {
        Customer added = customers.add(SUPERVISOR, YAMADA);
        customers.find(SUPERVISOR, "山田花子");
        customers.change(SUPERVISOR, added.id(), new Personal("山田 花子", "03-1111-2222", "", ""));
        customers.disclose(MANAGER, added.id());
        assertThat(journalled())
                .contains(added.id(), "CustomerAdded", "CustomerChanged", "\"fields\":[\"email\",\"note\",\"phone\"]")
                .doesNotContain("山田", "1234", "2222", "example", "小麦");
        assertThat(customers.find(SUPERVISOR, "090-1234-5678")).isEmpty();
        assertThat(customers.find(SUPERVISOR, "0311112222")).hasSize(1);
        assertThat(journal.verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void erasedCustomerIsGoneAndTheChainHolds() throws Exception {
        Customer added = customers.add(SUPERVISOR, YAMADA);
        Customer other = customers.add(SUPERVISOR, YAMADA);
        refused(Reason.REASON_MISSING, () -> customers.erase(MANAGER, added.id(), " "));
        customers.erase(MANAGER, added.id(), "asked for");
        refused(Reason.NO_SUCH_CUSTOMER, () -> customers.show(MANAGER, added.id()));
        refused(Reason.NO_SUCH_CUSTOMER, () -> customers.disclose(MANAGER, added.id()));
        refused(Reason.NO_SUCH_CUSTOMER, () -> customers.change(MANAGER, added.id(), YAMADA));
        refused(Reason.NO_SUCH_CUSTOMER, () -> customers.erase(MANAGER, added.id(), "again"));
        assertThat(customers.find(MANAGER, "山田花子")).containsExactly(other);
        assertThat(journal.verify()).isInstanceOf(Verification.Whole.class);
        assertThat(journalled()).contains("CustomerErased", "asked for");
    }

    @Test
    void whoMayNotIsRefused() throws Exception {
        Customer added = customers.add(SUPERVISOR, YAMADA);
        refused(Reason.NOT_ALLOWED, () -> customers.add(CASHIER, YAMADA));
        refused(Reason.NOT_ALLOWED, () -> customers.find(CASHIER, "山田花子"));
        refused(Reason.NOT_ALLOWED, () -> customers.show(CASHIER, added.id()));
        refused(Reason.NOT_ALLOWED, () -> customers.list(CASHIER));
        refused(Reason.NOT_ALLOWED, () -> customers.change(CASHIER, added.id(), YAMADA));
        refused(Reason.NOT_ALLOWED, () -> customers.erase(SUPERVISOR, added.id(), "asked for"));
        refused(Reason.NOT_ALLOWED, () -> customers.disclose(SUPERVISOR, added.id()));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(Reason.NAME_OR_PHONE_MISSING, () -> customers.add(MANAGER, new Personal(" ", "", "a@b", "")));
        refused(Reason.TOO_LONG, () -> customers.add(MANAGER, new Personal("x".repeat(201), "", "", "")));
        refused(Reason.UNREADABLE_FIELD, () -> customers.add(MANAGER, new Personal("a\nb", "", "", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE customer_field SET sealed = (SELECT f.sealed FROM customer_field f WHERE f.field = 'phone'"
                        + " AND f.id = customer_field.id) WHERE field = 'name'",
                "UPDATE customer_field SET id = CASE WHEN id = (SELECT MIN(id) FROM customer) THEN (SELECT MAX(id) FROM"
                        + " customer) ELSE (SELECT MIN(id) FROM customer) END",
                "UPDATE customer SET wrapped = (SELECT wrapped FROM customer c WHERE c.id <> customer.id)"
            })
    void valuesThatWereMovedAreRefused(String tampering) throws Exception {
        Customer one = customers.add(MANAGER, YAMADA);
        Customer two = customers.add(MANAGER, new Personal("佐藤", "080-0000-0000", "s@example.jp", "x"));
        database.tamper(tampering);
        for (Customer each : List.of(one, two)) {
            assertThatExceptionOfType(StorageFault.class)
                    .isThrownBy(() -> customers.show(MANAGER, each.id()))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(StorageFault.Kind.DAMAGED))
                    .withMessageContaining(each.id());
        }
    }

    @Test
    void everyFlippedByteIsRefused() throws Exception {
        byte[] key = Keys.random();
        byte[] sealed = Keys.seal(key, "C-1", "name", "山田");
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> Keys.open(key, "C-1", "name", changed));
        }
        assertThat(Keys.open(key, "C-1", "name", sealed)).isEqualTo("山田");
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> Keys.open(key, "C-1", "name", new byte[3]));
    }

    @Test
    void vaultIsAskedOnceARun() throws Exception {
        customers.add(MANAGER, YAMADA);
        customers.add(MANAGER, YAMADA);
        customers.find(MANAGER, "山田花子");
        assertThat(box.asked).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalHasItsSentences(Reason reason) {
        CustomerRefusal refusal = new CustomerRefusal(reason, "C-1", 200);
        assertThat(refusal.sentence(Locale.ENGLISH)).endsWith(".").doesNotContain("{");
        assertThat(refusal.sentence(Locale.JAPANESE)).contains("。").containsPattern(Pattern.compile("[ぁ-ん]"));
    }

    @Test
    void pointsAreGivenAndTakenOnTheRecord() throws Exception {
        String id = customers.add(SUPERVISOR, YAMADA).id();
        assertThat(customers.adjustPoints(SUPERVISOR, id, 50, "opening")).isEqualTo(50);
        assertThat(customers.adjustPoints(MANAGER, id, -50, "a bag")).isZero();
        assertThat(journalled())
                .contains("CustomerPointsAdjusted", "\"balance\":0", "\"points\":-50", "a bag")
                .doesNotContain("山田");
        assertThat(customers.isCustomer(id)).isTrue();
        assertThat(customers.isCustomer("C-22222222")).isFalse();
    }

    @Test
    void pointsThatAreNotThereAreNotTaken() throws Exception {
        String id = customers.add(SUPERVISOR, YAMADA).id();
        customers.adjustPoints(SUPERVISOR, id, 50, "opening");
        refused(Reason.TOO_FEW_POINTS, () -> customers.adjustPoints(SUPERVISOR, id, -51, "a bag"));
        refused(Reason.POINTS_OUT_OF_RANGE, () -> customers.adjustPoints(SUPERVISOR, id, 0, "nothing"));
        refused(Reason.POINTS_OUT_OF_RANGE, () -> customers.adjustPoints(SUPERVISOR, id, 1_000_000_000, "all"));
        refused(Reason.POINTS_OUT_OF_RANGE, () -> customers.adjustPoints(SUPERVISOR, id, Long.MIN_VALUE, "all"));
        refused(Reason.REASON_MISSING, () -> customers.adjustPoints(SUPERVISOR, id, 1, " "));
        refused(Reason.NOT_ALLOWED, () -> customers.adjustPoints(CASHIER, id, 1, "mine"));
        refused(Reason.NO_SUCH_CUSTOMER, () -> customers.adjustPoints(SUPERVISOR, "C-22222222", 1, "who"));
        assertThat(customers.show(SUPERVISOR, id).points()).isEqualTo(50);
    }
}
