package io.plumbline.downtime;

import io.plumbline.shared.Count;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.ClinicId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Audit events of downtime. */
sealed interface DowntimeEvent extends Recorded {

    /** The downtime sheet of a clinic was made. */
    record SheetMade(ClinicId clinic, int visits) implements DowntimeEvent {
        @Override
        public UUID subject() {
            return clinic.value();
        }

        @Override
        public String detail() {
            return Count.of(visits, "visit", "visits");
        }
    }

    /** The portal was away while a clinic was open. */
    record Noted(Outage outage) implements DowntimeEvent {
        @Override
        public UUID subject() {
            return outage.id().value();
        }

        @Override
        public String detail() {
            return "from " + outage.awayFrom().truncatedTo(ChronoUnit.SECONDS) + " to "
                    + outage.backAt().truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** Somebody said that nothing more of an outage is to be entered. */
    record Dismissed(Outage outage) implements DowntimeEvent {
        @Override
        public UUID subject() {
            return outage.id().value();
        }
    }
}
