package org.sekisho.extensions.shop;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Standing;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;
import org.sekisho.journal.Fact;

/** What the journal is told about bundles. */
final class Facts {

    private static final int VERSION = 1;

    /** Since they tell the documents of the shop by digest too. */
    private static final int VERSION_OF_DOCUMENTS = 2;

    private Facts() {}

    /** The second copy of the highest versions seen: the first lies in the home. */
    static Fact trustTaken(Standing standing) {
        JsonObject details = versions(standing);
        details.addProperty("fingerprint", standing.fingerprint());
        details.addProperty("source", standing.source());
        return new Fact("TrustTaken", VERSION_OF_DOCUMENTS, Fact.SYSTEM, details);
    }

    static Fact trustRolledBack(Standing standing, Seen seen) {
        JsonObject details = versions(standing);
        details.add("seen", seen.toJson());
        return new Fact("TrustRolledBack", VERSION_OF_DOCUMENTS, Fact.SYSTEM, details);
    }

    /** Who may approve here from now on, the integrator's people among them. */
    static Fact approverEnrolled(Standing standing) {
        JsonObject details = new JsonObject();
        details.addProperty("epoch", standing.shop().epoch());
        details.addProperty("version", standing.shop().approvers().version());
        details.addProperty("sha256", standing.shop().approvers().sha256());
        JsonArray names = new JsonArray();
        standing.approvers().forEach(names::add);
        details.add("approvers", names);
        return new Fact("ApproverEnrolled", VERSION, Fact.SYSTEM, details);
    }

    static Fact approved(Listing listing, List<ApproverKey> by) {
        JsonObject details = named(listing);
        JsonArray powers = new JsonArray();
        listing.grantedPowers().forEach(powers::add);
        details.add("powers", powers);
        details.add("approvers", names(by));
        return new Fact("BundleApproved", VERSION, by.get(0).name(), details);
    }

    static Fact installed(Listing listing, String by) {
        return new Fact("BundleInstalled", VERSION, by, named(listing));
    }

    static Fact removed(String symbolicName, List<ApproverKey> by) {
        JsonObject details = new JsonObject();
        details.addProperty("symbolicName", symbolicName);
        details.add("approvers", names(by));
        return new Fact("BundleRemoved", VERSION, by.get(0).name(), details);
    }

    /** By the lists, when the day closed. */
    static Fact stopped(LoadedBundle bundle) {
        JsonObject details = new JsonObject();
        details.addProperty("symbolicName", bundle.symbolicName());
        details.addProperty("version", bundle.version());
        details.addProperty("sha256", bundle.sha256());
        return new Fact("BundleStopped", VERSION, Fact.SYSTEM, details);
    }

    static Fact refused(Refusal refusal, String by) {
        JsonObject details = new JsonObject();
        details.addProperty("code", refusal.code().name());
        details.addProperty("subject", refusal.subject());
        details.addProperty("sentence", refusal.sentence());
        details.addProperty("refusedAt", refusal.time().toString());
        return new Fact("BundleRefused", VERSION, by, details);
    }

    private static JsonObject named(Listing listing) {
        JsonObject details = new JsonObject();
        details.addProperty("symbolicName", listing.symbolicName());
        details.addProperty("version", listing.version());
        details.addProperty("sha256", listing.sha256());
        return details;
    }

    private static JsonArray names(List<ApproverKey> by) {
        JsonArray names = new JsonArray();
        by.forEach(key -> names.add(key.name()));
        return names;
    }

    private static JsonObject versions(Standing standing) {
        return Seen.of(standing).toJson();
    }
}
