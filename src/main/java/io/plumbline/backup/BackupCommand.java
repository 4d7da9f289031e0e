package io.plumbline.backup;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Command;
import io.plumbline.shared.Count;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code ./portal backup FOLDER}: makes a backup of the store. Where a portal runs on an H2 store, that one makes it. */
@Component
class BackupCommand implements Command {
    static final String NAME = "backup";
    private static final int FAILED = 1;
    private static final long MEGABYTE = 1_000_000;

    private final BackupService backups;
    private final SystemActor system;

    BackupCommand(BackupService backups, SystemActor system) {
        this.backups = backups;
        this.system = system;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments, PrintStream answer) {
        try {
            answer.println(make(Path.of(arguments.getFirst()), new BackupProgress(System.err::println)));
            return 0;
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            return FAILED;
        }
    }

    /**
     * Makes a backup as the portal itself.
     *
     * @return what was made, in a sentence
     */
    String make(Path folder, BackupProgress progress) throws IOException {
        try {
            return words(system.call(() -> {
                try {
                    return backups.make(folder, progress);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static String words(BackupRun.Made made) {
        var problems = made.manifest().problems();
        return "The backup %s is made: %s in %s, %s, %s MB.%s%s"
                .formatted(
                        made.file(),
                        Count.of(made.manifest().allRows(), "row", "rows"),
                        Count.of(made.manifest().rows().size(), "table", "tables"),
                        Count.of(files(made), "file", "files"),
                        Count.number(Math.ceilDiv(made.bytes(), MEGABYTE)),
                        made.about().hasKeys()
                                ? ""
                                : " The portal's own keys are not in it: run ./portal backup init once.",
                        problems.isEmpty() ? "" : " " + String.join(" ", problems));
    }

    private static long files(BackupRun.Made made) {
        return made.manifest().parts().stream()
                .filter(part -> part.name().startsWith(BackupFiles.PARTS))
                .count();
    }
}
