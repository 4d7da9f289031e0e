package io.plumbline.imports.appointments;

import io.plumbline.clinics.ClinicService;
import io.plumbline.imports.ImportField;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportSettings;
import io.plumbline.imports.PatientMatch;
import io.plumbline.imports.RowsOfKind;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Appointments to come: each is booked as if by hand, so the schedule decides what is possible. */
@Component
class AppointmentRows implements RowsOfKind {
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final PractitionerService practitioners;
    private final ClinicService clinics;
    private final PatientMatch patients;
    private final RetriedTransaction transaction;
    private final Clock clock;

    AppointmentRows(
            ScheduleService schedule,
            AppointmentService appointments,
            PractitionerService practitioners,
            ClinicService clinics,
            PatientMatch patients,
            RetriedTransaction transaction,
            Clock clock) {
        this.schedule = schedule;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.clinics = clinics;
        this.patients = patients;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.APPOINTMENTS;
    }

    @Override
    public Map<ImportField, List<Meaning>> meanings(ClinicId clinic) {
        return Map.of(
                ImportField.PRACTITIONER,
                practitioners.workingAt(clinic).stream()
                        .map(one -> new Meaning(one.id().toString(), one.name()))
                        .toList(),
                ImportField.SERVICE,
                schedule.offers(clinic).stream()
                        .map(one -> new Meaning(one.type().name(), one.name()))
                        .toList());
    }

    @Override
    public Reading reading(ClinicId clinic, ImportSettings settings, int headings) {
        return new AppointmentReading(
                new AppointmentReading.Place(
                        clinic, clinics.zoneOf(clinic), clinics.todayAt(clinic), clock.instant(), headings),
                settings,
                meanings(clinic),
                schedule.offers(clinic),
                (row, dates) -> patients.find(clinic, settings, row, dates),
                Booked::new);
    }

    /** Books an appointment. */
    private final class Booked implements Writing {
        private final Booking booking;

        Booked(Booking booking) {
            this.booking = booking;
        }

        @Override
        public UUID write() {
            return schedule.book(booking).value();
        }

        /** Books it and rolls that back, so that the answer is that of the schedule. */
        @Override
        public void tryOut() {
            try {
                transaction.run(() -> {
                    schedule.book(booking);
                    throw new RolledBack();
                });
            } catch (RolledBack possible) {
                // nothing stands against it
            } catch (NotAvailable lost) {
                throw new Refused("The patient is no longer available at this clinic", lost);
            }
        }
    }

    /** Ends a transaction whose changes are not wanted. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RolledBack() {
            super("Rolled back on purpose", null, false, false);
        }
    }

    /** Cancels an appointment that is still as it was booked. One that was canceled since needs nothing. */
    @Override
    public boolean takeBack(UUID record) {
        var id = new AppointmentId(record);
        var found = appointments.find(id);
        if (found.isEmpty()) {
            return false;
        }
        var row = found.get().row();
        if (row.status() == AppointmentStatus.CANCELLED) {
            return true;
        }
        if (row.status() != AppointmentStatus.BOOKED
                || found.get().changes().size() > 1
                || clinics.instantOf(row.clinic(), row.on(), row.at()).isBefore(clock.instant())) {
            return false;
        }
        appointments.cancel(id, row.version(), "Its import was undone");
        return true;
    }
}
