package org.sekisho.catalogue.items;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.catalogue.Gtin;

/**
 * Rows of items packed into bytes, by key: some fifty bytes a row instead of some three hundred as objects. Grows by one thread; once
 * {@link #trim} was called and it is handed on, any number of threads may read it.
 *
 * <p>A row is a byte of flags, then the address of another row of the same key if any, the GTIN or else the code, the price, the
 * {@link Kinds} number, name, English name, and its period if any as days, shifted so that 0 is open.
 */
final class PackedItems {

    /** The code is the key's last so many digits; 0: the code stands there. */
    private static final int DIGITS = 0x0F;

    private static final int HAS_PERIOD = 0x10;
    private static final int HAS_NEXT = 0x20;

    private static final long OPEN = 0;

    /** No date of the years 0 to 9999 is so early. */
    private static final long EPOCH = LocalDate.of(-1, 1, 1).toEpochDay();

    private final PackedBytes bytes = new PackedBytes();
    private final KeyTable table = new KeyTable();
    private final Kinds kinds = new Kinds();

    /** Adds a row, before the others of its key; returns its address, which is higher than any before. */
    int add(StoredItem row) {
        String key = row.key();
        long number = number(key);
        int slot = slot(key);
        int next = slot < 0 ? 0 : table.address(slot);
        int address = append(row, key, next);
        if (slot < 0) {
            table.add(number, address);
        } else {
            table.set(slot, address);
        }
        return address;
    }

    /** No more rows come. */
    void trim() {
        table.trim();
    }

    /** How many keys there are. */
    int size() {
        return table.size();
    }

    /** Where that key stands, from 0 to below {@link #slots}; negative when it does not. Fixed once all rows are in. */
    int slot(String key) {
        long number = number(key);
        return number >= 0
                ? table.find(number, address -> isGtin(address, number))
                : table.find(number, address -> row(address).key().equals(key));
    }

    int slots() {
        return table.slots();
    }

    /** The address of the row that was added last there. */
    int first(int slot) {
        return table.address(slot);
    }

    List<StoredItem> rows(int slot) {
        List<StoredItem> rows = new ArrayList<>(1);
        for (int address = table.address(slot); address != 0; address = next(address)) {
            rows.add(row(address));
        }
        return rows;
    }

    Kinds kinds() {
        return kinds;
    }

    /** The packed row of that key whose period holds the day; 0 when there is the key but no such row, negative when there is no key. */
    int address(String key, LocalDate day) {
        int slot = slot(key);
        return slot < 0 ? -1 : address(slot, day);
    }

    /** The same for the number of a GTIN, which needs no text. */
    int address(long gtin, LocalDate day) {
        int slot = table.find(gtin, address -> isGtin(address, gtin));
        return slot < 0 ? -1 : address(slot, day);
    }

    private int address(int slot, LocalDate day) {
        int address = table.address(slot);
        while (address != 0 && !applies(address, day)) {
            address = next(address);
        }
        return address;
    }

    /** Whether the row is of that GTIN. */
    private boolean isGtin(int address, long gtin) {
        PackedBytes.Cursor cursor = bytes.at(address);
        int flags = cursor.readByte();
        if ((flags & HAS_NEXT) != 0) {
            cursor.readNumber();
        }
        return (flags & DIGITS) == 0 ? number(StoredItem.key(cursor.readText())) == gtin : cursor.readNumber() == gtin;
    }

    private boolean applies(int address, LocalDate day) {
        return (bytes.at(address).readByte() & HAS_PERIOD) == 0
                || row(address).period().contains(day);
    }

    /** Another row of the same key; 0 after the last. */
    int next(int address) {
        PackedBytes.Cursor cursor = bytes.at(address);
        return (cursor.readByte() & HAS_NEXT) == 0 ? 0 : (int) cursor.readNumber();
    }

    private int append(StoredItem row, String key, int next) {
        byte[] name = utf8(row.name());
        byte[] nameEn = utf8(row.nameEn());
        byte[] code = utf8(row.code());
        byte[] keyed = utf8(key);
        int digits = Gtin.hasShape(key) && key.endsWith(row.code()) ? row.code().length() : 0;
        boolean always = row.period().equals(Period.ALWAYS);
        int address = bytes.begin(PackedBytes.room(name.length + nameEn.length + code.length + keyed.length + 1, 9));
        bytes.putByte(digits | (always ? 0 : HAS_PERIOD) | (next == 0 ? 0 : HAS_NEXT));
        if (next != 0) {
            bytes.putNumber(next);
        }
        if (digits == 0) {
            bytes.putText(code);
        } else {
            bytes.putNumber(Long.parseLong(key));
        }
        bytes.putNumber(row.price());
        bytes.putNumber(kinds.numberOf(row));
        bytes.putText(name);
        bytes.putText(nameEn);
        if (!always) {
            bytes.putNumber(days(row.period().from(), LocalDate.MIN));
            bytes.putNumber(days(row.period().until(), LocalDate.MAX));
        }
        return address;
    }

    /**
     * Reads a row into what {@code maker} makes of it.
     *
     * @param scanned the code by which it was found; where the row's own is the same, this very string is used
     */
    <T> T read(int address, String scanned, RowMaker<T> maker) {
        PackedBytes.Cursor cursor = bytes.at(address);
        int flags = cursor.readByte();
        if ((flags & HAS_NEXT) != 0) {
            cursor.readNumber();
        }
        int digits = flags & DIGITS;
        String code = digits == 0 ? cursor.readText() : digits(cursor.readNumber(), digits, scanned);
        long price = cursor.readNumber();
        int kind = (int) cursor.readNumber();
        String name = cursor.readText();
        String nameEn = cursor.readText();
        Period period = (flags & HAS_PERIOD) == 0
                ? Period.ALWAYS
                : new Period(date(cursor.readNumber(), LocalDate.MIN), date(cursor.readNumber(), LocalDate.MAX));
        return maker.make(code, name, nameEn, price, kind, period);
    }

    StoredItem row(int address) {
        return read(address, "", (code, name, nameEn, price, number, period) -> {
            Kinds.Kind kind = kinds.get(number);
            return new StoredItem(
                    code, name, nameEn, price, kind.tax(), kind.unit(), kind.department(), kind.taxIncluded(), period);
        });
    }

    /** What a row becomes. */
    @FunctionalInterface
    interface RowMaker<T> {
        T make(String code, String name, String nameEn, long price, int kind, Period period);
    }

    /** A GTIN as it is; any other key negative, by its characters, so that the two never meet. */
    private static long number(String key) {
        if (Gtin.hasShape(key)) {
            return Long.parseLong(key);
        }
        long hash = 0xCBF29CE484222325L; // FNV-1a
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        return hash | Long.MIN_VALUE;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Eight digits may be another code of the same number (UPC-E); of twelve and more each length has one. */
    private static String digits(long number, int count, String scanned) {
        if (count > 8 && scanned.length() == count) {
            return scanned;
        }
        byte[] digits = new byte[count];
        long rest = number;
        for (int i = count - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static long days(LocalDate date, LocalDate open) {
        return date.equals(open) ? OPEN : date.toEpochDay() - EPOCH;
    }

    private static LocalDate date(long days, LocalDate open) {
        return days == OPEN ? open : LocalDate.ofEpochDay(days + EPOCH);
    }
}
