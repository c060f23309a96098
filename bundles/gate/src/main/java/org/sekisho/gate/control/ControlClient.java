package org.sekisho.gate.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The person's end of the control socket: hands a call to the running register and lends it their streams and terminal. */
public final class ControlClient {

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Asker terminal;

    public ControlClient(InputStream in, PrintStream out, PrintStream err, Asker terminal) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Returns the exit code.
     *
     * @throws IOException when the register went away before it gave one
     */
    public int call(SocketChannel socket, Call call) throws IOException {
        try (FrameChannel frames = new FrameChannel(socket)) {
            frames.write(FrameType.CALL, call.json());
            while (true) {
                Frame frame = frames.read();
                switch (frame.type()) {
                    case STDOUT -> print(out, frame);
                    case STDERR -> print(err, frame);
                    case WANT_STDIN -> lendInput(frames);
                    case ASK -> ask(frames, frame.payload());
                    case EXIT -> {
                        return ByteBuffer.wrap(frame.payload()).getInt();
                    }
                    default -> throw new IOException("the register sent " + frame.type());
                }
            }
        }
    }

    private static void print(PrintStream to, Frame frame) {
        to.write(frame.payload(), 0, frame.payload().length);
        to.flush();
    }

    private void lendInput(FrameChannel frames) throws IOException {
        byte[] buffer = new byte[8192];
        int n = in.read(buffer);
        frames.write(FrameType.STDIN, buffer, 0, Math.max(n, 0));
    }

    private void ask(FrameChannel frames, byte[] question) throws IOException {
        String prompt = new String(question, 1, question.length - 1, StandardCharsets.UTF_8);
        Optional<char[]> typed = terminal.ask(prompt, question[0] == 1);
        if (typed.isEmpty()) {
            frames.write(FrameType.ANSWER, new byte[] {0});
            return;
        }
        ByteBuffer text = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed.get()));
        byte[] answer = new byte[1 + text.remaining()];
        answer[0] = 1;
        text.get(answer, 1, answer.length - 1);
        frames.write(FrameType.ANSWER, answer);
        Arrays.fill(answer, (byte) 0);
        text.clear().put(new byte[text.capacity()]);
        Arrays.fill(typed.get(), '\0');
    }
}
