package io.plumbline.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A wire between a portal and its database that a test makes slow, silent or cut; on plain sockets. */
public final class FaultyConnection implements AutoCloseable {
    /** What the wire does with what is sent over it. */
    public enum Fault {
        NONE,
        /** It passes on each piece a second late. */
        SLOW,
        /** It passes on nothing and tells nobody, on connections of before and on new ones. */
        BLACK_HOLE,
        /** It ends all connections and takes no more. */
        CUT
    }

    private static final Duration LATE = Duration.ofSeconds(1);
    private static final int PIECE = 16 * 1024;

    private final ServerSocket listening;
    private final InetSocketAddress database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    /** A wire to a database on this machine. */
    public FaultyConnection(String host, int port) {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = new InetSocketAddress(host, port);
        Thread.ofPlatform().daemon().name("faulty-wire").start(this::accept);
    }

    /** Where the portal finds the wire, on this machine. */
    public int port() {
        return listening.getLocalPort();
    }

    /** From now on the wire has this fault. */
    public void have(Fault some) {
        fault = some;
        if (some == Fault.CUT || some == Fault.NONE) {
            // what was swallowed before is never told later: such connections are over
            open.forEach(FaultyConnection::end);
        }
    }

    @Override
    public void close() {
        fault = Fault.CUT;
        end(listening);
        open.forEach(FaultyConnection::end);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var portal = listening.accept();
                if (fault == Fault.CUT) {
                    end(portal);
                    continue;
                }
                open.add(portal);
                var server = new Socket();
                open.add(server);
                server.connect(database);
                pass(portal, server);
                pass(server, portal);
            } catch (IOException closedOrNoDatabase) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                pass(from.getInputStream(), to.getOutputStream());
            } catch (IOException ended) {
                // so is the other side
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
        var piece = new byte[PIECE];
        for (var read = from.read(piece); read >= 0; read = from.read(piece)) {
            if (fault == Fault.SLOW) {
                LockSupport.parkNanos(LATE.toNanos());
            }
            if (fault != Fault.BLACK_HOLE) {
                to.write(piece, 0, read);
                to.flush();
            }
        }
    }

    private static void end(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception closedAlready) {
            // as it should be
        }
    }
}
