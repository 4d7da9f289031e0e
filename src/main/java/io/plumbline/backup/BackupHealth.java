package io.plumbline.backup;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Says in the health that backups are missing, old or failing: a warning, which nobody restarts the portal for. */
@Component("backupsHealthIndicator")
class BackupHealth implements HealthIndicator {
    private static final Status WARNING = new Status("WARNING");

    private final BackupSchedule schedule;

    BackupHealth(BackupSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public Health health() {
        try {
            return schedule.state().filter(state -> !state.alert().isEmpty()).isPresent()
                    ? Health.status(WARNING).build()
                    : Health.up().build();
        } catch (DataAccessException storeIsAway) {
            // its own indicator says so
            return Health.unknown().build();
        }
    }
}
