package io.plumbline.schedule;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appointment events for the audit trail. */
public sealed interface AppointmentEvent extends Recorded {
    AppointmentId appointment();

    @Override
    default UUID subject() {
        return appointment().value();
    }

    /**
     * An appointment was booked.
     *
     * @param order the checkout order that it fulfills; null if not given
     */
    record Booked(
            AppointmentId appointment,
            PatientId patient,
            StaffId practitioner,
            AppointmentType type,
            ClinicId clinic,
            LocalDate on,
            @Nullable PlannedVisitId plannedVisit,
            @Nullable OrderId order)
            implements AppointmentEvent {
        @Override
        public String detail() {
            return "opens the chart to practitioner " + practitioner;
        }
    }

    /**
     * An appointment was moved: another time, practitioner or room.
     *
     * @param isUndo whether the move before was undone
     */
    record Moved(
            AppointmentId appointment,
            PatientId patient,
            StaffId practitionerBefore,
            StaffId practitioner,
            LocalDate on,
            boolean isUndo)
            implements AppointmentEvent {
        /** Returns whether the appointment moved to another practitioner. */
        public boolean isHandedOver() {
            return !practitioner.equals(practitionerBefore);
        }

        @Override
        public String kind() {
            return isUndo ? "appointment.move-undone" : "appointment.moved";
        }

        @Override
        public String detail() {
            return "opens the chart to practitioner " + practitioner + " on " + on;
        }
    }

    /** The consultation of a lead was reassigned to the patient that the lead became. */
    @StoredKind("appointment.given")
    record Reassigned(AppointmentId appointment, PatientId patient, StaffId practitioner) implements AppointmentEvent {
        @Override
        public String detail() {
            return "opens the chart to practitioner " + practitioner;
        }
    }

    /** The status of an appointment changed: confirmed, checked in, in treatment, completed, no-show or canceled. */
    record Marked(AppointmentId appointment, PatientId patient, AppointmentStatus status) implements AppointmentEvent {
        @Override
        public String kind() {
            return "appointment." + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A status change was undone: the previous status returned.
     *
     * @param mistaken the status that was set by mistake
     */
    @StoredKind("appointment.taken-back")
    record MarkUndone(
            AppointmentId appointment,
            PatientId patient,
            AppointmentType type,
            LocalDate on,
            AppointmentStatus mistaken)
            implements AppointmentEvent {
        @Override
        public String detail() {
            return "was " + mistaken.label().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An appointment was viewed: the patient, the time, and why it was moved or canceled.
     *
     * @param patient null for a lead's consultation
     */
    @StoredKind("appointment.opened")
    record Viewed(AppointmentId appointment, @Nullable PatientId patient) implements AppointmentEvent, Recorded.View {}
}
