package io.plumbline.bench;

import io.plumbline.support.StartCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The backup commands of the packaged portal, each as a process of its own with little heap. */
final class BackupCommands {
    /** They have no more, in megabytes, and end where that is too little. */
    static final int HEAP = 300;

    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->\\d+M\\(");

    private final Path folder;
    private final Map<String, String> environment;
    private int commands;

    /** @param folder for what they say */
    BackupCommands(OwnStore store, Path folder, String key) {
        this.folder = folder;
        environment = new HashMap<>(store.environment());
        environment.put("PLUMBLINE_BACKUP_KEY", key);
    }

    /** Returns with what a portal runs that is asked for backups. */
    Map<String, String> environment() {
        return environment;
    }

    /**
     * What a command took.
     *
     * @param heap the most that was in use, garbage too, in megabytes
     */
    record Ran(double seconds, double heap) {}

    /** Makes a backup in an empty folder. */
    Ran backUp(Path to) {
        return run("backup", to.toString());
    }

    /** Verifies the only backup in a folder. */
    Ran verify(Path in) {
        return run("backup", "verify", onlyBackup(in).toString());
    }

    private static Path onlyBackup(Path in) {
        try (var backups = Files.newDirectoryStream(in, "*.age")) {
            return backups.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ran run(String... words) {
        try {
            var name = "command-" + ++commands;
            var log = folder.resolve(name + ".gc");
            // at the priority that the launcher gives them
            var command = new ArrayList<>(List.of("nice", "-n", "10"));
            var java = StartCache.asLaunched();
            command.add(java.getFirst());
            command.addAll(List.of("-Xmx" + HEAP + "m", "-Xlog:gc:file=" + log));
            command.addAll(java.subList(1, java.size()));
            command.addAll(List.of(words));
            var seconds = TimedProcess.run(folder.resolve(name + ".log"), environment, command);
            return new Ran(seconds, most(Files.readString(log)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double most(String log) {
        return COLLECTED
                .matcher(log)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .max()
                .orElse(0);
    }
}
