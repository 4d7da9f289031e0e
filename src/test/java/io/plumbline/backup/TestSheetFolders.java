package io.plumbline.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folders of downtime sheets with settings of their own, for tests of those who write there. */
public final class TestSheetFolders {
    public static final String KEY = "3f".repeat(32);

    private TestSheetFolders() {}

    public static SheetFolder of(
            @Nullable String key, @Nullable Path folder, JdbcClient store, Clock clock, boolean demo) {
        return new SheetFolder(settings(key, folder), schedule(key, folder, store, clock, demo));
    }

    static BackupSettings settings(@Nullable String key, @Nullable Path folder) {
        return new BackupSettings(key, null, folder, LocalTime.of(2, 0), 7, 5, 12, true, null, null, Path.of("none"));
    }

    private static BackupSchedule schedule(
            @Nullable String key, @Nullable Path folder, JdbcClient store, Clock clock, boolean demo) {
        return new BackupSchedule(settings(key, folder), store, clock, demo);
    }

    /** What the state of the backups says of the sheets. */
    public static String problemOf(SheetFolder folder) {
        return folder.problem();
    }

    /** What is in a sheet, by the key of these folders. */
    public static byte[] open(Path sheet) throws BackupProblem {
        return EncryptedFile.read(sheet, List.of(BackupKey.of(KEY)));
    }
}
