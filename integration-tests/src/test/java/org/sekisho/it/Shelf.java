package org.sekisho.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sekisho.distribution.Candidate;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Revocation;

/** The integrator's side of a register: lists plugins, takes them back, publishes for the shop to fetch. */
final class Shelf {

    static final String PLUGIN = "org.example.points";

    private final Path folder;
    private final Installation installation;

    /** @param folder for the integrator's own copy of the register, whose repository is what shops fetch */
    Shelf(Path folder) throws IOException, PublishingFault {
        this.folder = Files.createDirectories(folder);
        this.installation = Installation.copy(
                Path.of(System.getProperty("sekisho.installation")),
                folder.resolve("sekisho"),
                DevelopmentKeys.ofThisUser());
    }

    /** Where shops fetch from. */
    Path repository() {
        return installation.folder().resolve("repository");
    }

    /** Lists a version of the plugin; returns its digest. */
    String list(String version) throws IOException, PublishingFault {
        return list(Guest.named(PLUGIN).version(version), version);
    }

    String list(Guest guest, String version) throws IOException, PublishingFault {
        return installation.list(Candidate.plugin(guest.to(folder.resolve("points-" + version + ".jar"))));
    }

    /** The signed bytes of a listed version. */
    Path signed(String sha256, String version) {
        return repository().resolve("targets/bundles/" + sha256 + ".points-" + version + ".jar");
    }

    void revoke(String sha256, Revocation level) {
        installation.revoke(sha256, level, "a hole");
    }

    void publish() throws IOException, PublishingFault {
        installation.publish();
    }
}
