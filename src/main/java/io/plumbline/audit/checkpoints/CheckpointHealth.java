package io.plumbline.audit.checkpoints;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says in the health that no checkpoint can leave the portal. It is a warning, which nobody restarts the portal for, and no
 * part of readiness: a clinic that cannot open its charts is hurt more.
 */
@Component("auditCheckpointsHealthIndicator")
class CheckpointHealth implements HealthIndicator {
    private static final Status WARNING = new Status("WARNING");

    private final List<CheckpointPlace> places;

    CheckpointHealth(List<CheckpointPlace> places) {
        this.places = places;
    }

    @Override
    public Health health() {
        return places.stream().anyMatch(place -> place.alarm().isPresent())
                ? Health.status(WARNING).build()
                : Health.up().build();
    }
}
