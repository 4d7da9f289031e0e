package io.plumbline.notes;

import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PlannedVisitId;
import java.util.Optional;

/** The visit that a session note is written for, in the address of a note that is not stored yet. */
public sealed interface VisitKey {
    /** In the URL of a new note, the query parameter that carries the last note forward into it. */
    String CARRY = "carry";

    /** A visit with an appointment. */
    record Booked(AppointmentId appointment) implements VisitKey {
        private static final String PREFIX = "appointment-";

        @Override
        public String text() {
            return PREFIX + appointment;
        }
    }

    /** A planned visit that was not booked. */
    record Planned(PlannedVisitId visit) implements VisitKey {
        private static final String PREFIX = "planned-visit-";

        @Override
        public String text() {
            return PREFIX + visit;
        }
    }

    /** Returns the visit as text, which {@link #parse} reads. */
    String text();

    /** Returns the URL on which the note is written. */
    default String address() {
        return Routes.NEW_NOTE + "/" + text();
    }

    /** Returns the visit of a text; empty if it names none. */
    static Optional<VisitKey> parse(String text) {
        return text.startsWith(Booked.PREFIX)
                ? Ids.inAddress(text.substring(Booked.PREFIX.length()), AppointmentId::parse)
                        .map(Booked::new)
                : text.startsWith(Planned.PREFIX)
                        ? Ids.inAddress(text.substring(Planned.PREFIX.length()), PlannedVisitId::parse)
                                .map(Planned::new)
                        : Optional.empty();
    }
}
