package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged portal as a process of its own, with the demo clinic on Tuesday 24 November 2026, 10:00 in Phoenix. */
public final class PortalProcess implements AutoCloseable {
    /** When it is in a portal that is not set another time: Tue 24 Nov 2026, 10:00 in Phoenix. */
    public static final String CLOCK = "2026-11-24T17:00:00Z";

    /** For one that hangs: a demo is filled in a minute, beside the other tests of a slow machine in four. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** A test that is ended closes nothing: whoever ends this JVM ends its portals too. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private static volatile boolean isEnding;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            isEnding = true;
            RUNNING.forEach(Process::destroyForcibly);
        }));
    }

    private final Process process;
    private final Path log;
    private final int port;

    private PortalProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
        RUNNING.add(process);
        process.onExit().thenRun(() -> RUNNING.remove(process));
        // started while the portals before it are ended
        if (isEnding) {
            process.destroyForcibly();
        }
    }

    /** Starts the portal on a data folder; into an empty one the demo clinic is put first, unless the settings refuse it. */
    public static PortalProcess start(Path dataFolder, Map<String, String> settings) {
        try {
            if (!"false".equals(settings.get("PLUMBLINE_DEMO"))) {
                FilledDemo.into(dataFolder);
            }
            return startAsItIs(dataFolder, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PortalProcess startAsItIs(Path dataFolder, Map<String, String> settings) {
        return start(StartCache.COMMAND, dataFolder, settings);
    }

    /** Starts the portal in a way of its own on a data folder as it is. */
    public static PortalProcess start(List<String> command, Path dataFolder, Map<String, String> settings) {
        try {
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var log = dataFolder.resolve("portal.log");
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            builder.environment().put("PLUMBLINE_DATA_DIR", dataFolder.toString());
            builder.environment().put("PLUMBLINE_CLOCK", CLOCK);
            // a tab of a long journey would be locked
            builder.environment().put("PLUMBLINE_SESSION_LOCK", "1h");
            builder.environment().putAll(settings);
            var portal = new PortalProcess(builder.start(), log, port);
            try {
                portal.awaitHealth();
            } catch (RuntimeException never) {
                portal.kill();
                throw never;
            }
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://localhost:" + port + "/";
    }

    /** What the portal has said so far, on both streams. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much time of a processor it has taken so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    public long pid() {
        return process.pid();
    }

    private void awaitHealth() {
        var deadline = Instant.now().plus(PATIENCE);
        try (var client = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(URI.create(address() + "actuator/health"))
                    .build();
            while (true) {
                try {
                    if (client.send(health, BodyHandlers.ofString()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                        throw new IllegalStateException("The portal does not start: " + log(), notYet);
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as a power cut would: nothing is told, nothing is written any more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("The portal does not end when it is told to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
