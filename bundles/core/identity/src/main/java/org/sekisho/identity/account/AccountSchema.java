package org.sekisho.identity.account;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.storage.Schema;
import org.sekisho.storage.SealedColumn;

/** The operators' tables. Times are milliseconds since 1970; {@code locked_until} 0 means not locked. */
@Component
public final class AccountSchema implements Schema {

    @Activate
    public AccountSchema() {}

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public List<List<String>> steps() {
        return List.of(List.of("""
                ${table} operator_account (
                    name VARCHAR(64) PRIMARY KEY,
                    role VARCHAR(16) NOT NULL,
                    stored VARCHAR(512) NOT NULL,
                    one_time BOOLEAN NOT NULL,
                    changed_at BIGINT NOT NULL,
                    failures INTEGER NOT NULL,
                    locked_until BIGINT NOT NULL,
                    retired BOOLEAN NOT NULL
                )""", """
                ${table} operator_password (
                    name VARCHAR(64) NOT NULL,
                    number INTEGER NOT NULL,
                    stored VARCHAR(512) NOT NULL,
                    PRIMARY KEY (name, number)
                )"""), List.of("""
                ${table} operator_pin (
                    name VARCHAR(64) PRIMARY KEY,
                    stored VARCHAR(255) NOT NULL,
                    failures INTEGER NOT NULL
                )""", """
                ${table} operator_pepper (
                    id INTEGER PRIMARY KEY,
                    sealed ${bytes} NOT NULL
                )"""), List.of("""
                ${table} operator_code (
                    name VARCHAR(64) PRIMARY KEY,
                    sealed ${bytes} NOT NULL,
                    step BIGINT NOT NULL
                )"""), List.of("""
                ${table} role_right (
                    role VARCHAR(16) NOT NULL,
                    kind VARCHAR(8) NOT NULL,
                    permission VARCHAR(32) NOT NULL,
                    given BOOLEAN NOT NULL,
                    PRIMARY KEY (role, kind, permission)
                )""", """
                ${table} role_limit (
                    role VARCHAR(16) NOT NULL,
                    kind VARCHAR(16) NOT NULL,
                    most BIGINT NOT NULL,
                    PRIMARY KEY (role, kind)
                )"""));
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(
                new SealedColumn("operator_pepper", "id", "sealed", id -> Pepper.PURPOSE),
                new SealedColumn("operator_code", "name", "sealed", SecondFactor::purpose));
    }
}
