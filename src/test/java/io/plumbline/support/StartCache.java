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
    private static final String CACHE = "start.aot";

    /** How a portal is started by it. It is asked little and for a short time, so the quicker compiler alone will do. */
    static final List<String> COMMAND = command();

    private StartCache() {}

    /** Makes it where there is none of the jar that there is. */
    public static void makeOnce() {
        try {
            if (!isFresh(JAR, APP)) {
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
        return java("-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + APP.resolveSibling(CACHE), "-jar", APP.toString());
    }

    /** How {@code ./portal run} starts it. */
    public static List<String> asLaunched() {
        makeOnce();
        return cached(APP);
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

    private static List<String> cached(Path app) {
        return java("-XX:AOTCache=" + app.resolveSibling(CACHE), "-jar", app.toString());
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

    private static boolean isFresh(Path jar, Path app) throws IOException {
        return Files.exists(app.resolveSibling(CACHE))
                && Files.getLastModifiedTime(app).equals(Files.getLastModifiedTime(jar));
    }

    /** How another build is started, by the start cache that its own launcher made beside its jar. */
    public static List<String> of(Path jar) throws IOException {
        var app = jar.resolveSibling("app").resolve(jar.getFileName());
        if (!isFresh(jar, app)) {
            throw new IllegalStateException(
                    "There is no start cache of " + jar + ": build it by ./portal build in its own clone");
        }
        return cached(app);
    }

    private static void make() throws IOException, InterruptedException {
        var launcher = new ProcessBuilder("./portal", "cache").inheritIO();
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // what is set for the real portal does not matter to it
        launcher.environment().put("SPRING_PROFILES_ACTIVE", "mysql");
        if (launcher.start().waitFor() != 0 || !isFresh(JAR, APP)) {
            throw new IllegalStateException("The start cache could not be made: see target/portal-cache.log");
        }
    }
}
