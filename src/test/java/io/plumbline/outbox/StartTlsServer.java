package io.plumbline.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that offers STARTTLS, which GreenMail does not, with GreenMail's own certificate. */
final class StartTlsServer implements AutoCloseable {
    private static final char[] KEY_STORE_PASSWORD = "changeit".toCharArray();

    private final SSLContext tls;
    private final ServerSocket listening;
    private final Thread answering;
    private final Queue<String> clear = new ConcurrentLinkedQueue<>();
    private final Queue<String> encrypted = new ConcurrentLinkedQueue<>();

    StartTlsServer() throws IOException, GeneralSecurityException {
        tls = tls();
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        answering = Thread.ofVirtual().start(this::answer);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Returns what a listener on the line reads. */
    String inTheClear() {
        return String.join("\n", clear);
    }

    String encrypted() {
        return String.join("\n", encrypted);
    }

    private static SSLContext tls() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = StartTlsServer.class.getResourceAsStream("/greenmail.p12")) {
            store.load(Objects.requireNonNull(file), KEY_STORE_PASSWORD);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, KEY_STORE_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void answer() {
        try (var plain = listening.accept()) {
            if (talk(plain, clear, "250-here\r\n250 STARTTLS")) {
                try (var secured =
                        (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), false)) {
                    secured.setUseClientMode(false);
                    talk(secured, encrypted, "250 here");
                }
            }
        } catch (IOException hungUp) {
            // a client that does not trust the certificate hangs up
        }
    }

    /** Answers each line; returns true once the client has asked for encryption. */
    private static boolean talk(Socket line, Queue<String> heard, String hello) throws IOException {
        var from = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        var to = new PrintWriter(line.getOutputStream(), false, StandardCharsets.UTF_8);
        if (!(line instanceof SSLSocket)) {
            say(to, "220 here");
        }
        var isText = false;
        for (var said = from.readLine(); said != null; said = from.readLine()) {
            heard.add(said);
            if (isText) {
                isText = !said.equals(".");
                if (isText) {
                    continue;
                }
            }
            if (said.startsWith("STARTTLS")) {
                say(to, "220 go ahead");
                return true;
            }
            if (said.startsWith("QUIT")) {
                say(to, "221 bye");
                return false;
            }
            isText = said.equals("DATA");
            say(to, said.startsWith("EHLO") ? hello : isText ? "354 write" : "250 yes");
        }
        return false;
    }

    private static void say(PrintWriter to, String answer) {
        to.print(answer + "\r\n");
        to.flush();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        listening.close();
        answering.join();
    }
}
