package io.plumbline.schedule;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientClosing;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cancels the appointments to come of a patient who is set inactive or deceased, at whatever clinic. */
@Component
@Order(1)
class BookingClosing implements PatientClosing {
    private static final int MOST = 200;

    /** How long ago a visit may have begun that nobody has completed. */
    private static final int DAYS_BACK = 14;

    private final Appointments appointments;
    private final AppointmentBooking booking;
    private final DayScheduleQuery dayScheduleQuery;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final Clock clock;

    BookingClosing(
            Appointments appointments,
            AppointmentBooking booking,
            DayScheduleQuery dayScheduleQuery,
            PatientRecords records,
            ClinicService clinics,
            Clock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.dayScheduleQuery = dayScheduleQuery;
        this.records = records;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public List<OpenItem> findOpen(PatientId patient) {
        return open(patient).stream()
                .map(row -> row.status() == AppointmentStatus.IN_TREATMENT
                        ? new OpenItem(words(row), "is in treatment; complete it first")
                        : new OpenItem(words(row), "is canceled"))
                .toList();
    }

    private static String words(AppointmentRow row) {
        var when = Dates.dayAndYear(row.on()) + ", " + Dates.time(row.at());
        return CurrentUser.current().clinics().contains(row.clinic())
                ? row.type().label() + " on " + when + " with " + row.practitionerName()
                : "Appointment at another clinic on " + when;
    }

    /** Returns the visits in treatment, and those from today on that nobody has begun. */
    private List<AppointmentRow> open(PatientId patient) {
        return dayScheduleQuery
                .findByPatient(records.of(patient), LocalDate.now(clock).minusDays(DAYS_BACK), MOST)
                .stream()
                .filter(row -> row.status() == AppointmentStatus.IN_TREATMENT
                        || row.status().next().contains(AppointmentStatus.CANCELLED)
                                && !row.on().isBefore(clinics.todayAt(row.clinic())))
                .toList();
    }

    @Override
    public void end(PatientId patient, PatientStatus next, String reason) {
        for (var row : open(patient)) {
            if (row.status() == AppointmentStatus.IN_TREATMENT) {
                throw new Refused(words(row) + " is in treatment. Complete the visit first, then set the patient "
                        + next.label().toLowerCase(Locale.ROOT));
            }
            booking.cancel(appointments.findById(row.id().value()).orElseThrow(), reason, false);
        }
    }
}
