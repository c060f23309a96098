package org.sekisho.publishing.workspace;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.publishing.Publishing;
import org.sekisho.publishing.Workspace;

/** Opens folders as workspaces. */
@Component
public final class Workspaces implements Publishing {

    @Activate
    public Workspaces() {}

    @Override
    public Workspace workspace(Path folder) {
        return WorkspaceFolder.in(folder);
    }

    @Override
    public Path usualFolder(Map<String, String> environment, Path userHome) {
        Optional<Path> named = set(environment, "SEKISHO_WORKSPACE");
        Path configuration = set(environment, "XDG_CONFIG_HOME").orElse(userHome.resolve(".config"));
        return named.orElse(configuration.resolve("sekisho").resolve("workspace"));
    }

    private static Optional<Path> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
