package io.plumbline.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A folder of backups, which says by itself what is there: a backup that was made has its name, one that was verified has a
 * file beside it that says when, and one with damaged files has a file that says which.
 */
record BackupFolder(Path path) {
    /** The instant in the form of ISO 8601 without signs between its digits, since not every disk takes a colon. */
    private static final Pattern NAME =
            Pattern.compile("plumbline-(\\d{4})(\\d\\d)(\\d\\dT\\d\\d)(\\d\\d)(\\d\\dZ)\\.zip\\.age");

    private static final String ENDING = ".zip.age";
    private static final String VERIFIED = ".verified";
    private static final String PROBLEMS = ".problems";

    /** A backup in the folder. */
    record Kept(Path file, Instant madeAt) {
        /** Returns whether all files on records were whole when it was made. */
        boolean isGood() {
            return !Files.exists(beside(file, PROBLEMS));
        }
    }

    private record Verification(Path file, Instant at) {}

    /** Returns the name of a backup. */
    static String nameAt(Instant at) {
        return "plumbline-" + second(at) + ENDING;
    }

    /** Returns the name of a backup of what a restore replaces. */
    static String nameBeforeRestore(Instant at) {
        return "before-restore-" + second(at) + ENDING;
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("-", "").replace(":", "");
    }

    private static Path beside(Path backup, String ending) {
        return backup.resolveSibling(backup.getFileName() + ending);
    }

    /**
     * Returns the backups, the newest first.
     *
     * @throws BackupProblem if the folder cannot be read
     */
    List<Kept> backups() throws BackupProblem {
        try (var files = Files.list(path)) {
            return files.flatMap(file -> madeAt(file).map(at -> new Kept(file, at)).stream())
                    .sorted(Comparator.comparing(Kept::madeAt).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException away) {
            throw isAway(away);
        }
    }

    private BackupProblem isAway(Exception away) {
        return new BackupProblem("The backups cannot be read: %s is away or not readable.".formatted(path), away);
    }

    private static Optional<Instant> madeAt(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        try {
            return name.matches() ? Optional.of(Instant.parse(name.replaceFirst("$1-$2-$3:$4:$5"))) : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /**
     * Returns when a backup was last restored for a test, by this portal or another one that sees the folder.
     *
     * @throws BackupProblem if the folder cannot be read
     */
    Optional<Instant> lastVerified() throws BackupProblem {
        try {
            return verifications().stream().map(Verification::at).findFirst();
        } catch (IOException | DirectoryIteratorException away) {
            throw isAway(away);
        }
    }

    /** The newest first. */
    private List<Verification> verifications() throws IOException {
        var found = new ArrayList<Verification>();
        try (var files = Files.newDirectoryStream(path, "plumbline-*" + VERIFIED)) {
            for (var file : files) {
                found.add(new Verification(file, Files.getLastModifiedTime(file).toInstant()));
            }
        }
        found.sort(Comparator.comparing(Verification::at).reversed());
        return found;
    }

    /** Notes that a backup was restored for a test just now. */
    static void noteVerified(Path backup, Instant at) throws IOException {
        Files.writeString(beside(backup, VERIFIED), at + "\n");
    }

    /** Notes which files were missing or changed on the disk. */
    static void noteProblems(Path backup, List<String> problems) throws IOException {
        if (!problems.isEmpty()) {
            Files.write(beside(backup, PROBLEMS), problems);
        }
    }

    /** Forgets them, where the backup was not made. */
    static void forgetProblems(Path backup) throws IOException {
        Files.deleteIfExists(beside(backup, PROBLEMS));
    }

    /** Returns whether a backup has a copy here. */
    boolean has(Kept backup) throws BackupProblem {
        return backups().stream().anyMatch(one -> one.madeAt().equals(backup.madeAt()));
    }

    /** Copies a backup into this folder, with what is noted of its files. */
    void copy(Path backup) throws IOException {
        PartFile.deleteLeft(path);
        var to = path.resolve(backup.getFileName());
        var problems = beside(backup, PROBLEMS);
        if (Files.exists(problems)) {
            Files.copy(problems, beside(to, PROBLEMS), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var part = PartFile.begin(to);
                var from = FileChannel.open(backup)) {
            var size = from.size();
            for (long at = 0; at < size; ) {
                at += from.transferTo(at, size - at, part.disk());
            }
            part.end();
        }
    }

    /**
     * Deletes old backups: of each day, week and month in question the last one stays, and the newest good one always does.
     *
     * @param zone in which days begin
     */
    void deleteOld(BackupSettings settings, ZoneId zone) throws IOException {
        var all = backups();
        var kept = new HashSet<Kept>();
        keepLastOf(all, settings.daily(), day -> day, zone, kept);
        keepLastOf(
                all,
                settings.weekly(),
                day -> day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                zone,
                kept);
        keepLastOf(all, settings.monthly(), day -> day.withDayOfMonth(1), zone, kept);
        all.stream().filter(Kept::isGood).findFirst().ifPresent(kept::add);
        for (var one : all) {
            if (!kept.contains(one)) {
                Files.deleteIfExists(one.file());
                Files.deleteIfExists(beside(one.file(), PROBLEMS));
            }
        }
        deleteNotes();
    }

    /** Deletes notes whose backup is gone, but of the last verification: it tells when there was one. */
    private void deleteNotes() throws IOException {
        for (var noted : verifications().stream().skip(1).toList()) {
            var name = noted.file().getFileName().toString();
            var backup = path.resolve(name.substring(0, name.length() - VERIFIED.length()));
            if (!Files.exists(backup)) {
                Files.delete(noted.file());
            }
        }
    }

    private static void keepLastOf(
            List<Kept> all, int number, Function<LocalDate, Object> span, ZoneId zone, Set<Kept> kept) {
        var spans = new HashSet<>();
        for (var one : all) {
            if (spans.size() < number && spans.add(span.apply(LocalDate.ofInstant(one.madeAt(), zone)))) {
                kept.add(one);
            }
        }
    }
}
