package io.plumbline.reactions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.plumbline.reactions.ReactionRow;
import io.plumbline.reactions.ReactionService;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The buttons that record a reaction and change it, with their dialogs. */
@Component
class ReactionActions {
    private final ReactionService reactions;
    private final ScreeningService screening;

    ReactionActions(ReactionService reactions, ScreeningService screening) {
        this.reactions = reactions;
        this.screening = screening;
    }

    /**
     * Returns the button that records a reaction, by the key R.
     *
     * @param note asked when the button is pressed
     * @param clinic where it is told, as long as there is no note; null outside of a note
     * @param treatment proposed as suspected; null if none is
     * @param recorded runs once a reaction is recorded, and what to do about a severe one is answered
     */
    Button record(
            PatientId patient,
            Supplier<Optional<NoteId>> note,
            @Nullable ClinicId clinic,
            @Nullable AppointmentType treatment,
            Runnable recorded) {
        var button = new Button("Adverse reaction…", e -> Attempt.telling(Toast::warn)
                .about("record")
                .run(() -> ask(patient, note.get().orElse(null), clinic, treatment, recorded)));
        Keys.on(button, "r", "Record an adverse reaction");
        return button;
    }

    private void ask(
            PatientId patient,
            @Nullable NoteId note,
            @Nullable ClinicId clinic,
            @Nullable AppointmentType treatment,
            Runnable recorded) {
        var choice = reactions.choice(patient, note, clinic);
        // the same for each press of the button in the dialog
        var operation = OperationId.next();
        new ReactionDialog(choice, treatment)
                .open(draft -> reactions.record(patient, draft, note, clinic, operation), draft -> {
                    Toast.done("Adverse reaction recorded");
                    if (draft.severity() == ReactionSeverity.SEVERE) {
                        FlagOfReactionDialog.open(screening, patient, choice.clinic(), recorded);
                    } else {
                        recorded.run();
                    }
                });
    }

    /** Returns the buttons that change a reaction; none if it was entered in error. */
    Div of(ReactionRow row, Runnable changed) {
        var buttons = Ui.div("cluster");
        if (row.errorReason() != null) {
            return buttons;
        }
        var what = ": " + ReactionWords.onset(row);
        if (row.isOpen()) {
            var follow = new Button("Follow up…", e -> update(row, true, changed));
            follow.setAriaLabel("Follow up" + what);
            buttons.add(follow);
        }
        var change = new Button("Change outcome…", e -> update(row, false, changed));
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel("Change outcome" + what);
        var error = new Button("Entered in error…", e -> askForReason(row, changed));
        error.addThemeVariants(ButtonVariant.TERTIARY);
        error.setAriaLabel("Entered in error" + what);
        buttons.add(change, error);
        return buttons;
    }

    private void update(ReactionRow row, boolean isFollowUp, Runnable changed) {
        Attempt.telling(Toast::warn).about("record").run(() -> {
            var colleagues = reactions.choice(row.patient(), null, null).colleagues();
            new ReactionUpdateDialog(reactions, row, colleagues, isFollowUp).open(changed);
        });
    }

    private void askForReason(ReactionRow row, Runnable changed) {
        var version = new AtomicLong(row.version());
        new ReasonDialog(
                        "Entered in error",
                        "The reaction stays readable, with your reason. It no longer counts as open, and no follow-up is"
                                + " due.",
                        "Mark as entered in error",
                        reason -> Attempt.refusalOf(
                                () -> {
                                    reactions.enterInError(row.id(), version.get(), reason);
                                    changed.run();
                                    Toast.done("Marked as entered in error");
                                },
                                () -> {
                                    reactions.open(row.id()).ifPresent(now -> version.set(now.version()));
                                    return "A colleague changed this reaction in the meantime. Close this to look at it,"
                                            + " or press the button again if it is still wrong.";
                                }))
                .open();
    }
}
