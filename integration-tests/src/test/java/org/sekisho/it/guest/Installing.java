package org.sekisho.it.guest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Bringing in more code. */
public final class Installing {

    private Installing() {}

    static List<Attack> attacks(Path tools, BundleContext context, Loot loot) {
        Bundle self = context.getBundle();
        Bundle journal = loot.get("org.sekisho.journal");
        BundleContext system = loot.system().getBundleContext();
        return List.of(
                new Attack("install by http", () -> got(context.installBundle(text(tools, "url")))),
                new Attack("install by file", () -> got(context.installBundle(uri(tools, "stranger.jar")))),
                new Attack(
                        "install by reference",
                        () -> got(context.installBundle("reference:" + uri(tools, "stranger.jar")))),
                new Attack(
                        "install by stream", () -> got(context.installBundle("stream", open(tools, "stranger.jar")))),
                new Attack(
                        "install what is listed and not approved",
                        () -> got(context.installBundle(text(tools, "unapproved")))),
                new Attack(
                        "install under its name",
                        () -> got(context.installBundle(text(tools, "unapproved"), open(tools, "stranger.jar")))),
                new Attack("install what is there already", () -> got(context.installBundle(journal.getLocation()))),
                new Attack(
                        "install for the framework",
                        () -> got(system.installBundle("system", open(tools, "stranger.jar")))),
                new Attack(
                        "install for the journal",
                        () -> got(journal.getBundleContext().installBundle("journal", open(tools, "stranger.jar")))),
                new Attack("install a fragment", () -> got(context.installBundle("part", open(tools, "fragment.jar")))),
                new Attack(
                        "install an extension", () -> got(context.installBundle("more", open(tools, "extension.jar")))),
                new Attack("update itself", () -> {
                    self.update();
                    return true;
                }),
                new Attack("update itself by stream", () -> {
                    self.update(open(tools, "stranger.jar"));
                    return true;
                }),
                new Attack("update itself to an extension", () -> {
                    self.update(open(tools, "extension.jar"));
                    return true;
                }),
                new Attack("update the journal", () -> {
                    journal.update(open(tools, "stranger.jar"));
                    return true;
                }),
                new Attack("update the framework", () -> {
                    loot.system().update(open(tools, "stranger.jar"));
                    return true;
                }));
    }

    private static boolean got(Bundle bundle) {
        return bundle != null;
    }

    private static String text(Path tools, String file) throws IOException {
        return Files.readString(tools.resolve(file));
    }

    private static String uri(Path tools, String file) {
        return tools.resolve(file).toUri().toString();
    }

    private static InputStream open(Path tools, String file) throws IOException {
        return Files.newInputStream(tools.resolve(file));
    }
}
