package io.plumbline.backup;

import io.plumbline.shared.StartRefused;
import io.plumbline.startup.BeforeUpgrade;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes a backup of the store before it is upgraded, where backups are set up. */
@Component
class UpgradeBackup implements BeforeUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeBackup.class);

    private final Environment environment;
    private final BackupSettings settings;
    private final Clock clock;

    UpgradeBackup(Environment environment, BackupSettings settings, Clock clock) {
        this.environment = environment;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(DataSource store) {
        if (!settings.isScheduled()) {
            return;
        }
        if (!settings.beforeUpgrade()) {
            LOG.warn("The store is upgraded without a backup, as PLUMBLINE_BACKUP_BEFORE_UPGRADE says");
            return;
        }
        try {
            var made = new BackupRun(environment, store, new BackupProgress(LOG::info))
                    .make(Objects.requireNonNull(settings.folder()), clock.instant());
            LOG.info("The store before the upgrade is in {}", made.file());
        } catch (IOException failed) {
            throw new StartRefused(
                    "The store was not upgraded, because the backup before it failed: %s To upgrade without one, set PLUMBLINE_BACKUP_BEFORE_UPGRADE=false."
                            .formatted(failed.getMessage()));
        }
    }
}
