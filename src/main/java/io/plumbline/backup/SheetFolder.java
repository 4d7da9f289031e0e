package io.plumbline.backup;

import io.plumbline.startup.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the downtime sheet of each clinic, encrypted, in the second folder of the backups. */
@Component
public class SheetFolder {
    static final String PREFIX = "sheets-";
    static final String ENCRYPTED = ".age";
    private static final String PDF = ".pdf";
    private static final Logger LOG = LoggerFactory.getLogger(SheetFolder.class);

    /** With what a killed portal left of one. */
    private static final Pattern NAME = Pattern.compile("sheets-[a-z0-9]{2,16}\\.pdf\\.age(\\.[0-9]+\\.part)?");

    private final BackupSettings settings;
    private final BackupSchedule schedule;

    SheetFolder(BackupSettings settings, BackupSchedule schedule) {
        this.settings = settings;
        this.schedule = schedule;
    }

    /** Returns whether downtime sheets are to be made: there are key and second folder, no demo, and a patient. */
    public boolean isSet() {
        return settings.hasKey() && settings.secondFolder() != null && schedule.isNeeded();
    }

    /**
     * Returns when the sheet of a clinic was made; empty if there is none.
     *
     * @param code of the clinic
     * @throws BackupProblem if the folder is away or not readable
     */
    public Optional<Instant> madeAt(String code) throws BackupProblem {
        requireFolder();
        var file = file(code);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.getLastModifiedTime(file).toInstant())
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new BackupProblem("The downtime sheet %s cannot be read.".formatted(file), unreadable);
        }
    }

    /**
     * Writes the sheet of a clinic in the place of an older one, which stays if this fails.
     *
     * @param code of the clinic
     * @throws BackupProblem if it cannot be written
     */
    public void write(String code, byte[] pdf, Instant madeAt) throws BackupProblem {
        requireFolder();
        var file = file(code);
        try {
            EncryptedFile.write(file, pdf, settings.recipients(), madeAt);
        } catch (BackupProblem said) {
            throw said;
        } catch (IOException failed) {
            throw new BackupProblem(
                    StoreFiles.isDiskFull(failed)
                            ? "There is no room left in %s for the downtime sheets: make room.".formatted(folder())
                            : "The downtime sheet %s cannot be written: %s."
                                    .formatted(file, BackupWriter.reason(failed)),
                    failed);
        }
    }

    /**
     * Deletes the sheets of clinics that there are no longer.
     *
     * @param codes of the clinics that there are
     */
    public void keepOnly(Collection<String> codes) throws BackupProblem {
        requireFolder();
        var kept =
                codes.stream().map(code -> file(code).getFileName().toString()).collect(Collectors.toSet());
        try (var files = Files.list(folder())) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (NAME.matcher(name).matches() && !kept.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failed) {
            throw new BackupProblem("Old downtime sheets in %s cannot be deleted.".formatted(folder()), failed);
        }
    }

    /**
     * Notes in the state of the backups, and once in the log, that sheets cannot be made.
     *
     * @param sentence why; empty if all were made
     */
    public void note(String sentence) {
        if (schedule.noteSheets(sentence) && !sentence.isEmpty()) {
            LOG.error("Not all downtime sheets were made: {}", sentence);
        }
    }

    /** Returns why sheets cannot be made; empty if they can. */
    String problem() {
        return schedule.sheetsProblem();
    }

    private void requireFolder() throws BackupProblem {
        if (!Files.isDirectory(folder())) {
            throw new BackupProblem(
                    "The downtime sheets cannot be written: %s is not there. Create it, or mount its disk."
                            .formatted(folder()));
        }
    }

    private Path folder() {
        return Objects.requireNonNull(settings.secondFolder());
    }

    private Path file(String code) {
        return folder().resolve(PREFIX + code + PDF + ENCRYPTED);
    }

    /** Returns the sheets in a folder by name. */
    static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(file -> file.getFileName().toString().endsWith(PDF + ENCRYPTED))
                    .sorted()
                    .toList();
        }
    }
}
