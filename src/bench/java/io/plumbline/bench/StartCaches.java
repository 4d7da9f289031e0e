package io.plumbline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Start caches of other jars than that of the sources, as the launcher makes them. */
final class StartCaches {
    private StartCaches() {}

    /** Unpacks a jar into a folder with its start cache, and returns how it is started. */
    static List<String> make(Path jar, Path folder) throws IOException {
        var launcher = new ProcessBuilder("./portal", "cache", jar.toString(), folder.toString()).inheritIO();
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            if (launcher.start().waitFor() != 0) {
                throw new IllegalStateException("The start cache of " + jar + " could not be made");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:aot*=off",
                "-XX:AOTCache=" + folder.resolve("start.aot"),
                "-jar",
                folder.resolve(jar.getFileName()).toString());
    }
}
