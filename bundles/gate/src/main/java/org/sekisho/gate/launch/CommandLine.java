package org.sekisho.gate.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed, with the one option taken out that the launcher itself understands.
 *
 * @param home absolute and normalised; it need not exist
 * @param arguments all the others, in their order
 */
record CommandLine(Path home, List<String> arguments) {

    private static final String HOME = "--home";

    CommandLine {
        arguments = List.copyOf(arguments);
    }

    /**
     * Takes {@code --home DIR} or {@code --home=DIR} from anywhere before {@code --}; the last one counts.
     *
     * @throws IllegalArgumentException when it stands without a folder
     */
    static CommandLine of(List<String> typed, Map<String, String> environment) {
        List<String> arguments = new ArrayList<>();
        String home = "";
        for (int i = 0; i < typed.size(); i++) {
            String argument = typed.get(i);
            if (argument.equals("--")) {
                arguments.addAll(typed.subList(i, typed.size()));
                break;
            } else if (argument.equals(HOME)) {
                i++;
                home = folder(i < typed.size() ? typed.get(i) : "");
            } else if (argument.startsWith(HOME + "=")) {
                home = folder(argument.substring(HOME.length() + 1));
            } else {
                arguments.add(argument);
            }
        }
        Path path = home.isEmpty() ? homeOf(environment) : Path.of(home);
        return new CommandLine(path.toAbsolutePath().normalize(), arguments);
    }

    private static String folder(String given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException(HOME);
        }
        return given;
    }

    private static Path homeOf(Map<String, String> environment) {
        String named = environment.getOrDefault("SEKISHO_HOME", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return data.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local/share/sekisho")
                : Path.of(data, "sekisho");
    }

    /** The first argument that is no option. */
    Optional<String> command() {
        return arguments.stream().filter(argument -> !argument.startsWith("-")).findFirst();
    }

    /** Whether it only asks what there is to type: that needs neither a home nor its lock. */
    boolean asksForHelp() {
        return arguments.isEmpty()
                || arguments.contains("--help")
                || arguments.contains("-h")
                || arguments.contains("--version")
                || arguments.contains("-V");
    }
}
