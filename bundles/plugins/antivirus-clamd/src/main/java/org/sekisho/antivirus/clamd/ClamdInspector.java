package org.sekisho.antivirus.clamd;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.api.inspection.FileInspector;
import org.sekisho.api.inspection.Verdict;

/**
 * Shows files to a clamd on this machine or in the shop. The address comes from the framework or system property
 * {@code sekisho.clamd}, else from the environment's {@code SEKISHO_CLAMD}, else the usual ones are tried.
 */
@Component
public final class ClamdInspector implements FileInspector {

    private static final String PROPERTY = "sekisho.clamd";
    private static final String VARIABLE = "SEKISHO_CLAMD";

    /** For one answer; a scan of 20 MiB takes a second or two. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<ClamdAddress> addresses;
    private final Limits limits;
    private final Clock clock;
    private final CanaryWatch canary;

    @Activate
    public ClamdInspector(BundleContext context) {
        this(addresses(context), Limits.USUAL, Clock.systemUTC());
    }

    ClamdInspector(List<ClamdAddress> addresses, Limits limits, Clock clock) {
        this.addresses = List.copyOf(addresses);
        this.limits = limits;
        this.clock = clock;
        this.canary = new CanaryWatch(limits.largest(), clock);
    }

    @Override
    public String name() {
        return "ClamAV";
    }

    @Override
    public Verdict inspect(String fileName, byte[] content) {
        List<String> faults = new ArrayList<>();
        for (ClamdAddress address : addresses) {
            try {
                Clamd clamd = new Clamd(address.socketAddress(), PATIENCE);
                return inspect(clamd, clamd.version(), content);
            } catch (IOException | IllegalArgumentException e) {
                faults.add(address + ": " + e.getMessage());
            }
        }
        return new Verdict.Unavailable("clamd does not answer (" + String.join("; ", faults) + ")");
    }

    private Verdict inspect(Clamd clamd, String version, byte[] content) throws IOException {
        Optional<String> degradation = canary.degradation(clamd, version);
        if (degradation.isPresent()) {
            return new Verdict.Unavailable("antivirus degraded: " + degradation.get());
        }
        return new Examination(clamd, limits)
                .examine(content)
                .orElseGet(() -> new Verdict.Clean(EngineText.of(version, clock)));
    }

    private static List<ClamdAddress> addresses(BundleContext context) {
        return Stream.of(context.getProperty(PROPERTY), System.getenv(VARIABLE))
                .filter(named -> named != null && !named.isBlank())
                .findFirst()
                .map(named -> List.of(new ClamdAddress(named.strip())))
                .orElse(ClamdAddress.USUAL);
    }
}
