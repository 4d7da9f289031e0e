package io.plumbline.schedule.ui;

import io.plumbline.patients.DeskOrders;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the forms that book, move and cancel appointments. */
@Component
class AppointmentForms {
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final AppointmentUndo undo;
    private final DeskOrders orders;

    AppointmentForms(
            ScheduleService schedule,
            AppointmentService appointments,
            PatientService patients,
            PractitionerService practitioners,
            AppointmentUndo undo,
            DeskOrders orders) {
        this.schedule = schedule;
        this.appointments = appointments;
        this.patients = patients;
        this.practitioners = practitioners;
        this.undo = undo;
        this.orders = orders;
    }

    /**
     * @param whom the patient to book; null if the user chooses one
     */
    BookingPanel booking(ClinicId clinic, LocalDate today, @Nullable PatientId whom, BookingPanel.Booked booked) {
        return new BookingPanel(schedule, patients, practitioners, clinic, today, whom, booked);
    }

    /** Returns what was ordered, in words, and otherwise why there is nothing to book. */
    String words(OrderId order) {
        return orders.words(order)
                .orElse("This checkout order is no longer open. Close this form to see what became of it.");
    }

    MovePanel moving(AppointmentRow row, LocalDate today, Runnable done) {
        return new MovePanel(appointments, schedule, practitioners, row, today, () -> {
            undo.moved(row, done);
            done.run();
        });
    }

    void cancel(AppointmentRow row, Runnable done) {
        CancelDialog.open(appointments, row, () -> {
            undo.canceled(row, done);
            done.run();
        });
    }
}
