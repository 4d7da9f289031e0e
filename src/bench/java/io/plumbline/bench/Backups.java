package io.plumbline.bench;

import io.plumbline.support.PortalProcess;
import io.plumbline.support.StartCache;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * Backups of a store as large as one of years, made and verified as a person does it: beside the tools of the database,
 * in turns, and beside a person who goes through the leads.
 */
final class Backups {
    static final String NAME = "backup";

    /** What may not be exceeded: times the own tool of the store, megabytes, and times a click without a backup. */
    static final Map<String, Double> LIMITS = Map.of(
            "backupTimes", 2.0,
            "verifyTimes", 2.0,
            "backupHeapMb", (double) BackupCommands.HEAP,
            "verifyHeapMb", (double) BackupCommands.HEAP,
            "clickBackupTimes", 2.0,
            "clickVerifyTimes", 2.0);

    private static final long SEED = 20_261_129;
    private static final long NOTE_ROWS_OF_A_PATIENT = 20;
    private static final long FILE_BYTES_OF_A_PATIENT = 20_000;
    private static final double MEGABYTE = 1e6;

    private final OwnStore store;
    private final Path folder;
    private final String password;
    private final BenchOptions options;
    private final Consumer<String> progress;
    private final BackupCommands commands;
    private int made;

    /** @param folder in which the store is made, and backups of it */
    Backups(Path folder, String password, BenchOptions options, Consumer<String> progress) throws IOException {
        this.folder = folder;
        this.password = password;
        this.options = options;
        this.progress = progress;
        store = OwnStore.in(Files.createDirectories(folder.resolve("data")), options.mysql());
        commands = new BackupCommands(store, folder, HexFormat.of().formatHex(new SecureRandom().generateSeed(32)));
    }

    /** Measures; the figures of a store that is too small to judge by are not judged. */
    void measure(BenchFigures figures) throws IOException, SQLException {
        if (options.effort() == Effort.FULL) {
            figures.judge(LIMITS);
        }
        figures.add(fill());
        progress.accept("backing up and verifying, beside the tools of the store");
        figures.add(beside());
        progress.accept("backing up and verifying while a person works");
        figures.add(clicks());
    }

    private Map<String, Double> fill() throws IOException, SQLException {
        var patients = options.patients();
        progress.accept(String.format(
                Locale.ENGLISH,
                "filling a store with %,d patients, %,d rows of notes and %,d MB of files, seed %d",
                patients,
                patients * NOTE_ROWS_OF_A_PATIENT,
                (long) (patients * FILE_BYTES_OF_A_PATIENT / MEGABYTE),
                SEED));
        var figures = new LinkedHashMap<String, Double>();
        try (var portal = PortalServices.start(store.settings(), PortalServices.TO_FILL)) {
            new GeneratedGroup(portal).fill(patients, 0, password, more -> {}, () -> false);
            var records = new RecordsToBackUp(portal, SEED);
            figures.put("backupPatients", (double) patients);
            figures.put("backupNoteRows", (double) records.sign(patients * NOTE_ROWS_OF_A_PATIENT));
            figures.put("backupFilesMb", records.attach(patients * FILE_BYTES_OF_A_PATIENT) / MEGABYTE);
        }
        store.compact();
        return figures;
    }

    /** The portal first, which so finds nothing in the memory of the machine that the tools of the store have read. */
    private Map<String, Double> beside() throws IOException {
        var to = emptyFolder();
        var backup = commands.backUp(to);
        var verify = commands.verify(to);
        FileSystemUtils.deleteRecursively(to);
        var others = emptyFolder();
        var tool = store.tool();
        var toolBackup = tool.backUp(others);
        var toolRestore = tool.restore(others);
        FileSystemUtils.deleteRecursively(others);
        var figures = new LinkedHashMap<String, Double>();
        put(figures, "backup", backup, toolBackup);
        put(figures, "verify", verify, toolRestore);
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, BackupCommands.Ran ours, double tool) {
        figures.put(name + "S", ours.seconds());
        figures.put(name + "OwnToolS", tool);
        figures.put(name + "Times", ours.seconds() / tool);
        figures.put(name + "HeapMb", ours.heap());
    }

    private Path emptyFolder() throws IOException {
        return Files.createDirectories(folder.resolve("backups-" + ++made));
    }

    private Map<String, Double> clicks() throws IOException {
        var calm = new ArrayList<Double>();
        var effort = options.effort();
        try (var portal = PortalProcess.start(StartCache.asLaunched(), folder, commands.environment());
                var client = LoopbackBrowser.client()) {
            var tab = new UidlTab(client, URI.create(portal.address()));
            tab.signIn("manager", password);
            tab.open("leads");
            var person = List.of(tab);
            // the first clicks are slow
            Clicks.undisturbed(person, effort.calm());
            var to = emptyFolder();
            calm.addAll(Clicks.undisturbed(person, effort.calm()));
            var backingUp = Clicks.during(person, () -> commands.backUp(to));
            calm.addAll(Clicks.undisturbed(person, effort.calm()));
            var verifying = Clicks.during(person, () -> commands.verify(to));
            calm.addAll(Clicks.undisturbed(person, effort.calm()));
            var figures = new LinkedHashMap<String, Double>();
            var usual = Clicks.percentile(calm, 0.5);
            figures.put("clickNoBackupP50Ms", usual);
            figures.put("clickBackupP50Ms", Clicks.percentile(backingUp, 0.5));
            figures.put("clickBackupTimes", Clicks.percentile(backingUp, 0.5) / usual);
            figures.put("clickVerifyP50Ms", Clicks.percentile(verifying, 0.5));
            figures.put("clickVerifyTimes", Clicks.percentile(verifying, 0.5) / usual);
            return figures;
        }
    }
}
