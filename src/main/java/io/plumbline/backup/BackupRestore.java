package io.plumbline.backup;

import io.plumbline.startup.CommandRun;
import io.plumbline.startup.DatabaseFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** Restores the store of the settings from a backup. What was there is kept aside. */
final class BackupRestore {
    /** What is replayed twice is the same; what had begun before the backup and ended after it must not be left out. */
    private static final Duration BEFORE_THE_BACKUP = Duration.ofHours(1);

    private final Class<?> application;
    private final ConfigurableEnvironment settings;
    private final Instant now;
    private final PrintStream answer;
    private final BackupProgress progress;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param application the class of the application, which opens the restored store */
    BackupRestore(
            Class<?> application,
            ConfigurableEnvironment settings,
            Instant now,
            PrintStream answer,
            BackupProgress progress) {
        this.application = application;
        this.settings = settings;
        this.now = now;
        this.answer = answer;
        this.progress = progress;
    }

    /**
     * A store that was restored.
     *
     * @param aside where the old one is, in a sentence; empty if there was none
     * @param toSet the settings that the restored store needs and that are not set here, by property
     */
    record Restored(String aside, Map<String, String> toSet) {}

    /** The store that is there. */
    interface Target extends AutoCloseable {
        /** Returns whether there is a store. */
        boolean isThere();

        /** Returns what it has; empty if it cannot be read. */
        Optional<StoreFigures> figures();

        /**
         * Fills it from a backup, once what was there is kept aside.
         *
         * @param verification tries what was restored
         * @return what came of it; empty if the backup is not good: nothing is changed then
         */
        Optional<Restored> replace(
                Path file, BackupReader backup, @Nullable BackupKey recovery, BackupVerification verification)
                throws IOException;

        @Override
        void close();
    }

    /**
     * Restores a backup.
     *
     * @param isToReplace whether a store that is there may be replaced
     * @param isToReplay whether to stop before it is opened, so that a person can replay MySQL's binary log
     * @return whether it was restored
     * @throws BackupProblem if the backup is no good, is of another kind of store, or a portal runs; nothing is changed then
     */
    boolean restore(
            Path file, BackupReader backup, Optional<BackupKey> recovery, boolean isToReplace, boolean isToReplay)
            throws IOException {
        var about = backup.about();
        refuseAnotherKind(about);
        if (isToReplay && about.database() == BackupAbout.Database.H2) {
            throw new BackupProblem(
                    "An H2 store has no binary log to replay: leave %s out.".formatted(BackupFileCommand.REPLAY));
        }
        refuseWithoutKeys(about, recovery.isPresent());
        Map<String, String> toSet;
        try (var target = target(isToReplay)) {
            answer.println("In the backup, made " + about.second() + ": "
                    + about.contents().words() + ".");
            if (target.isThere()) {
                tellWhatIsThere(target, about);
                if (!isToReplace) {
                    answer.println("Nothing was changed. To replace what is there, and keep it aside, add --replace.");
                    return false;
                }
            }
            var verification = new BackupVerification(application, settings);
            var restored = target.replace(file, backup, recovery.orElse(null), verification);
            verification.lines().forEach(answer::println);
            if (restored.isEmpty()) {
                answer.println("Nothing was changed: the backup is not good.");
                return false;
            }
            tell(restored.get());
            toSet = restored.get().toSet();
        }
        if (isToReplay) {
            answer.println(
                    "No portal opens the database yet. Replay the binary log from %s, and then run ./portal restore --finish."
                            .formatted(about.second().minus(BEFORE_THE_BACKUP)));
            return true;
        }
        return accept(toSet);
    }

    /**
     * Opens the database once the binary log was replayed.
     *
     * @return whether the store is whole
     * @throws BackupProblem if no restore waits for that, or a portal runs
     */
    boolean finish() throws IOException {
        if (DatabaseFile.of(settings).isPresent()) {
            throw new BackupProblem("An H2 store has no binary log to replay: there is nothing to finish.");
        }
        try (var database = MySqlRestore.of(settings, now, json, progress, true)) {
            database.finish();
        }
        return accept(Map.of());
    }

    private void tell(Restored restored) throws IOException {
        if (!restored.aside().isEmpty()) {
            answer.println(restored.aside());
        }
        if (!restored.toSet().isEmpty()) {
            // what is printed is in the scroll-back, and maybe in a log
            var file = Path.of(settings.getRequiredProperty("plumbline.data-dir"))
                    .toAbsolutePath()
                    .resolve("restored-keys.env");
            Files.createDirectories(file.getParent());
            var lines = new StringBuilder();
            restored.toSet()
                    .forEach((property, value) ->
                            lines.append("%s=%s\n".formatted(StoreKeys.variable(property), value)));
            StoreKeys.writeForOwner(lines.toString(), file);
            answer.println("Set %s as in %s, and delete that file."
                    .formatted(
                            restored.toSet().keySet().stream()
                                    .map(StoreKeys::variable)
                                    .sorted()
                                    .collect(Collectors.joining(" and ")),
                            file));
        }
    }

    private void refuseAnotherKind(BackupAbout about) throws BackupProblem {
        var own = DatabaseFile.of(settings).isPresent() ? BackupAbout.Database.H2 : BackupAbout.Database.MYSQL;
        if (about.database() != own) {
            throw new BackupProblem(
                    "The backup is of %s, and this portal is set up for %s: restore it with the settings of the portal that made it. A backup does not move a store to another database."
                            .formatted(about.database().words(), own.words()));
        }
        var isDemo = about.contents().kind().equals("DEMO");
        if (isDemo != settings.getProperty("plumbline.demo", Boolean.class, false)) {
            throw new BackupProblem(
                    isDemo
                            ? "The backup is of the demo clinic: set PLUMBLINE_DEMO=true."
                            : "The backup has real data: set PLUMBLINE_DEMO=false.");
        }
    }

    private void refuseWithoutKeys(BackupAbout about, boolean hasRecovery) throws IOException {
        var isHere =
                new BackupVerification(application, settings).auditKey(null).isPresent();
        if (!isHere && !(about.hasKeys() && hasRecovery)) {
            throw new BackupProblem(
                    "The key of this store is not here, and without it the audit trail, two-step sign-in, PINs, links and known devices are lost: "
                            + (about.hasKeys()
                                    ? "enter the recovery key, or set PLUMBLINE_AUDIT_KEY from its copy."
                                    : "the backup does not have it either; set PLUMBLINE_AUDIT_KEY from its copy."));
        }
    }

    private Target target(boolean isToReplay) throws IOException {
        return DatabaseFile.of(settings).isPresent()
                ? H2Restore.of(settings, now, json, progress)
                : MySqlRestore.of(settings, now, json, progress, isToReplay);
    }

    private void tellWhatIsThere(Target target, BackupAbout about) {
        var there = target.figures();
        if (there.isEmpty()) {
            answer.println("What is there cannot be read.");
            return;
        }
        answer.println("What is there: " + there.get().words() + ".");
        if (!there.get().isSameStore(about.contents())) {
            answer.println("These are two different stores.");
            return;
        }
        var lost = there.get().moreThan(about.contents());
        if (!lost.isEmpty()) {
            answer.println("The backup does not have: " + lost + ".");
        }
    }

    /** The upgrade would make a backup of what was just restored. */
    private static Map<String, String> withoutBackup(Map<String, String> toSet) {
        var own = new HashMap<>(toSet);
        own.put("plumbline.backup.before-upgrade", "false");
        return own;
    }

    /** Migrates the store if it is older, accepts that its trail is another than was noted, on record, and verifies it. */
    private boolean accept(Map<String, String> toSet) {
        for (var command : List.of("upgrade", "audit accept", "audit verify")) {
            if (CommandRun.of(application, List.of(List.of(command.split(" "))), answer, withoutBackup(toSet)) != 0) {
                answer.println("The store is restored, but ./portal %s did not succeed.".formatted(command));
                return false;
            }
        }
        answer.println("Restored. Start the portal.");
        return true;
    }
}
