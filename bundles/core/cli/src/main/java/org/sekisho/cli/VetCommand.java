package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.sekisho.extensions.VetReport;
import org.sekisho.gate.view.Refusal;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho vet JAR}: fit, or every refusal with its code. */
@CommandLine.Command
final class VetCommand extends Command {

    @Parameters(paramLabel = "JAR", descriptionKey = "vet.jar")
    private String jar = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    VetCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault {
        byte[] bytes = console.readFile(jar);
        String fileName = String.valueOf(console.path(jar).getFileName());
        VetReport report = register.vetting().vet(fileName, bytes, console.language());
        if (json) {
            console.out().println(toJson(report));
        } else {
            show(report);
        }
        journal(report);
        return report.isFit() ? CommandFault.DONE : CommandFault.REFUSED;
    }

    private void show(VetReport report) {
        console.say("vet.file", report.fileName(), report.sha256());
        console.say("vet.bundle", orDash(report.symbolicName()), orDash(report.version()));
        console.say("vet.signer", orDash(report.signer()));
        console.say("vet.powers", orDash(String.join(" ", report.powers())));
        if (!report.redPowers().isEmpty()) {
            console.say("vet.red", String.join(" ", report.redPowers()));
        }
        console.say("vet.inspected", orDash(report.inspectedBy()));
        console.say("vet.sbom", orDash(report.sbom()));
        report.notes().forEach(console.out()::println);
        for (Refusal refusal : report.refusals()) {
            console.out().println(refusal.sentence());
        }
        console.say(report.isFit() ? "vet.fit" : "vet.unfit", report.refusals().size());
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /** A register that cannot write now still answers: the refusal stands without its entry, and that is said. */
    private void journal(VetReport report) {
        if (report.isFit() || !register.home().isInitialised()) {
            return;
        }
        try {
            register.open();
            for (Refusal refusal : report.refusals()) {
                Refusals.journal(register, refusal, Fact.SYSTEM);
            }
        } catch (StorageFault e) {
            console.note("vet.not-journalled", e.getMessage());
        }
    }

    private static JsonObject toJson(VetReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.addProperty("file", report.fileName());
        object.addProperty("sha256", report.sha256());
        object.addProperty("symbolicName", report.symbolicName());
        object.addProperty("version", report.version());
        object.addProperty("signer", report.signer());
        object.add("powers", strings(report.powers()));
        object.add("redPowers", strings(report.redPowers()));
        object.addProperty("powersMayBeIncomplete", report.powersMayBeIncomplete());
        object.addProperty("inspectedBy", report.inspectedBy());
        object.addProperty("sbom", report.sbom());
        object.addProperty("fit", report.isFit());
        JsonArray refusals = new JsonArray();
        report.refusals().forEach(refusal -> refusals.add(RefusalJson.of(refusal)));
        object.add("refusals", refusals);
        object.add("notes", strings(report.notes()));
        return object;
    }

    private static JsonArray strings(Iterable<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
