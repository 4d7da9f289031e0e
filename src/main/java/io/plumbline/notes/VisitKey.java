package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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

    /**
     * A visit that was neither booked nor planned: the patient walked in.
     *
     * @param on the day at the clinic on which the note was asked for, which it keeps if it is written after midnight
     * @param note the ID that its note will have, so that it is stored once
     */
    record WalkIn(PatientId patient, ClinicId clinic, AppointmentType service, LocalDate on, NoteId note)
            implements VisitKey {
        private static final String PREFIX = "walk-in-";
        private static final int ID = 36;
        private static final int DAY = 8;

        @Override
        public String text() {
            return PREFIX + patient + "-" + clinic + "-" + note + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(on)
                    + "-" + service.code();
        }

        private static Optional<LocalDate> dayIn(String text) {
            try {
                return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        private static Optional<VisitKey> parse(String rest) {
            var day = 3 * (ID + 1);
            if (rest.length() <= day + DAY + 1) {
                return Optional.empty();
            }
            return Ids.inAddress(rest.substring(0, ID), PatientId::new)
                    .flatMap(patient -> Ids.inAddress(rest.substring(ID + 1, 2 * ID + 1), ClinicId::new)
                            .flatMap(clinic -> Ids.inAddress(rest.substring(2 * ID + 2, 3 * ID + 2), NoteId::new)
                                    .flatMap(note -> dayIn(rest.substring(day, day + DAY))
                                            .flatMap(on -> AppointmentType.of(rest.substring(day + DAY + 1))
                                                    .map(service -> new WalkIn(patient, clinic, service, on, note))))));
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
        if (text.startsWith(WalkIn.PREFIX)) {
            return WalkIn.parse(text.substring(WalkIn.PREFIX.length()));
        }
        return text.startsWith(Booked.PREFIX)
                ? Ids.inAddress(text.substring(Booked.PREFIX.length()), AppointmentId::new)
                        .map(Booked::new)
                : text.startsWith(Planned.PREFIX)
                        ? Ids.inAddress(text.substring(Planned.PREFIX.length()), PlannedVisitId::new)
                                .map(Planned::new)
                        : Optional.empty();
    }
}
