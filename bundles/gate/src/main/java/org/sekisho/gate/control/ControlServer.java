package org.sekisho.gate.control;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.function.Supplier;
import org.sekisho.gate.program.Program;
import org.sekisho.gate.refusal.MalformedDocument;

/** The register's end of the control socket: runs each call on a thread of its own. */
public final class ControlServer implements Closeable {

    private final SocketPlace place;
    private final Program program;
    private final Supplier<Map<String, Long>> phases;
    private final ServerSocketChannel server;
    /** One party a running invocation, and one for the server itself. */
    private final Phaser running = new Phaser(1);

    /** Those that did not say yet what they want. */
    private final Set<FrameChannel> silent = ConcurrentHashMap.newKeySet();

    /** Opens the socket; the caller holds the home's lock. */
    public ControlServer(SocketPlace place, Program program, Supplier<Map<String, Long>> phases) throws IOException {
        this.place = place;
        this.program = program;
        this.phases = phases;
        this.server = place.open();
    }

    /** Accepts until {@link #close}, then waits until the last invocation has ended; for no call of whom none came. */
    public void serve() throws IOException {
        try {
            while (true) {
                SocketChannel socket = server.accept();
                FrameChannel frames = new FrameChannel(socket);
                silent.add(frames);
                running.register();
                Thread thread = new Thread(() -> run(frames), "invocation");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (ClosedChannelException closed) {
            silent.forEach(FrameChannel::close);
            running.arriveAndAwaitAdvance();
        } finally {
            place.clear();
        }
    }

    private void run(FrameChannel connection) {
        try (FrameChannel frames = connection) {
            Frame first = frames.read();
            silent.remove(frames);
            if (first.type() == FrameType.CALL) {
                RemoteInvocation invocation = new RemoteInvocation(frames, Call.read(first.payload()), phases);
                Thread listener = new Thread(invocation::listen, "invocation input");
                listener.setDaemon(true);
                listener.start();
                invocation.exit(exitCode(invocation));
            }
        } catch (IOException | MalformedDocument e) {
            // Whoever called is gone, or is no command of ours.
        } finally {
            silent.remove(connection);
            running.arriveAndDeregister();
        }
    }

    /** A program that broke still answers, so that nobody waits for ever. */
    private int exitCode(RemoteInvocation invocation) {
        try {
            return program.run(invocation);
        } catch (RuntimeException e) {
            invocation.err().println("sekisho: " + e);
            return 1;
        }
    }

    /** Takes no more calls. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
