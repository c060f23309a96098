package org.sekisho.publishing;

import java.nio.file.Path;
import java.util.Map;

/** Opens an integrator's workspace; a register in a shop need not have this. */
public interface Publishing {

    /** The workspace in a folder, which need not be there yet. */
    Workspace workspace(Path folder);

    /**
     * {@code SEKISHO_WORKSPACE} names the folder, else it lies in the user's configuration folder.
     *
     * @param userHome for whom {@code XDG_CONFIG_HOME} is not set
     */
    Path usualFolder(Map<String, String> environment, Path userHome);
}
