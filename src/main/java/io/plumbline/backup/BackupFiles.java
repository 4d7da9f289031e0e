package io.plumbline.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that the rows of a store name, in a backup. */
final class BackupFiles {
    private static final Logger LOG = LoggerFactory.getLogger(BackupFiles.class);

    /** The folder of these parts. */
    static final String PARTS = "files/";

    private static final int PAGE = 500;
    private static final int FOLDER_LETTERS = 2;

    /** @param isOnRecord whether it is on a patient's record, and not only what was imported once */
    private record StoredFile(String storedAs, String sha256, boolean isOnRecord) {}

    private BackupFiles() {}

    /** Returns where a file lies in the folder of files. */
    static Path in(Path folder, String storedAs) {
        return folder.resolve(storedAs.substring(0, FOLDER_LETTERS)).resolve(storedAs);
    }

    /**
     * Adds the files to a backup.
     *
     * @return one sentence for each that is missing or changed on the disk
     */
    static List<String> addAll(Path folder, JdbcClient rows, BackupWriter backup) throws IOException {
        var problems = new ArrayList<String>();
        if (!StoreTables.names(rows).containsAll(List.of("patient_attachment", "patient_import"))) {
            // a store from before there were files
            return problems;
        }
        backup.beginStep("Copying the files on records");
        var after = "";
        for (var page = page(rows, after); !page.isEmpty(); page = page(rows, after)) {
            for (var file : page) {
                add(file, in(folder, file.storedAs()), backup, problems);
            }
            after = page.getLast().storedAs();
        }
        return problems;
    }

    private static void add(StoredFile file, Path path, BackupWriter backup, List<String> problems) throws IOException {
        try (var content = Files.newInputStream(path)) {
            var part = backup.add(PARTS + file.storedAs(), to -> copy(content, path, to));
            if (!part.sha256().equals(file.sha256())) {
                problems.add("The file " + path + " is not as it was stored.");
            }
        } catch (BackupProblem unwritten) {
            throw unwritten;
        } catch (NoSuchFileException gone) {
            // what was imported goes once the import is done
            if (file.isOnRecord()) {
                problems.add("The file " + path + " is missing.");
            }
        } catch (IOException unreadable) {
            LOG.debug("{} is not in the backup", path, unreadable);
            problems.add("The file " + path + " cannot be read.");
        }
    }

    /** A file that cannot be read to its end is in the backup as far as it can, and so is not as it was stored. */
    private static void copy(InputStream content, Path path, OutputStream to) throws IOException {
        try {
            content.transferTo(to);
        } catch (BackupProblem unwritten) {
            throw unwritten;
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read to its end", path, unreadable);
        }
    }

    private static List<StoredFile> page(JdbcClient rows, String after) {
        return rows.sql("""
                        select stored_as, sha256, on_record from (
                            select stored_as, sha256, 1 as on_record from patient_attachment where stored_as > :after
                            union all
                            select stored_as, sha256, 0 as on_record from patient_import where stored_as > :after
                        ) named order by stored_as limit :page
                        """)
                .param("after", after)
                .param("page", PAGE)
                .query((row, at) -> new StoredFile(
                        row.getString("stored_as"), row.getString("sha256"), row.getBoolean("on_record")))
                .list();
    }
}
