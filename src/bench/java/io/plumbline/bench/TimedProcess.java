package io.plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that is run to its end. */
final class TimedProcess {
    private static final double SECOND = 1e9;

    private TimedProcess() {}

    /**
     * Runs a process.
     *
     * @param said the file that takes what it says
     * @return how many seconds it took
     * @throws IllegalStateException if it fails, with what it said
     */
    static double run(Path said, Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        try {
            var began = System.nanoTime();
            var process = builder.start();
            try {
                var status = process.waitFor();
                var took = (System.nanoTime() - began) / SECOND;
                if (status != 0) {
                    throw new IllegalStateException("A process ended with " + status + ": " + Files.readString(said));
                }
                return took;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
