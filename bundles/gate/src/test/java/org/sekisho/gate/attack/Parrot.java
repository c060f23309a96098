package org.sekisho.gate.attack;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.sekisho.gate.program.Invocation;
import org.sekisho.gate.program.Program;

/** A register's program that prints its arguments. */
public final class Parrot implements BundleActivator, Program {

    @Override
    public void start(BundleContext context) {
        context.registerService(Program.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public int run(Invocation invocation) {
        invocation.out().print(String.join(" ", invocation.arguments()));
        return 0;
    }
}
