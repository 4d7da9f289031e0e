package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stranger who opens many requests and sends none of them whole stops nobody. */
@BehindProxyTest
class SlowRequestBodiesTest {
    private static final int SOCKETS = 205;

    /** From so many addresses they come: one alone would be limited before. */
    private static final int STRANGERS = 103;

    private final List<Socket> sockets = new ArrayList<>();

    @LocalServerPort
    int port;

    private UidlTab staff;

    @BeforeEach
    void aPersonWorks() {
        staff = new UidlTab(LoopbackBrowser.client(), URI.create("http://127.0.0.1:" + port + "/"));
        staff.signIn("manager", "demo-manager-pass");
        staff.open("leads");
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void staffCanWorkWhileManySignInBodiesNeverEnd() throws IOException {
        begin("/login", "application/x-www-form-urlencoded", "u");
        theyWorkOn();
    }

    @Test
    void staffCanWorkWhileManyPublicRequestsNeverEnd() throws IOException {
        begin("/api/public/consultations", "application/json", "{");
        theyWorkOn();
        begin("/book", "application/x-www-form-urlencoded", "n");
        theyWorkOn();
    }

    @Test
    void tooManySignInsAreRefusedBeforeTheirBodyArrives() throws IOException {
        var stranger = InetAddress.ofLiteral("127.0.0.9");
        for (int i = 0; i < 60; i++) {
            slow(stranger, "/login", "application/x-www-form-urlencoded", "", 0);
            assertThat(status(sockets.getLast())).isNotEqualTo("HTTP/1.1 429");
        }
        // several at once, since on a slow machine the first of them may be allowed again
        var sent = new ArrayList<Socket>();
        for (int i = 0; i < 10; i++) {
            sent.add(slow(stranger, "/login", "application/x-www-form-urlencoded", "u", 5_000));
        }
        var answers = new ArrayList<String>();
        for (var socket : sent) {
            answers.add(status(socket));
        }
        assertThat(answers).contains("HTTP/1.1 429");
        theyWorkOn();
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    @Test
    void aRefusedRequestIsAnsweredBeforeItsBodyArrives() throws IOException {
        var socket = slow("/api/public/consultations", "application/json", "{", 1_000_000);
        assertThat(status(socket)).isEqualTo("HTTP/1.1 413");
    }

    private void theyWorkOn() {
        for (var place : List.of("patients", "leads", "schedule")) {
            staff.go(place);
        }
        var another = new UidlTab(LoopbackBrowser.client(), URI.create("http://127.0.0.1:" + port + "/"));
        another.signIn("auditor", "demo-auditor-pass");
        another.open("");
        assertThat(another.texts()).isNotEmpty();
    }

    private void begin(String path, String type, String first) throws IOException {
        for (int i = 0; i < SOCKETS; i++) {
            slow(path, type, first, 5_000);
        }
    }

    /** Says how long the body is and sends its first byte alone, from an address that is not that of the staff. */
    private Socket slow(String path, String type, String first, int length) throws IOException {
        return slow(InetAddress.ofLiteral("127.0.8." + (1 + sockets.size() % STRANGERS)), path, type, first, length);
    }

    private Socket slow(InetAddress from, String path, String type, String first, int length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                + "\r\nContent-Length: " + length + "\r\n\r\n" + first)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
