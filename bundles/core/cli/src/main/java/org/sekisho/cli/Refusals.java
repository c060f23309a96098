package org.sekisho.cli;

import com.google.gson.JsonObject;
import org.sekisho.gate.view.Refusal;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;

/** Writes the gate's refusals into the journal. */
final class Refusals {

    private Refusals() {}

    /** Those that have waited since before the database was open. */
    static void journalWaiting(Register register) throws StorageFault {
        try {
            register.gate().drain(refusal -> journalOrKeep(register, refusal));
        } catch (NotJournalled e) {
            throw e.fault;
        }
    }

    private static void journalOrKeep(Register register, Refusal refusal) {
        try {
            journal(register, refusal, Fact.SYSTEM);
        } catch (StorageFault e) {
            throw new NotJournalled(e);
        }
    }

    /** Tells the gate to keep the refusal for the next time. */
    private static final class NotJournalled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final StorageFault fault;

        private NotJournalled(StorageFault fault) {
            super(fault);
            this.fault = fault;
        }
    }

    static void journal(Register register, Refusal refusal, String operator) throws StorageFault {
        JsonObject details = new JsonObject();
        details.addProperty("code", refusal.code().name());
        details.addProperty("subject", refusal.subject());
        details.addProperty("sentence", refusal.sentence());
        details.addProperty("refusedAt", refusal.time().toString());
        register.journal().record(new Fact("BundleRefused", 1, operator, details));
    }
}
