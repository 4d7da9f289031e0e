package io.plumbline.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a person backs up a store without the portal, by the tools of its database: lines of a shell in a folder that they
 * fill. What is backed up is compressed as quickly as the portal does it.
 *
 * @param backUp backs up the store and its files
 * @param restore restores both beside the store, and drops them
 */
record OwnTool(Map<String, String> environment, List<String> backUp, List<String> restore) {
    /** Returns how many seconds a backup into an empty folder takes. */
    double backUp(Path folder) {
        return run(folder, backUp);
    }

    /** Returns how many seconds it takes to restore what is in the folder. */
    double restore(Path folder) {
        return run(folder, restore);
    }

    private double run(Path folder, List<String> lines) {
        var script = "cd '%s'\n%s".formatted(folder, String.join("\n", lines));
        return TimedProcess.run(folder.resolve("said.log"), environment, List.of("sh", "-euc", script));
    }

    /** A pipe between two programs; also the first must have ended well. */
    static String pipe(String from, String to) {
        return "{ %s && touch ended; } | %s\nrm ended".formatted(from, to);
    }

    /** Writes the files on records into an archive. */
    static String archive(Path files) {
        return pipe("tar -cf - -C '%s' .".formatted(files), "gzip -1 >files.tar.gz");
    }

    /** Reads them again. */
    static String unarchive() {
        return "mkdir files\ntar -xzf files.tar.gz -C files\nrm -r files";
    }
}
