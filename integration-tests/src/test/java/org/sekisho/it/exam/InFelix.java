package org.sekisho.it.exam;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * Runs each {@code @Test} of a class inside a Felix that Pax Exam starts for the class. The class says what to start by a
 * {@code public static Option[] register()}; test methods are public.
 */
public final class InFelix implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {

    private final Map<String, TestAddress> addresses = new HashMap<>();
    private @Nullable ExamSystem system;
    private @Nullable TestContainer container;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Class<?> tests = context.getRequiredTestClass();
        Option[] options = (Option[]) tests.getMethod("register").invoke(null);
        ExamSystem started = PaxExamRuntime.createTestSystem(options);
        system = started;
        TestContainer felix = PaxExamRuntime.createContainer(started);
        container = felix;
        felix.start();
        TestProbeBuilder probe = started.createProbe();
        for (Method method : tests.getMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                addresses.put(method.getName(), probe.addTest(tests, method.getName()));
            }
        }
        felix.installProbe(probe.build().getStream());
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        TestContainer felix = container;
        if (felix == null) {
            throw new IllegalStateException("Felix did not start");
        }
        try {
            felix.call(addresses.get(call.getExecutable().getName()));
        } catch (RuntimeException wrapped) {
            throw failureInside(wrapped);
        }
    }

    /** The failed assertion itself, where one is wrapped. */
    private static Throwable failureInside(RuntimeException wrapped) {
        for (Throwable t = wrapped; t != null; ) {
            if (t instanceof AssertionError) {
                return t;
            }
            t = t instanceof InvocationTargetException call ? call.getTargetException() : t.getCause();
        }
        return wrapped;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (container != null) {
            container.stop();
        }
        if (system != null) {
            system.clear();
        }
    }
}
