package io.plumbline.schedule.ui;

import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.LastReason;
import io.plumbline.shared.ui.ReasonChoice;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Cancels an appointment for a reason; its time is free again. */
final class CancelDialog {
    private CancelDialog() {}

    static void open(AppointmentService appointments, AppointmentRow row, Runnable canceled) {
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
                canceled);
    }
}
