package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.LastReason;
import io.plumbline.shared.ui.ReasonChoice;
import io.plumbline.shared.ui.Ui;

/** Cancels an appointment for a reason; its time is free again. */
final class CancelDialog extends Composite<Dialog> {
    private final AppointmentService appointments;
    private final Runnable canceled;
    private final ComboBox<String> reason = ReasonChoice.of(AppointmentService.CANCEL_REASONS);
    private final LastReason last = LastReason.below(reason, "cancel a visit");
    private final Div messages = new Div();
    private AppointmentRow row;

    CancelDialog(AppointmentService appointments, AppointmentRow row, Runnable canceled) {
        this.appointments = appointments;
        this.row = row;
        this.canceled = canceled;
        var cancel = Dialogs.destructive(Ui.once("Cancel the appointment", this::cancel));
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                "Cancel " + row.personName(),
                () -> !reason.isEmpty(),
                "Keep appointment",
                cancel,
                messages,
                Ui.text(
                        "muted",
                        row.type().label() + ", " + Dates.dayAndTime(row.on(), row.at(), "") + " with "
                                + row.practitionerName()),
                reason);
    }

    void open() {
        getContent().open();
        reason.focus();
    }

    private void cancel() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseNoReason(reason, AppointmentService.CANCEL_REASONS, "Say why it is canceled");
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .ifChanged(
                        () -> appointments.find(row.id()).ifPresentOrElse(this::sayWhatChanged, this::showNotAvailable))
                .ifNotAvailable(this::showNotAvailable)
                .run(() -> {
                    last.act(() -> {
                        appointments.cancel(row.id(), row.version(), reason.getValue());
                        return true;
                    });
                    last.keep();
                    getContent().close();
                    canceled.run();
                });
    }

    private void sayWhatChanged(AppointmentDetails now) {
        messages.add(Ui.alert(
                ConflictMessages.words(row, now) + ". Your reason is still here; cancel it if that still applies."));
        row = now.row();
    }

    private void showNotAvailable() {
        messages.add(Ui.alert(ConflictMessages.GONE));
    }
}
