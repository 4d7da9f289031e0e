package io.plumbline.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
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

    private static final String VERIFIED = ".verified";
    private static final String PROBLEMS = ".problems";

    /** A backup in the folder. */
    record Kept(Path file, Instant madeAt) {
        /** Returns whether all files on records were whole when it was made. */
        boolean isGood() {
            return !Files.exists(beside(file, PROBLEMS));
        }
    }

    /** Returns the name of a backup. */
    static String nameAt(Instant at) {
        var second = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return "plumbline-" + second.replace("-", "").replace(":", "") + ".zip.age";
    }

    private static Path beside(Path backup, String ending) {
        return backup.resolveSibling(backup.getFileName() + ending);
    }

    /** Returns the backups, the newest first. */
    List<Kept> backups() throws IOException {
        try (var files = Files.list(path)) {
            return files.flatMap(file -> madeAt(file).map(at -> new Kept(file, at)).stream())
                    .sorted(Comparator.comparing(Kept::madeAt).reversed())
                    .toList();
        }
    }

    private static Optional<Instant> madeAt(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        try {
            return name.matches() ? Optional.of(Instant.parse(name.replaceFirst("$1-$2-$3:$4:$5"))) : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** Returns when a backup was last restored for a test, by this portal or another one that sees the folder. */
    Optional<Instant> lastVerified() throws IOException {
        try (var files = Files.newDirectoryStream(path, "plumbline-*" + VERIFIED)) {
            var last = Optional.<Instant>empty();
            for (var file : files) {
                var at = Files.getLastModifiedTime(file).toInstant();
                last = Optional.of(last.filter(at::isBefore).orElse(at));
            }
            return last;
        }
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

    /** Copies a backup into this folder. */
    void copy(Path backup) throws IOException {
        var to = path.resolve(backup.getFileName());
        var part = beside(to, ".part");
        try {
            Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
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
                delete(one.file());
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

    private static void delete(Path backup) throws IOException {
        Files.deleteIfExists(backup);
        Files.deleteIfExists(beside(backup, VERIFIED));
        Files.deleteIfExists(beside(backup, PROBLEMS));
    }
}
