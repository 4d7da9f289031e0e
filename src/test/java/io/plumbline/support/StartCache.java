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

    /** Unpacks another jar into a folder, with a start cache of its own, and returns how it is started. */
    public static List<String> of(Path jar, Path folder) throws IOException {
        try {
            if (launched("cache", jar.toString(), folder.toString()) != 0) {
                throw new IllegalStateException("The start cache of " + jar + " could not be made");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return java(
                "-XX:AOTCache=" + folder.resolve("start.aot"),
                "-jar",
                folder.resolve(jar.getFileName()).toString());
    }

    private static void make() throws IOException, InterruptedException {
        if (launched("cache") != 0 || !isFresh()) {
            throw new IllegalStateException("The start cache could not be made: see target/portal-cache.log");
        }
    }

    private static int launched(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./portal"));
        command.addAll(List.of(words));
        var launcher = new ProcessBuilder(command).inheritIO();
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return launcher.start().waitFor();
    }
}
