package io.plumbline.startup;

import javax.sql.DataSource;

/** What is done before a store that has data is upgraded. */
public interface BeforeUpgrade {
    /**
     * Runs before the first pending migration.
     *
     * @param store open, with its old schema
     * @throws io.plumbline.shared.StartRefused if the store must not be upgraded now, with the reason
     */
    void run(DataSource store);
}
