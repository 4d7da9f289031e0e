package io.plumbline.schedule.ui;

import io.plumbline.patients.DeskOrders;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentUndoService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.LastReason;
import io.plumbline.shared.ui.ReasonChoice;
import io.plumbline.shared.ui.Toast;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the forms that book, move and cancel appointments. */
@Component
class AppointmentForms {
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final AppointmentUndoService undo;
    private final DeskOrders orders;

    AppointmentForms(
            ScheduleService schedule,
            AppointmentService appointments,
            PatientService patients,
            PractitionerService practitioners,
            AppointmentUndoService undo,
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

    /** @param done shows the schedule again after the move, and after its undo */
    MovePanel moving(AppointmentRow row, LocalDate today, Runnable done) {
        return new MovePanel(appointments, schedule, practitioners, row, today, () -> {
            offerUndo("Moved: ", row, () -> undo.undoMove(row.id()), done);
            done.run();
        });
    }

    /**
     * Asks for the reason of a cancellation; the time is free again.
     *
     * @param done shows the schedule again after the cancellation, and after its undo
     */
    void cancel(AppointmentRow row, Runnable done) {
        var reason = ReasonChoice.of(AppointmentService.CANCEL_REASONS);
        var last = LastReason.below(reason, "cancel a visit");
        var seen = new AtomicReference<>(row);
        var form = Dialogs.form("Cancel " + row.personName())
                .keep("Keep appointment")
                .destructive()
                .about("appointment")
                .say(row.type().label() + ", " + Dates.dayAndTime(row.on(), row.at(), "") + " with "
                        + row.practitionerName())
                .add(reason)
                .check(wrong ->
                        wrong.refuseNoReason(reason, AppointmentService.CANCEL_REASONS, "Say why it is canceled"));
        form.ifChanged(() -> appointments
                .find(row.id())
                .ifPresentOrElse(
                        now -> form.warn(ConflictMessages.words(seen.getAndSet(now.row()), now)
                                + ". Your reason is still here; cancel it if that still applies."),
                        () -> form.warn(ConflictMessages.GONE)));
        form.open(
                "Cancel the appointment",
                () -> {
                    last.act(() -> {
                        appointments.cancel(
                                row.id(), Objects.requireNonNull(seen.get()).version(), reason.getValue());
                        return true;
                    });
                    last.keep();
                },
                () -> {
                    offerUndo("Canceled: ", row, () -> undo.undoCancellation(row.id()), done);
                    done.run();
                });
    }

    /** @param row the appointment before the change */
    private static void offerUndo(String what, AppointmentRow row, Runnable undo, Runnable changed) {
        var done =
                what + row.personName() + ", " + row.type().label() + ", " + Dates.dayAndTime(row.on(), row.at(), "");
        Toast.undoable(done, done, () -> {
            Attempt.telling(Toast::warn)
                    .ifChanged(ConflictMessages.CHANGED_SINCE)
                    .ifNotAvailable(ConflictMessages.GONE)
                    .run(undo);
            changed.run();
        });
    }
}
