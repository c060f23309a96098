package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.extensions.VetReport;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.RefusalCode;
import org.sekisho.publishing.AllowRequest;
import org.sekisho.publishing.Allowed;
import org.sekisho.publishing.Evidence;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho allow JAR}: vets it, and puts it on the list that is published next. */
@CommandLine.Command
final class AllowCommand extends WorkspaceCommand {

    private static final String VERIFIER = "org.sekisho.extensions 0.1.0";

    @Parameters(paramLabel = "JAR", descriptionKey = "allow.jar")
    private String jar = "";

    @ArgGroup
    private @Nullable Kind kind;

    /** One or the other; a plugin where nothing is said. */
    static final class Kind {
        @Option(names = "--plugin", descriptionKey = "allow.plugin")
        private boolean plugin;

        @Option(names = "--core", descriptionKey = "allow.core")
        private boolean core;
    }

    @Option(names = "--grant", paramLabel = "POWER", split = ",", descriptionKey = "allow.grant")
    private @Nullable List<String> granted;

    @Option(names = "--from", paramLabel = "DIR", descriptionKey = "allow.from")
    private @Nullable String from;

    AllowCommand(Publishing publishing, Register register, Console console) {
        super(publishing, register, console);
    }

    @Override
    int call(Workspace workspace) throws CommandFault, PublishingFault, IOException {
        byte[] bytes = console.readFile(jar);
        String fileName = String.valueOf(console.path(jar).getFileName());
        Instant now = Instant.now();
        VetReport report = register.vetting().vet(fileName, bytes, console.language());
        boolean plugin = kind == null || kind.plugin || !kind.core;
        List<Refusal> refusals = report.refusals().stream()
                .filter(refusal -> counts(refusal.code(), plugin))
                .toList();
        if (!refusals.isEmpty()) {
            refusals.forEach(refusal -> console.out().println(refusal.sentence()));
            throw console.fault(CommandFault.REFUSED, "allow.refused", fileName, refusals.size());
        }
        begin(workspace, from);
        Evidence evidence = new Evidence(VERIFIER, now, report.inspectedBy(), "CLEAN");
        Allowed allowed = workspace.allow(
                new AllowRequest(console.path(jar), report.sha256(), plugin, Optional.ofNullable(granted), evidence));
        if (json) {
            console.out().println(toJson(allowed, report));
        } else {
            show(allowed, report);
        }
        return CommandFault.DONE;
    }

    /**
     * That it is not listed yet is what this command is for. Vetting takes what no list knows for a plugin: for a part of the register
     * those rules do not hold, and the workspace itself refuses a jar whose structure is not strict.
     */
    private static boolean counts(RefusalCode code, boolean plugin) {
        return code != RefusalCode.NOT_ALLOWED && (plugin || code != RefusalCode.STRUCTURE);
    }

    private void show(Allowed allowed, VetReport report) {
        console.say("allow.listed", allowed.symbolicName(), allowed.version(), allowed.sha256(), allowed.publisher());
        console.say("vet.powers", orDash(allowed.granted()));
        if (!allowed.red().isEmpty()) {
            console.say("allow.red", String.join(" ", allowed.red()));
        }
        report.notes().forEach(console.out()::println);
        if (!allowed.before().isEmpty()) {
            console.say("allow.before", allowed.before());
            difference("allow.new-powers", allowed.newPowers());
            difference("allow.lost-powers", allowed.lostPowers());
            difference("allow.new-imports", allowed.newImports());
            if (allowed.newPowers().isEmpty()
                    && allowed.lostPowers().isEmpty()
                    && allowed.newImports().isEmpty()) {
                console.say("allow.same");
            }
        }
        console.say("allow.next");
    }

    private void difference(String key, List<String> what) {
        if (!what.isEmpty()) {
            console.say(key, String.join(" ", what));
        }
    }

    private static String orDash(List<String> texts) {
        return texts.isEmpty() ? "-" : String.join(" ", texts);
    }

    private static JsonObject toJson(Allowed allowed, VetReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.addProperty("symbolicName", allowed.symbolicName());
        object.addProperty("version", allowed.version());
        object.addProperty("sha256", allowed.sha256());
        object.addProperty("publisher", allowed.publisher());
        object.addProperty("plugin", allowed.plugin());
        object.add("granted", strings(allowed.granted()));
        object.add("redPowers", strings(allowed.red()));
        object.addProperty("before", allowed.before());
        object.add("newPowers", strings(allowed.newPowers()));
        object.add("lostPowers", strings(allowed.lostPowers()));
        object.add("newImports", strings(allowed.newImports()));
        object.addProperty("inspectedBy", report.inspectedBy());
        return object;
    }
}
