package org.sekisho.checkout.books;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;

/** The tables of the checkout. The journal is the record; these are indexes to it and figures that follow from it. */
@Component
public final class CheckoutSchema implements Schema {

    @Activate
    public CheckoutSchema() {}

    @Override
    public String name() {
        return "checkout";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(
                first(), returns(), payments(), shifts(), vouchers(), unclosed(), copies(), corrections(), taxParts());
    }

    /** What comes back, and how much of it a day's figures hold. */
    private static List<String> returns() {
        return List.of(
                "${table} returned_goods (lane VARCHAR(64) NOT NULL, receipt_no BIGINT NOT NULL, line_no INTEGER NOT NULL,"
                        + " thousandths BIGINT NOT NULL, PRIMARY KEY (lane, receipt_no, line_no))",
                "ALTER TABLE till_day ADD COLUMN returned BIGINT DEFAULT 0 NOT NULL",
                "ALTER TABLE till_day ADD COLUMN refunded BIGINT DEFAULT 0 NOT NULL");
    }

    /** Orders to card terminals. */
    private static List<String> payments() {
        return List.of(
                "${table} payment (payment_id VARCHAR(36) PRIMARY KEY, lane VARCHAR(64) NOT NULL, sale_id VARCHAR(36) NOT NULL,"
                        + " kind VARCHAR(16) NOT NULL, amount BIGINT NOT NULL, currency VARCHAR(3) NOT NULL,"
                        + " of_id VARCHAR(36) NOT NULL, original VARCHAR(100) NOT NULL, state VARCHAR(16) NOT NULL,"
                        + " operator VARCHAR(64) NOT NULL, business_date DATE NOT NULL, receipt_no BIGINT NOT NULL,"
                        + " journal_seq BIGINT NOT NULL, card VARCHAR(100) NOT NULL, reference VARCHAR(100) NOT NULL)",
                "CREATE INDEX payment_receipt ON payment (lane, receipt_no)",
                "CREATE INDEX payment_of ON payment (of_id)",
                "CREATE INDEX payment_sale ON payment (sale_id)");
    }

    /** Shifts that are open, one a lane. */
    private static List<String> shifts() {
        return List.of(
                "${table} shift_counter (lane VARCHAR(64) PRIMARY KEY, shift_no BIGINT NOT NULL)",
                "${table} shift (lane VARCHAR(64) PRIMARY KEY, shift_no BIGINT NOT NULL, operator VARCHAR(64) NOT NULL,"
                        + " opening BIGINT NOT NULL, cash_before BIGINT NOT NULL, paid_in BIGINT NOT NULL,"
                        + " paid_out BIGINT NOT NULL, dropped BIGINT NOT NULL, is_counted INTEGER NOT NULL,"
                        + " counted BIGINT NOT NULL, counted_by VARCHAR(64) NOT NULL, sales BIGINT NOT NULL)");
    }

    /** What each jurisdiction's part of a rate's tax comes to. */
    private static List<String> taxParts() {
        return List.of("${table} till_tax_part (lane VARCHAR(64) NOT NULL, business_date DATE NOT NULL,"
                + " tax_code VARCHAR(64) NOT NULL, tax_rate VARCHAR(32) NOT NULL, part VARCHAR(200) NOT NULL,"
                + " part_rate VARCHAR(32) NOT NULL, tax BIGINT NOT NULL,"
                + " PRIMARY KEY (lane, business_date, tax_code, tax_rate, part, part_rate))");
    }

    /** Vouchers, each with the receipt that it paid. */
    private static List<String> vouchers() {
        return List.of(
                "${table} voucher (code VARCHAR(32) PRIMARY KEY, amount BIGINT NOT NULL, currency VARCHAR(3) NOT NULL,"
                        + " until_date VARCHAR(10) NOT NULL, paid_lane VARCHAR(64) NOT NULL, paid_receipt BIGINT NOT NULL)");
    }

    /** Sales that are being rung, and sales that are set aside. */
    private static List<String> unclosed() {
        return List.of(
                "${table} open_sale (lane VARCHAR(64) NOT NULL, sale_id VARCHAR(36) NOT NULL, part INTEGER NOT NULL,"
                        + " body ${text} NOT NULL, PRIMARY KEY (lane, sale_id, part))",
                "${table} suspended_sale (lane VARCHAR(64) NOT NULL, journal_seq BIGINT NOT NULL,"
                        + " sale_id VARCHAR(36) NOT NULL, operator VARCHAR(300) NOT NULL, business_date DATE NOT NULL,"
                        + " tendered BIGINT NOT NULL, PRIMARY KEY (lane, journal_seq),"
                        + " CONSTRAINT suspended_once UNIQUE (sale_id))");
    }

    /** Receipts that were printed again, and how often. */
    private static List<String> copies() {
        return List.of(
                "${table} receipt_copy (lane VARCHAR(64) NOT NULL, receipt_no BIGINT NOT NULL, copies BIGINT NOT NULL,"
                        + " PRIMARY KEY (lane, receipt_no))");
    }

    /** Receipts that were taken back whole, and what of a day's figures is no plain sale. */
    private static List<String> corrections() {
        return List.of(
                "${table} post_void (lane VARCHAR(64) NOT NULL, receipt_no BIGINT NOT NULL, by_lane VARCHAR(64) NOT NULL,"
                        + " by_receipt BIGINT NOT NULL, PRIMARY KEY (lane, receipt_no))",
                "ALTER TABLE till_day ADD COLUMN post_voids BIGINT DEFAULT 0 NOT NULL",
                "ALTER TABLE till_day ADD COLUMN post_voided BIGINT DEFAULT 0 NOT NULL",
                "ALTER TABLE till_day ADD COLUMN unreceipted BIGINT DEFAULT 0 NOT NULL",
                "ALTER TABLE till_day ADD COLUMN unreceipted_amount BIGINT DEFAULT 0 NOT NULL");
    }

    private static List<String> first() {
        return List.of(
                "${table} lane_counter (lane VARCHAR(64) PRIMARY KEY, receipt_no BIGINT NOT NULL, z_no BIGINT NOT NULL)",
                "${table} sale (lane VARCHAR(64) NOT NULL, receipt_no BIGINT NOT NULL, sale_id VARCHAR(36) NOT NULL,"
                        + " journal_seq BIGINT NOT NULL, business_date DATE NOT NULL, total BIGINT NOT NULL,"
                        + " PRIMARY KEY (lane, receipt_no), CONSTRAINT sale_once UNIQUE (sale_id))",
                "${table} open_step (lane VARCHAR(64) NOT NULL, receipt_no BIGINT NOT NULL, steps VARCHAR(1000) NOT NULL,"
                        + " PRIMARY KEY (lane, receipt_no))",
                "${table} till_day (lane VARCHAR(64) NOT NULL, business_date DATE NOT NULL, sales BIGINT NOT NULL,"
                        + " total BIGINT NOT NULL, discounts BIGINT NOT NULL, voided_sales BIGINT NOT NULL,"
                        + " voided_lines BIGINT NOT NULL, no_sales BIGINT NOT NULL, first_receipt BIGINT NOT NULL,"
                        + " last_receipt BIGINT NOT NULL, PRIMARY KEY (lane, business_date))",
                "${table} till_tax (lane VARCHAR(64) NOT NULL, business_date DATE NOT NULL, tax_code VARCHAR(64) NOT NULL,"
                        + " tax_rate VARCHAR(32) NOT NULL, net BIGINT NOT NULL, tax BIGINT NOT NULL, gross BIGINT NOT NULL,"
                        + " PRIMARY KEY (lane, business_date, tax_code, tax_rate))",
                "${table} till_tender (lane VARCHAR(64) NOT NULL, business_date DATE NOT NULL, tender VARCHAR(16) NOT NULL,"
                        + " kept BIGINT NOT NULL, PRIMARY KEY (lane, business_date, tender))");
    }
}
