package io.plumbline.backup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a backup says of itself at its beginning, before its data is read.
 *
 * @param format the version of the form of the file
 * @param portal the version of the portal that made it
 * @param madeAt when it was made
 * @param database which one the store uses
 * @param hasKeys whether it has the portal's keys, for who has the recovery key
 * @param contents what the store has
 */
record BackupAbout(
        int format, String portal, Instant madeAt, Database database, boolean hasKeys, StoreFigures contents) {
    /** The version that this portal writes, and the last that it reads. */
    static final int FORMAT = 1;

    /** The databases that a store can use. */
    enum Database {
        H2("an H2 store"),
        MYSQL("MySQL");

        private final String words;

        Database(String words) {
            this.words = words;
        }

        /** Returns what to call it in a sentence. */
        String words() {
            return words;
        }
    }

    /** Returns when it was made, to the second. */
    Instant second() {
        return madeAt.truncatedTo(ChronoUnit.SECONDS);
    }
}
