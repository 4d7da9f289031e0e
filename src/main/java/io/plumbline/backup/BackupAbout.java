package io.plumbline.backup;

import java.time.Instant;

/**
 * What a backup says of itself at its beginning, before its data is read.
 *
 * @param format the version of the form of the file
 * @param portal the version of the portal that made it
 * @param madeAt the moment whose store it has
 * @param store {@code H2} or {@code MYSQL}
 * @param schema the last migration of the store
 * @param storeId tells this clinic's store from that of another one
 */
record BackupAbout(int format, String portal, Instant madeAt, String store, String schema, String storeId) {
    /** The version that this portal writes, and the last that it reads. */
    static final int FORMAT = 1;
}
