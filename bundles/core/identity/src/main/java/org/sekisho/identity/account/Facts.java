package org.sekisho.identity.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Rights;
import org.sekisho.identity.Role;
import org.sekisho.journal.Fact;

/** What the journal is told about people. */
final class Facts {

    private static final int VERSION = 1;

    private Facts() {}

    static Fact operatorAdded(String name, Role role, boolean oneTime, String by) {
        JsonObject details = named(name);
        details.addProperty("role", role.word());
        details.addProperty("oneTimePassword", oneTime);
        return new Fact("OperatorAdded", VERSION, by, details);
    }

    static Fact operatorRetired(String name, String by) {
        return new Fact("OperatorRetired", VERSION, by, named(name));
    }

    static Fact roleChanged(String name, Role before, Role role, String by) {
        JsonObject details = named(name);
        details.addProperty("before", before.word());
        details.addProperty("role", role.word());
        return new Fact("RoleChanged", VERSION, by, details);
    }

    /** What differs, and from what. */
    static Fact rightsChanged(Role role, Rights before, Rights after, String by) {
        JsonObject details = new JsonObject();
        details.addProperty("role", role.word());
        add(details, "allowed", before.permissions(), after.permissions());
        add(details, "denied", after.permissions(), before.permissions());
        add(details, "approves", before.approvals(), after.approvals());
        add(details, "approvesNoMore", after.approvals(), before.approvals());
        if (before.mostOff() != after.mostOff()) {
            details.addProperty("mostOffBefore", before.mostOff());
            details.addProperty("mostOff", after.mostOff());
        }
        if (before.mostUnreceipted() != after.mostUnreceipted()) {
            details.addProperty("mostUnreceiptedBefore", before.mostUnreceipted());
            details.addProperty("mostUnreceipted", after.mostUnreceipted());
        }
        return new Fact("RightsChanged", VERSION, by, details);
    }

    /** What is in the second and not in the first. */
    private static void add(JsonObject details, String name, Set<Permission> without, Set<Permission> with) {
        JsonArray names = new JsonArray();
        for (Permission permission : Permission.values()) {
            if (with.contains(permission) && !without.contains(permission)) {
                names.add(permission.name());
            }
        }
        if (!names.isEmpty()) {
            details.add(name, names);
        }
    }

    static Fact passwordChanged(String name, String by) {
        return new Fact("PasswordChanged", VERSION, by, named(name));
    }

    static Fact signedOn(String name) {
        return new Fact("SignedOn", VERSION, name, new JsonObject());
    }

    static Fact signedOnByPin(String name) {
        JsonObject details = new JsonObject();
        details.addProperty("by", "pin");
        return new Fact("SignedOn", VERSION, name, details);
    }

    static Fact signedOnByCode(String name) {
        JsonObject details = new JsonObject();
        details.addProperty("by", "code");
        return new Fact("SignedOn", VERSION, name, details);
    }

    static Fact codeSet(String name) {
        return new Fact("OneTimeCodeSet", VERSION, name, named(name));
    }

    static Fact codeRemoved(String name, String by) {
        return new Fact("OneTimeCodeRemoved", VERSION, by, named(name));
    }

    static Fact pinChanged(String name) {
        return new Fact("PinChanged", VERSION, name, named(name));
    }

    static Fact pinLocked(String name, int tries) {
        JsonObject details = named(name);
        details.addProperty("tries", tries);
        return new Fact("PinLocked", VERSION, Fact.SYSTEM, details);
    }

    /**
     * @param name only of an operator there is: people type passwords into name fields
     * @param heldBack earlier failures that were not written one by one
     */
    static Fact signInFailed(Optional<String> name, FailureReason reason, long heldBack) {
        JsonObject details = new JsonObject();
        name.ifPresent(known -> details.addProperty("name", known));
        details.addProperty("reason", reason.word());
        if (heldBack > 0) {
            details.addProperty("heldBack", heldBack);
        }
        return new Fact("SignInFailed", VERSION, Fact.SYSTEM, details);
    }

    static Fact operatorLocked(String name, int tries, Instant until) {
        JsonObject details = named(name);
        details.addProperty("tries", tries);
        details.addProperty("until", until.toString());
        return new Fact("OperatorLocked", VERSION, Fact.SYSTEM, details);
    }

    private static JsonObject named(String name) {
        JsonObject details = new JsonObject();
        details.addProperty("name", name);
        return details;
    }
}
