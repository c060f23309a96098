package org.sekisho.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An answering receipt printer at the other end of a serial line: a pair of pseudo-terminals, by socat. */
final class SerialPrinter implements AutoCloseable {

    private final Path port;
    private final Process line;
    private final Paper paper = new Paper();
    private final AnsweringPrinter head = new AnsweringPrinter(paper);

    /** @param folder where the two ends of the line are named */
    SerialPrinter(Path folder) throws IOException, InterruptedException {
        port = folder.resolve("till");
        Path printer = folder.resolve("printer");
        line = socat("pty,raw,echo=0,link=" + port, "pty,raw,echo=0,link=" + printer);
        while (!(Files.exists(port) && Files.exists(printer))) {
            if (line.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new IOException("socat ended: " + line.exitValue());
            }
        }
        FileInputStream in = new FileInputStream(printer.toFile());
        FileOutputStream out = new FileOutputStream(printer.toFile());
        Thread thread = new Thread(
                () -> {
                    try (in;
                            out) {
                        head.serve(in, out);
                    } catch (IOException unplugged) {
                        // What was cut so far counts.
                    }
                },
                "serial-printer");
        thread.setDaemon(true);
        thread.start();
    }

    private static Process socat(String one, String other) throws IOException {
        try {
            return new ProcessBuilder("socat", "-d", "-d", one, other)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "socat is not there");
            throw e;
        }
    }

    /** For devices.json. */
    String settings() {
        return """
                {"printer":{"driver":"escpos","wire":"serial:%s?baud=38400"},\
                "drawer":{"driver":"escpos","wire":"printer"}}
                """.formatted(port);
    }

    Paper paper() {
        return paper;
    }

    AnsweringPrinter head() {
        return head;
    }

    @Override
    public void close() {
        line.destroy();
        line.onExit().join();
    }
}
