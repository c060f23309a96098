package org.sekisho.extensions;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.sekisho.extensions.power.Power;

/**
 * What another version of a bundle wants that the one before did not: this is what an operator is asked to approve, and not the whole list.
 *
 * @param added while it is something, the old version goes on running until people approve the new one
 * @param dropped what is no longer wanted, which nobody needs to approve
 * @param mayBeIncomplete whether the new version can do what its powers do not say, by reflection or deserialisation
 */
public record Difference(Wants added, Wants dropped, boolean mayBeIncomplete) {

    public static final Difference NONE = new Difference(Wants.NOTHING, Wants.NOTHING, false);

    public static Difference between(Wants before, Wants after) {
        return new Difference(
                after.without(before),
                before.without(after),
                Power.mayBeIncomplete(after.powers().stream()
                        .flatMap(name -> Power.named(name).stream())
                        .toList()));
    }

    /** Whether people must look at it before it may take the old version's place. */
    public boolean needsApproval() {
        return !added.isNothing();
    }

    /** Those of the new powers that two people must approve; one that is not known here is one of them. */
    public List<String> addedRed() {
        return added.powers().stream()
                .filter(name -> Power.named(name).map(Power::isRed).orElse(true))
                .toList();
    }

    /** For the operator, a line for each kind of thing. */
    public List<String> sentences(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.sekisho.extensions.difference",
                locale,
                Difference.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<String> lines = new ArrayList<>();
        if (added.isNothing()) {
            lines.add(texts.getString("nothing"));
        }
        if (addedRed().isEmpty()) {
            add(lines, texts, "powers", added.powers());
        } else {
            lines.add(MessageFormat.format(texts.getString("powers.red"), join(added.powers()), join(addedRed())));
        }
        add(lines, texts, "imports", added.imports());
        add(lines, texts, "provides", added.provides());
        add(lines, texts, "requires", added.requires());
        add(lines, texts, "dropped", dropped.all());
        if (mayBeIncomplete) {
            lines.add(texts.getString("incomplete"));
        }
        return lines;
    }

    private static void add(List<String> lines, ResourceBundle texts, String key, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(MessageFormat.format(texts.getString(key), join(names)));
        }
    }

    private static String join(List<String> names) {
        return String.join(", ", names);
    }
}
