package io.plumbline.downtime;

import io.plumbline.shared.Count;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.ClinicId;
import java.util.UUID;

/** Audit events of downtime. */
sealed interface DowntimeEvent extends Recorded {

    /** The downtime sheet of a clinic was made. */
    record SheetMade(ClinicId clinic, int visits) implements DowntimeEvent {
        @Override
        public String kind() {
            return "downtime.sheet-made";
        }

        @Override
        public UUID subject() {
            return clinic.value();
        }

        @Override
        public String detail() {
            return Count.of(visits, "visit", "visits");
        }
    }
}
