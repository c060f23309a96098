package org.sekisho.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file and the commands in it. In a {@code sh} block each line is a command; {@code # exit 3} behind it says how it is to
 * end, otherwise with 0. {@code ./run} and {@code sekisho run} go on while the later ones run, as in another terminal, and are
 * ended by Ctrl-C.
 */
record Document(List<String> commands, List<String> commandsOutsideShellBlocks, Set<String> commandsInTheText) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern EXIT = Pattern.compile("#.*\\bexit (\\d)\\b.*");
    private static final Pattern INLINE =
            Pattern.compile("`sekisho ([a-z]+(?: (?:add|list|retire|import|x|z|export|verify)\\b)?)");

    /** What the test itself is a part of, or comes after: it cannot run it once more. */
    private static final Set<String> RUNNING_THIS = Set.of("./check", "./check --long", "mvn -DskipTests package");

    private static final String PRELUDE = """
            set -euo pipefail
            export PATH=$PWD/distribution/target/sekisho/bin:$PATH
            running=
            stop() {
                if [ -n "$running" ]; then
                    kill -INT "$running"
                    wait "$running" || { echo "it ended with $?"; cat running.log; return 1; }
                    running=
                fi
            }
            begin() {
                stop
                env --default-signal=INT "$@" >running.log 2>&1 &
                running=$!
                for _ in $(seq 600); do
                    if grep -q 'Ctrl-C' running.log; then return 0; fi
                    kill -0 "$running" || break
                    sleep 0.1
                done
                cat running.log
                return 1
            }
            ends_with() {
                local wanted=$1 code=0
                shift
                "$@" || code=$?
                [ "$code" -eq "$wanted" ] || { echo "it ended with $code, not $wanted"; return 1; }
            }
            trap '[ -z "$running" ] || kill -KILL "$running"' EXIT
            """;

    static List<Path> all() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place :
                List.of("README.md", "README.ja.md", "docs", "plugins-sdk", "bundles", "integration-tests")) {
            try (Stream<Path> found = Files.walk(ROOT.resolve(place))) {
                found.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("/target/"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    static Document read(Path file) {
        Document document = new Document(new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
        String fence = "";
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("```")) {
                    fence = fence.isEmpty() ? line : "";
                } else {
                    document.take(fence, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document;
    }

    private void take(String fence, String line) {
        if (fence.equals("```sh")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                commands.add(line.strip());
            }
        } else if (!fence.isEmpty() && line.matches("\\s*(\\$ |sekisho |\\./|mvn ).*")) {
            commandsOutsideShellBlocks.add(line);
        } else if (fence.isEmpty()) {
            Matcher named = INLINE.matcher(line);
            while (named.find()) {
                commandsInTheText.add(named.group(1));
            }
        }
    }

    /** All commands as one script that a reader's shell would run. */
    String script() {
        StringBuilder script = new StringBuilder(PRELUDE);
        for (String command : commands) {
            if (!RUNNING_THIS.contains(command)) {
                script.append("echo '$' ")
                        .append(quoted(command))
                        .append('\n')
                        .append(step(command))
                        .append('\n');
            }
        }
        return script.append("stop\n").toString();
    }

    private static String step(String command) {
        if (command.matches("(\\./run|sekisho run)( [^|<>]*)?")) {
            return "begin " + command;
        }
        Matcher exit = EXIT.matcher(command);
        return exit.find() ? "ends_with " + exit.group(1) + " " + command : command;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
