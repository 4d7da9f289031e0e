package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start cache of the packaged portal, as the launcher makes it; many tests start a portal. */
public final class StartCache {
    /** The portal as it is packed. */
    public static final Path JAR = Path.of("target/plumbline.jar");

    private static final Path APP = Path.of("target/app/plumbline.jar");
    private static final Path CACHE = Path.of("target/app/start.aot");

    /** How a portal is started by it. It is asked little and for a short time, so the quicker compiler alone will do. */
    static final List<String> COMMAND = command();

    private StartCache() {}

    /** Makes it where there is none of the jar that there is. */
    public static void makeOnce() {
        try {
            if (!isFresh()) {
                make();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command() {
        makeOnce();
        return java("-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + CACHE, "-jar", APP.toString());
    }

    /** How {@code ./portal run} starts it. */
    public static List<String> asLaunched() {
        makeOnce();
        return java("-XX:AOTCache=" + CACHE, "-jar", APP.toString());
    }

    /** How it is started unpacked, without the cache. */
    public static List<String> unpacked() {
        makeOnce();
        return java("-jar", APP.toString());
    }

    /** How it is started from the one jar. */
    public static List<String> packed() {
        return java("-jar", JAR.toString());
    }

    private static List<String> java(String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:aot*=off"));
        command.addAll(List.of(options));
        return List.copyOf(command);
    }

    private static boolean isFresh() throws IOException {
        return Files.exists(CACHE) && Files.getLastModifiedTime(APP).equals(Files.getLastModifiedTime(JAR));
    }

    private static void make() throws IOException, InterruptedException {
        var launcher = new ProcessBuilder("./portal", "cache").inheritIO();
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var status = launcher.start().waitFor();
        if (status != 0 || !isFresh()) {
            throw new IllegalStateException("The start cache could not be made: see target/portal-cache.log");
        }
    }
}
