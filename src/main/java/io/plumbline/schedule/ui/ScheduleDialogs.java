package io.plumbline.schedule.ui;

import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the dialogs that book, move and cancel appointments. */
@Component
class ScheduleDialogs {
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final AppointmentUndo undo;

    ScheduleDialogs(
            ScheduleService schedule,
            AppointmentService appointments,
            PatientService patients,
            PractitionerService practitioners,
            AppointmentUndo undo) {
        this.schedule = schedule;
        this.appointments = appointments;
        this.patients = patients;
        this.practitioners = practitioners;
        this.undo = undo;
    }

    /**
     * @param whom the patient to book; null if the user chooses one
     * @param booked receives the day that was booked
     */
    BookingDialog booking(
            ClinicId clinic, LocalDate today, @Nullable PatientId whom, Consumer<LocalDate> booked, Runnable closed) {
        return new BookingDialog(schedule, patients, practitioners, clinic, today, whom, booked, closed);
    }

    MoveDialog moving(AppointmentRow row, LocalDate today, Runnable done) {
        return new MoveDialog(appointments, schedule, practitioners, row, today, () -> {
            undo.moved(row, done);
            done.run();
        });
    }

    CancelDialog canceling(AppointmentRow row, Runnable done) {
        return new CancelDialog(appointments, row, () -> {
            undo.canceled(row, done);
            done.run();
        });
    }
}
