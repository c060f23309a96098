package org.sekisho.gate.attack;

import java.io.File;
import java.io.IOException;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.sekisho.gate.program.Invocation;
import org.sekisho.gate.program.Program;

/** A register's program that prints its arguments, and makes a file where the test asks for one. */
public final class Parrot implements BundleActivator, Program {

    /** The system property that names the file. */
    public static final String MAKES = "sekisho.test.parrot.makes";

    @Override
    public void start(BundleContext context) {
        context.registerService(Program.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public int run(Invocation invocation) {
        invocation.out().print(String.join(" ", invocation.arguments()));
        String makes = System.getProperty(MAKES, "");
        try {
            return makes.isEmpty() || new File(makes).createNewFile() ? 0 : 1;
        } catch (IOException e) {
            return 1;
        }
    }
}
