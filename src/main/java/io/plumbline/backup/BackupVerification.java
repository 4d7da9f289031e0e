package io.plumbline.backup;

import io.plumbline.shared.Count;
import io.plumbline.startup.CommandRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Tries a store that was restored from a backup: its rows, its files, its signatures and its audit trail. */
final class BackupVerification {
    private static final Logger LOG = LoggerFactory.getLogger(BackupVerification.class);
    private static final int MOST_NAMED = 5;

    private final Class<?> application;
    private final Environment settings;
    private final List<String> lines = new ArrayList<>();
    private boolean isRestorable = true;
    private boolean hasAllFiles = true;

    /** @param application the class of the application, which opens the restored store */
    BackupVerification(Class<?> application, Environment settings) {
        this.application = application;
        this.settings = settings;
    }

    /** Returns whether nothing was found so far. */
    boolean isGood() {
        return isRestorable && hasAllFiles;
    }

    /** Returns whether the store is whole so far; a file that was lost before the backup keeps nobody from the others. */
    boolean isRestorable() {
        return isRestorable;
    }

    /** Returns what was found, line by line. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * Compares what was restored with the manifest.
     *
     * @param keys those in the backup, if its recovery key was given
     */
    void compare(UnpackedBackup backup, RestoredStore store, Optional<StoreKeys> keys) throws IOException {
        var about = backup.about();
        lines.add("Made %s by Plumbline %s, of %s with migration %s."
                .formatted(
                        about.second(),
                        about.portal(),
                        about.database().words(),
                        about.contents().schema()));
        lines.add("Store: " + about.contents().words() + ".");
        lines.add("Parts: %s, each as it was written."
                .formatted(Count.of(backup.manifest().parts().size(), "part", "parts")));
        var differences = store.differences(backup.manifest());
        if (differences.isEmpty() && !StoreFigures.of(store.rows()).equals(about.contents())) {
            differences = List.of("What the store has is not what the backup says.");
        }
        if (differences.isEmpty()) {
            lines.add("Rows: %s in %s, as in the manifest."
                    .formatted(
                            Count.of(backup.manifest().allRows(), "row", "rows"),
                            Count.of(backup.manifest().rows().size(), "table", "tables")));
        } else {
            isRestorable = false;
            tell("Rows", differences);
        }
        compareFiles(backup, store);
        lines.add("Keys of the portal: %s."
                .formatted(
                        backup.keysPart() == null
                                ? "none in this backup; run ./portal backup init once"
                                : keys.isPresent()
                                        ? "in the backup, opened with the recovery key"
                                        : "in the backup, not tried without the recovery key"));
    }

    private void compareFiles(UnpackedBackup backup, RestoredStore store) throws IOException {
        var problems = new ArrayList<>(backup.manifest().problems());
        var stored = !StoreTables.names(store.rows()).contains("patient_attachment")
                ? List.<Map.Entry<String, String>>of()
                : store.rows()
                        .sql("select stored_as, sha256 from patient_attachment order by stored_as")
                        .query((row, at) -> Map.entry(row.getString("stored_as"), row.getString("sha256")))
                        .list();
        for (var file : stored) {
            var hash = backup.files().get(file.getKey());
            if (!file.getValue().equals(hash) && problems.stream().noneMatch(named -> named.contains(file.getKey()))) {
                problems.add("The file %s is %s.".formatted(file.getKey(), hash == null ? "missing" : "another one"));
            }
        }
        if (problems.isEmpty()) {
            lines.add("Files on records: " + Count.of(stored.size(), "file", "files") + ", as they were stored.");
        } else {
            hasAllFiles = false;
            tell("Files on records", problems);
        }
    }

    private void tell(String what, List<String> problems) {
        var named = String.join(" ", problems.subList(0, Math.min(MOST_NAMED, problems.size())));
        var more = problems.size() - MOST_NAMED;
        lines.add(what + ": " + named + (more > 0 ? " And " + Count.number(more) + " more." : ""));
    }

    /**
     * Opens the store as the portal does, migrates it where it is older, and verifies the signatures and the audit trail.
     * Nothing else may have it open.
     *
     * @param own settings with which the store is opened
     */
    void open(Map<String, String> own) {
        var commands = List.of(List.of("upgrade"), List.of("audit", "verify"));
        var answer = new ByteArrayOutputStream();
        try {
            isRestorable &=
                    CommandRun.of(application, commands, new PrintStream(answer, true, StandardCharsets.UTF_8), own)
                            == 0;
        } catch (RuntimeException notOpened) {
            LOG.debug("The store does not open", notOpened);
            isRestorable = false;
        }
        var said = answer.toString(StandardCharsets.UTF_8).lines().toList();
        lines.addAll(said);
        // each says one line
        if (said.size() < commands.size()) {
            lines.add("The store does not open: the reason is above.");
        }
    }

    /**
     * Returns the settings with which a restored store is opened.
     *
     * @param store which was restored
     * @param files the folder of its files
     * @param head the file of the noted head
     */
    Map<String, String> settings(
            UnpackedBackup backup, RestoredStore store, @Nullable StoreKeys keys, Path files, Path head)
            throws IOException {
        var own = new HashMap<>(store.settings());
        own.put("plumbline.files-dir", files.toString());
        own.put("plumbline.audit.head-file", head.toString());
        // a store that is only tried makes no backup of itself
        own.put("plumbline.backup.before-upgrade", "false");
        own.put(
                "plumbline.demo",
                String.valueOf(backup.about().contents().kind().equals("DEMO")));
        auditKey(keys).ifPresent(key -> own.put(StoreKeys.AUDIT_KEY, key));
        return own;
    }

    /** Returns the key of the audit trail: what is set counts, then that of the backup, then that in the data folder. */
    Optional<String> auditKey(@Nullable StoreKeys keys) throws IOException {
        var set = settings.getProperty(StoreKeys.AUDIT_KEY, "");
        var key = !set.isBlank()
                ? set
                : keys != null && !keys.auditKey().isEmpty()
                        ? keys.auditKey()
                        : StoreKeys.of(settings).auditKey();
        return Optional.of(key).filter(one -> !one.isBlank());
    }
}
