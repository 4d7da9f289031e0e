package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks a store that is being restored, so that nobody opens half of one after the restore was killed. */
public final class UnfinishedRestore {
    /** Files in the folder of a store by which a start would go on with another one. */
    public static final List<String> LEFT_BY_OTHERS = List.of("before-upgrade.zip", "new-store");

    private static final String NAME = "unfinished_restore";
    private static final String SENTENCE =
            "A restore of %s did not finish: run ./portal restore with the backup again.";
    private static final String WAITS =
            "A restore of %s waits for its binary log: replay it, and then run ./portal restore --finish.";

    private UnfinishedRestore() {}

    /** Marks the folder of an H2 store. */
    public static void beginIn(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(NAME))) {
            Files.createFile(folder.resolve(NAME));
        }
    }

    /** Deletes the mark of a folder. */
    public static void endIn(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    /** @throws StartRefused if the folder is marked */
    static void refuseIfIn(Path folder) {
        if (Files.exists(folder.resolve(NAME))) {
            throw new StartRefused(SENTENCE.formatted("the store in " + folder));
        }
    }

    /** Marks a database by a table. */
    public static void beginIn(JdbcClient database) {
        database.sql("create table if not exists " + NAME + " (id int primary key)")
                .update();
    }

    /** Notes that a marked database is as in the backup, and that the restore ends once a person replayed the binary log. */
    public static void waitForReplay(JdbcClient database) {
        database.sql("insert into " + NAME + " (id) values (1)").update();
    }

    /** Returns whether a restore waits until a person replayed the binary log. */
    public static boolean isWaiting(JdbcClient database) {
        return isIn(database)
                && database.sql("select id from " + NAME)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    /** Deletes the mark of a database. */
    public static void endIn(JdbcClient database) {
        database.sql("drop table if exists " + NAME).update();
    }

    /** Returns whether a database is marked. */
    public static boolean isIn(JdbcClient database) {
        return database.sql("select 1 from information_schema.tables where table_schema = schema() and table_name = ?")
                .param(NAME)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Returns whether a table of a database is the mark. */
    public static boolean isMark(String table) {
        return table.equals(NAME);
    }

    /** @throws StartRefused if the database is marked */
    static void refuseIfIn(JdbcClient database) {
        if (isIn(database)) {
            throw new StartRefused((isWaiting(database) ? WAITS : SENTENCE)
                    .formatted("the database "
                            + database.sql("select schema()")
                                    .query(String.class)
                                    .single()));
        }
    }
}
