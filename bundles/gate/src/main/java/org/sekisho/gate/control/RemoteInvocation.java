package org.sekisho.gate.control;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.sekisho.gate.program.Invocation;

/**
 * An invocation whose person sits at the other end of the control socket. One thread of it feeds {@link #listen} with what
 * comes; the program's runs beside it. When the person goes away, input ends and output goes nowhere.
 */
final class RemoteInvocation implements Invocation {

    private static final int BUFFER = 8192;
    private static final byte[] NOTHING = {};

    private final FrameChannel frames;
    private final Call call;
    private final Supplier<Map<String, Long>> phases;
    private final BlockingQueue<byte[]> input = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private final InputStream in = new LentInput(this::nextInput);
    private final PrintStream out = stream(FrameType.STDOUT);
    private final PrintStream err = stream(FrameType.STDERR);
    private volatile boolean gone;

    RemoteInvocation(FrameChannel frames, Call call, Supplier<Map<String, Long>> phases) {
        this.frames = frames;
        this.call = call;
        this.phases = phases;
    }

    /** Takes what the person's end sends, until it is gone. */
    void listen() {
        try {
            while (true) {
                Frame frame = frames.read();
                (frame.type() == FrameType.STDIN ? input : answers).add(frame.payload());
            }
        } catch (IOException e) {
            gone = true;
            input.add(NOTHING);
            answers.add(new byte[] {0});
        }
    }

    void exit(int code) {
        out.flush();
        err.flush();
        try {
            frames.write(
                    FrameType.EXIT,
                    ByteBuffer.allocate(Integer.BYTES).putInt(code).array());
        } catch (IOException e) {
            // Nobody waits for it any more.
        }
    }

    private byte[] nextInput() {
        out.flush();
        err.flush();
        if (gone) {
            return NOTHING;
        }
        try {
            frames.write(FrameType.WANT_STDIN, NOTHING);
        } catch (IOException e) {
            return NOTHING;
        }
        return take(input);
    }

    @Override
    public Optional<char[]> ask(String prompt, boolean hidden) {
        out.flush();
        err.flush();
        byte[] text = prompt.getBytes(StandardCharsets.UTF_8);
        byte[] question = new byte[1 + text.length];
        question[0] = (byte) (hidden ? 1 : 0);
        System.arraycopy(text, 0, question, 1, text.length);
        try {
            frames.write(FrameType.ASK, question);
        } catch (IOException e) {
            return Optional.empty();
        }
        byte[] answer = take(answers);
        if (answer.length == 0 || answer[0] == 0) {
            return Optional.empty();
        }
        CharBuffer typed = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(answer, 1, answer.length - 1));
        char[] characters = new char[typed.remaining()];
        typed.get(characters);
        Arrays.fill(answer, (byte) 0);
        typed.clear().put(new char[typed.capacity()]);
        return Optional.of(characters);
    }

    private static byte[] take(BlockingQueue<byte[]> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOTHING;
        }
    }

    private PrintStream stream(FrameType type) {
        OutputStream framed = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int at = 0; at < length; at += BUFFER) {
                    frames.write(type, bytes, offset + at, Math.min(BUFFER, length - at));
                }
            }
        };
        return new PrintStream(new BufferedOutputStream(framed, BUFFER), true, StandardCharsets.UTF_8);
    }

    @Override
    public List<String> arguments() {
        return call.arguments();
    }

    @Override
    public Path workingFolder() {
        return call.folder();
    }

    @Override
    public Map<String, String> environment() {
        return call.environment();
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public void serve(Runnable listening) {
        throw new IllegalStateException("only the invocation that started this process may serve");
    }

    @Override
    public Map<String, Long> phases() {
        return phases.get();
    }
}
