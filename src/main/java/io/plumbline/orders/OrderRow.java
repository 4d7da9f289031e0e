package io.plumbline.orders;

import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A checkout order in a list: no clinical content.
 *
 * @param version the version to pass with a change
 * @param practitioner with whom; null if anybody
 * @param practitionerName empty if anybody
 * @param deskLine what the clinician wrote for the desk; may be empty
 * @param booked the appointment; null if there is none
 * @param declineReason null unless declined
 * @param declineWords may be empty
 */
public record OrderRow(
        OrderId id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        OrderKind kind,
        Wanted wanted,
        @Nullable StaffId practitioner,
        String practitionerName,
        String deskLine,
        String orderedBy,
        Instant orderedAt,
        OrderStatus status,
        Instant statusAt,
        @Nullable Visit booked,
        @Nullable OrderDeclineReason declineReason,
        String declineWords) {
    /** The appointment of an order. */
    public record Visit(AppointmentId id, LocalDate on, LocalTime at) {}
}
