package org.sekisho.antivirus.clamd;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The commands of clamd that are used here (clamd(8)): {@code z}-commands end in a zero byte, a stream goes in chunks of a
 * big-endian length and that many bytes, and ends with a chunk of length 0. One connection a command. Safe for many threads.
 */
final class Clamd {

    private static final int CHUNK = 64 * 1024;

    private final SocketAddress address;
    private final Duration patience;

    Clamd(SocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** {@code ClamAV 1.4.6/27890/Thu Jan  1 08:00:00 2026}; the name alone where no official signatures are loaded. */
    String version() throws IOException {
        try (Conversation conversation = Conversation.open(address, patience)) {
            conversation.send(command("VERSION"));
            return conversation.reply();
        }
    }

    Reply scan(byte[] content) throws IOException {
        try (Conversation conversation = Conversation.open(address, patience)) {
            boolean all = conversation.send(command("INSTREAM")) && sendChunks(conversation, content);
            Reply reply = Reply.of(conversation.reply());
            return all || !(reply instanceof Reply.Ok)
                    ? reply
                    : new Reply.Failed("clamd answered before it had it all");
        }
    }

    private static boolean sendChunks(Conversation conversation, byte[] content) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
        for (int at = 0; at < content.length; at += CHUNK) {
            int length = Math.min(CHUNK, content.length - at);
            chunk.clear().putInt(length).put(content, at, length).flip();
            if (!conversation.send(chunk)) {
                return false;
            }
        }
        return conversation.send(chunk.clear().putInt(0).flip());
    }

    private static ByteBuffer command(String name) {
        return ByteBuffer.wrap(("z" + name + "\0").getBytes(StandardCharsets.US_ASCII));
    }
}
