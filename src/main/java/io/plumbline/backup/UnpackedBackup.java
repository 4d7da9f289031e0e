package io.plumbline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * A backup that was read to its end: each part was as it was written, and its store was passed on.
 *
 * @param files the hash of each file on a record, by its name
 * @param keysPart the encrypted keys of the portal; null if the backup has none
 * @param head the noted head of the audit trail; null if there was none
 */
record UnpackedBackup(
        BackupAbout about,
        BackupManifest manifest,
        Map<String, String> files,
        byte @Nullable [] keysPart,
        @Nullable String head) {
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{32}");

    /**
     * Reads a backup.
     *
     * @param store takes the parts of the store
     * @param filesFolder takes the files on records; null to leave them where they are
     * @throws BackupProblem if the backup was cut or altered
     */
    static UnpackedBackup read(
            BackupReader backup, BackupReader.Handler store, @Nullable Path filesFolder, BackupProgress progress)
            throws IOException {
        var parts = new Parts(store, filesFolder, progress);
        var manifest = backup.read(parts);
        var files = new HashMap<String, String>();
        for (var part : manifest.parts()) {
            if (part.name().startsWith(BackupFiles.PARTS)) {
                files.put(part.name().substring(BackupFiles.PARTS.length()), part.sha256());
            }
        }
        return new UnpackedBackup(backup.about(), manifest, files, parts.keys, parts.head);
    }

    /** Returns the portal's keys; empty if there are none, or this recovery key does not open them. */
    Optional<StoreKeys> keys(@Nullable BackupKey recovery, ObjectMapper json) {
        return recovery == null || keysPart == null ? Optional.empty() : StoreKeys.decrypted(keysPart, recovery, json);
    }

    /** Puts each part where it belongs. */
    private static final class Parts implements BackupReader.Handler {
        private final BackupReader.Handler store;
        private final @Nullable Path filesFolder;
        private final BackupProgress progress;
        private byte @Nullable [] keys;
        private @Nullable String head;

        Parts(BackupReader.Handler store, @Nullable Path filesFolder, BackupProgress progress) {
            this.store = store;
            this.filesFolder = filesFolder;
            this.progress = progress;
        }

        @Override
        public void take(String name, InputStream bytes) throws IOException {
            var watched = new WatchedInput(bytes, progress);
            if (name.startsWith(StoreSnapshot.PARTS)) {
                store.take(name.substring(StoreSnapshot.PARTS.length()), watched);
            } else if (name.startsWith(BackupFiles.PARTS)) {
                takeFile(name.substring(BackupFiles.PARTS.length()), watched);
            } else if (name.equals(StoreKeys.PART)) {
                keys = bytes.readAllBytes();
            } else if (name.equals(BackupRun.HEAD)) {
                head = new String(bytes.readAllBytes(), StandardCharsets.US_ASCII);
            }
        }

        private void takeFile(String storedAs, InputStream bytes) throws IOException {
            if (filesFolder == null) {
                return;
            }
            if (!FILE.matcher(storedAs).matches()) {
                throw new BackupProblem("The backup has a file that this Plumbline does not know: " + storedAs + ".");
            }
            var file = BackupFiles.in(filesFolder, storedAs);
            Files.createDirectories(file.getParent());
            // names are random and contents do not change: what is there is the same, or damaged
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
