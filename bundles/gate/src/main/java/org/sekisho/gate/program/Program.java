package org.sekisho.gate.program;

/** What the register does with a command; exactly one bundle registers it as a service. */
public interface Program {

    /**
     * Runs one command to its end.
     *
     * @return the exit code: 0 done, 1 fault, 2 usage, 3 refused
     */
    int run(Invocation invocation);
}
