package org.sekisho.identity.account;

import org.sekisho.identity.password.NamesAround;
import org.sekisho.identity.password.Profile;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.StorageFault.Kind;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreSettings;

/** What store.json says about sign-on. */
final class StoreProfile {

    private final Home home;

    StoreProfile(Home home) {
        this.home = home;
    }

    Profile profile() throws StorageFault {
        String word = settings().signOnProfile();
        return Profile.named(word)
                .orElseThrow(() -> new StorageFault(
                        Kind.OTHER,
                        "store.json: signOn.profile is \"" + word + "\", not source-jp, pci-90day or nist."));
    }

    NamesAround namesAround(String operator) throws StorageFault {
        return NamesAround.of(operator, issuer());
    }

    /** Whose store it is; empty where nobody said. */
    String issuer() throws StorageFault {
        return settings().issuer().name();
    }

    private StoreSettings settings() throws StorageFault {
        try {
            return home.settings();
        } catch (HomeFault e) {
            throw new StorageFault(home.isInitialised() ? Kind.OTHER : Kind.NOT_INITIALISED, e.getMessage(), e);
        }
    }
}
