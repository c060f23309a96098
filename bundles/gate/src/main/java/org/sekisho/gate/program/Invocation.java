package org.sekisho.gate.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One command as a person gave it, whether in this process or through the control socket of a running register. */
public interface Invocation {

    /** Without {@code --home}: that is already known. */
    List<String> arguments();

    /** Where the person stands: relative paths start here. */
    Path workingFolder();

    /** The caller's environment, as far as it matters: {@code LANG} and the like. */
    Map<String, String> environment();

    InputStream in();

    PrintStream out();

    PrintStream err();

    /**
     * Asks at the person's terminal, never standard input.
     *
     * @param hidden whether what is typed is not shown
     * @return empty when there is no terminal
     */
    Optional<char[]> ask(String prompt, boolean hidden);

    /**
     * Accepts further invocations at the home's control socket, each run by the same program on a thread of its own, and returns
     * when the process is asked to stop (Ctrl-C, SIGTERM) and the last of them has ended. Only the invocation that
     * started this process may.
     *
     * @param listening called once the socket is open
     * @throws IOException when the socket cannot be opened
     * @throws IllegalStateException when this invocation came through the control socket itself
     */
    void serve(Runnable listening) throws IOException;

    /** How long each phase of the start took, in milliseconds, in their order: verify, framework, install, start. */
    Map<String, Long> phases();
}
