package io.plumbline.backup;

import io.plumbline.shared.StartRefused;
import io.plumbline.startup.CommandRun;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./portal backup init}, {@code backup verify}, {@code backup sheets}, {@code drill} and {@code restore}: commands on what
 * is in the folders of the backups, which open no store of the settings.
 */
public final class BackupFileCommand {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE =
            "usage: ./portal backup FOLDER, ./portal backup init, ./portal backup verify FILE, ./portal backup sheets [FOLDER], ./portal drill, ./portal restore FILE [--replace] [--replay], or ./portal restore --finish";
    private static final String REPLACE = "--replace";
    static final String REPLAY = "--replay";
    private static final String FINISH = "--finish";

    private final Class<?> application;
    private final ConfigurableEnvironment settings;
    private final Clock clock;
    private final PrintStream answer;
    private final PrintStream err;
    private final JsonMapper json = JsonMapper.builder().build();

    private BackupFileCommand(
            Class<?> application, ConfigurableEnvironment settings, Clock clock, PrintStream answer, PrintStream err) {
        this.application = application;
        this.settings = settings;
        this.clock = clock;
        this.answer = answer;
        this.err = err;
    }

    /** Returns whether these arguments call one of these commands. */
    public static boolean isCalledBy(String[] arguments) {
        if (arguments.length == 0) {
            return false;
        }
        return switch (arguments[0]) {
            case "restore", "drill" -> true;
            // a folder of that name is called ./init
            case "backup" ->
                arguments.length != 2 || List.of("init", "verify", "sheets").contains(arguments[1]);
            default -> false;
        };
    }

    /**
     * Runs the command.
     *
     * @param application the class of the application, which opens the restored store
     * @return the exit status
     */
    public static int of(Class<?> application, String[] arguments, PrintStream answer, PrintStream err) {
        var words = List.of(arguments);
        // logs and output of libraries go to standard error, not into the result
        System.setOut(err);
        try (var context = CommandRun.settingsForBackup()) {
            var command = new BackupFileCommand(
                    application, context.getEnvironment(), context.getBean(Clock.class), answer, err);
            if (words.equals(List.of("backup", "init"))) {
                return command.init();
            }
            if (words.size() == 3 && words.subList(0, 2).equals(List.of("backup", "verify"))) {
                return command.verify(Path.of(words.get(2)));
            }
            if (words.size() <= 3 && words.size() > 1 && words.subList(0, 2).equals(List.of("backup", "sheets"))) {
                return command.sheets(words.size() == 3 ? Path.of(words.getLast()) : null);
            }
            if (words.equals(List.of("drill"))) {
                return command.verify(command.newest());
            }
            if (words.equals(List.of("restore", FINISH))) {
                return command.restore().finish() ? 0 : FAILED;
            }
            if (words.getFirst().equals("restore") && isRestore(words)) {
                return command.restore(Path.of(words.get(1)), words.contains(REPLACE), words.contains(REPLAY));
            }
            err.println(USAGE);
            return MISUSED;
        } catch (BackupProblem problem) {
            err.println(problem.getMessage());
            return FAILED;
        } catch (StartRefused refused) {
            err.println(refused.sentence());
            return FAILED;
        } catch (IOException | UncheckedIOException | DataAccessException failed) {
            err.println("This stopped: " + failed.getMessage());
            return FAILED;
        }
    }

    private static boolean isRestore(List<String> words) {
        var options = words.stream().skip(2).toList();
        return words.size() >= 2
                && !words.get(1).startsWith("--")
                && List.of(REPLACE, REPLAY).containsAll(options)
                && options.stream().distinct().count() == options.size();
    }

    /** Makes the recovery key: its public half goes into a file, its secret half only on the screen. */
    private int init() throws IOException {
        var file = BackupSettings.of(settings).recoveryFile();
        if (Files.exists(file)) {
            throw new BackupProblem(
                    "There is a recovery key already. If it is lost, delete %s and run this again; backups that were made before need the old one."
                            .formatted(file));
        }
        var key = BackupKey.generate();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, key.recipient() + "\n");
        answer.println("Recovery key: " + key.identity());
        answer.println(
                "Print it, and keep it where the portal is not: it opens each backup from now on, with all keys of the portal. It is not shown again.");
        return 0;
    }

    private int verify(Path file) throws IOException {
        var progress = new BackupProgress(err::println);
        var recovery = recovery();
        try (var backup = BackupReader.open(file, keys(recovery), json);
                var folder = WorkFolder.create(Path.of(settings.getRequiredProperty("plumbline.data-dir"))
                        .toAbsolutePath())) {
            progress.begin("Unpacking the backup");
            var verification = new BackupVerification(application, settings);
            try (var store = store(backup.about(), folder.path())) {
                var unpacked = UnpackedBackup.read(backup, store, null, progress);
                var restored = unpacked.keys(recovery.orElse(null), json);
                restored.ifPresent(store::use);
                verification.compare(unpacked, store, restored);
                store.release();
                if (verification.isRestorable()) {
                    var head = Files.writeString(
                            folder.path().resolve(BackupRun.HEAD), unpacked.head() == null ? "" : unpacked.head());
                    if (unpacked.head() == null) {
                        Files.delete(head);
                    }
                    progress.begin("Opening the store");
                    verification.open(verification.settings(
                            unpacked,
                            store,
                            restored.orElse(null),
                            folder.path().resolve("files"),
                            head));
                }
            }
            verification.lines().forEach(answer::println);
            if (verification.isGood()) {
                noteVerified(file);
            }
            answer.println(
                    verification.isGood()
                            ? "The backup %s is good.".formatted(file)
                            : "The backup %s is not good: use another one.".formatted(file));
            return verification.isGood() ? 0 : FAILED;
        }
    }

    /** @param folder null for the one of the settings */
    private int sheets(@Nullable Path folder) throws IOException {
        var backups = BackupSettings.of(settings);
        var from = folder == null ? backups.secondFolder() : folder;
        if (from == null) {
            throw new BackupProblem("Name the folder of the downtime sheets, or set PLUMBLINE_BACKUP_SECOND_FOLDER.");
        }
        // whoever has the key is not asked for another one
        var keys = backups.hasKey() ? keys(backups.recovery()) : keys(recovery());
        var opened = Path.of(settings.getRequiredProperty("plumbline.data-dir"))
                .toAbsolutePath()
                .resolve("sheets");
        return new SheetsCommand(opened, keys, answer, err).open(from) ? 0 : FAILED;
    }

    /** The newest backup in the folder of the settings, as the clinic would restore it. */
    private Path newest() throws IOException {
        var folder = BackupSettings.of(settings).folder();
        if (folder == null) {
            throw new BackupProblem("The drill takes the newest backup in PLUMBLINE_BACKUP_FOLDER, which is not set.");
        }
        if (!Files.isDirectory(folder)) {
            throw new BackupProblem("There is no folder %s: mount its disk.".formatted(folder));
        }
        return new BackupFolder(folder)
                .backups().stream()
                        .findFirst()
                        .orElseThrow(() -> new BackupProblem("There is no backup in %s yet.".formatted(folder)))
                        .file();
    }

    /** The start page tells when a backup was last verified, if the portal sees it. */
    private void noteVerified(Path file) {
        try {
            BackupFolder.noteVerified(file, clock.instant());
        } catch (IOException readOnly) {
            err.println("That the backup was verified cannot be noted beside it: " + readOnly.getMessage());
        }
    }

    private RestoredStore store(BackupAbout about, Path folder) throws BackupProblem {
        return switch (about.database()) {
            case H2 -> new RestoredH2(folder, settings);
            case MYSQL -> RestoredMySql.scratch(settings);
        };
    }

    private int restore(Path file, boolean isToReplace, boolean isToReplay) throws IOException {
        var recovery = recovery();
        try (var backup = BackupReader.open(file, keys(recovery), json)) {
            return restore().restore(file, backup, recovery, isToReplace, isToReplay) ? 0 : FAILED;
        }
    }

    private BackupRestore restore() {
        return new BackupRestore(application, settings, clock.instant(), answer, new BackupProgress(err::println));
    }

    private List<BackupKey> keys(Optional<BackupKey> recovery) throws BackupProblem {
        var keys = new ArrayList<BackupKey>();
        BackupSettings.of(settings).backupKey().ifPresent(keys::add);
        recovery.ifPresent(keys::add);
        if (keys.isEmpty()) {
            throw new BackupProblem("This is opened by its key: set PLUMBLINE_BACKUP_KEY, or enter the recovery key.");
        }
        return keys;
    }

    /** From the settings, or typed by a person; nobody is asked where there is no console. */
    private Optional<BackupKey> recovery() throws BackupProblem {
        var set = BackupSettings.of(settings).recovery();
        var console = System.console();
        if (set.isPresent() || console == null || !console.isTerminal()) {
            return set;
        }
        return asked(console);
    }

    private static Optional<BackupKey> asked(Console console) throws BackupProblem {
        char @Nullable [] typed = console.readPassword("Recovery key, or Enter to go on without it: ");
        return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(BackupKey.of(new String(typed)));
    }
}
