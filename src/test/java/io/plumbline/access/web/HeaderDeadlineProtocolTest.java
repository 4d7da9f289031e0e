package io.plumbline.access.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A header that trickles is cut, whoever sends it; a slow answer and an open connection are not. */
class HeaderDeadlineProtocolTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int LONGEST_WAIT_MS = 30_000;

    private final CountDownLatch isAnswered = new CountDownLatch(1);

    private final Tomcat server = new Tomcat();

    @TempDir
    Path folder;

    @AfterEach
    void end() throws Exception {
        isAnswered.countDown();
        server.stop();
        server.destroy();
    }

    @Test
    void aHeaderOfWhichAByteArrivesNowAndThenIsCut() throws Exception {
        start(Duration.ofMillis(200), 100);
        try (var stranger = connect()) {
            assertThat(bytesUntilCut(stranger)).isPositive();
        }
    }

    @Test
    void aRequestWhoseAnswerTakesLongAndTheNextOneOnTheSameConnectionAreAnswered() throws Exception {
        start(Duration.ofMillis(200), 100);
        try (var slow = connect();
                var stranger = connect()) {
            send(slow, "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            // longer than the deadline, told by the connection that is cut
            assertThat(bytesUntilCut(stranger)).isPositive();
            isAnswered.countDown();
            assertThat(status(slow)).isEqualTo("HTTP/1.1 200 ");
            try (var other = connect()) {
                assertThat(bytesUntilCut(other)).isPositive();
            }
            send(slow, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(status(slow)).isEqualTo("HTTP/1.1 200 ");
        }
    }

    @Test
    void ofTheUnfinishedHeadersOfAnAddressTheOldestAreCut() throws Exception {
        start(NEVER, 2);
        var sockets = new ArrayList<Socket>();
        for (int n = 0; n < 3; n++) {
            sockets.add(connect());
            send(sockets.getLast(), "GET / HTTP/1.1\r\nHo");
        }
        assertThat(bytesUntilCut(sockets.getFirst())).isPositive();
        for (var kept : sockets.subList(1, 3)) {
            send(kept, "st: localhost\r\n\r\n");
            assertThat(status(kept)).isEqualTo("HTTP/1.1 200 ");
            kept.close();
        }
        sockets.getFirst().close();
    }

    private void start(Duration longest, int most) throws Exception {
        server.setBaseDir(folder.toString());
        var connector = new Connector(new HeaderDeadlineProtocol(longest, LOOK, most));
        connector.setPort(0);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        server.setConnector(connector);
        var context = server.addContext("", folder.toString());
        Tomcat.addServlet(context, "answers", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                if (request.getRequestURI().equals("/slow")) {
                    try {
                        isAnswered.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                response.setContentLength(0);
            }
        });
        context.addServletMappingDecoded("/", "answers");
        server.start();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), server.getConnector().getLocalPort());
        socket.setSoTimeout(LONGEST_WAIT_MS);
        return socket;
    }

    private static void send(Socket socket, String part) throws IOException {
        socket.getOutputStream().write(part.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends a byte of a header whenever nothing is answered for a moment. */
    private static int bytesUntilCut(Socket socket) throws IOException {
        send(socket, "GET / HTTP/1.1\r\nX: ");
        socket.setSoTimeout(10);
        for (int sent = 1; sent < LONGEST_WAIT_MS / 10; sent++) {
            try {
                if (socket.getInputStream().read() == -1) {
                    return sent;
                }
            } catch (java.net.SocketTimeoutException nothingYet) {
                try {
                    send(socket, "y");
                } catch (SocketException isCut) {
                    return sent;
                }
            } catch (SocketException isCut) {
                return sent;
            }
        }
        return -1;
    }

    private static String status(Socket socket) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        var first = lines.readLine();
        for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            // the headers of the answer, which has no body
        }
        return first;
    }
}
