package org.sekisho.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * From the start of the process to the register page's first answer, and the same bundles in {@link PlainFelix}, by turns. Arguments:
 * an installation, a folder, rounds.
 */
final class PageBenchmark {

    private PageBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            StartedShop shop = new StartedShop(scratch.folder(), Path.of(args[0]));
            Pairs pairs = new Pairs("start to page, ms", "sekisho", "plain Felix");
            int rounds = Integer.parseInt(args[2]);
            for (int round = -StartBenchmark.WARM_UP; round < rounds; round++) {
                int port = freePort();
                String option = "--port=" + port;
                double sekisho = shop.startUntil(shop.sekisho("run", option), () -> answers(port));
                double plain = shop.startUntil(shop.plain("run", option), () -> answers(port));
                if (round >= 0) {
                    pairs.add(sekisho, plain);
                }
            }
            pairs.print();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            String call = "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.valueOf(answer.readLine()).startsWith("HTTP/1.1 200 ");
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
