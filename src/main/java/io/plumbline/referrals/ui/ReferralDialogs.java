package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.referrals.CloseReason;
import io.plumbline.referrals.ReferralAnswer;
import io.plumbline.referrals.ReferralDetails;
import io.plumbline.referrals.ReferralField;
import io.plumbline.referrals.ReferralService;
import io.plumbline.referrals.ReferralStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** The dialogs that change a referral: what was typed stays if the change is refused. */
final class ReferralDialogs {
    private final ReferralService referrals;
    private final ReferralDetails referral;
    private final Runnable changed;
    private final Div messages = Ui.div("stack-2");
    private long version;

    ReferralDialogs(ReferralService referrals, ReferralDetails referral, Runnable changed) {
        this.referrals = referrals;
        this.referral = referral;
        this.changed = changed;
        version = referral.version();
    }

    /** Asks for the answer. */
    void answer() {
        var fields = new AnswerFields();
        ask(
                "Record the answer",
                "Record the answer",
                "Answer recorded",
                fields::isTyped,
                fields::isReadable,
                version -> referrals.answer(referral.id(), version, fields.read()),
                fields.attempt(),
                fields.words,
                fields.documentOn);
    }

    /** Asks for the answer as it should be. */
    void correctAnswer() {
        var fields = new AnswerFields();
        var before = referral.answer();
        if (before != null) {
            fields.words.setValue(before.words());
            fields.documentOn.setValue(before.documentOn());
        }
        var why = why();
        ask(
                "Correct the answer",
                "Correct",
                "Answer corrected",
                () -> fields.isTyped() || !why.isEmpty(),
                () -> fields.isReadable() && isReasoned(why),
                version -> referrals.correctAnswer(referral.id(), version, fields.read(), why.getValue()),
                fields.attempt().at(ReferralField.WHY, why),
                fields.words,
                fields.documentOn,
                why);
    }

    /** Asks for the reason of the referral as it should be. */
    void correctReason() {
        var reason = area("Reason for the referral", 2000);
        reason.setValue(referral.reason());
        var why = why();
        ask(
                "Correct the reason",
                "Correct",
                "Reason corrected",
                () -> !reason.getValue().equals(referral.reason()) || !why.isEmpty(),
                () -> isReasoned(why),
                version -> referrals.correctReason(referral.id(), version, reason.getValue(), why.getValue()),
                showing().at(ReferralField.REASON, reason).at(ReferralField.WHY, why),
                reason,
                why);
    }

    /** Asks for another day by which the answer is due. */
    void changeDue() {
        var day = Days.field("Answer due");
        day.setValue(referral.dueOn());
        var why = why();
        ask(
                "Change due date",
                "Change",
                "Due date changed",
                () -> !why.isEmpty(),
                () -> {
                    var wrong = new FormErrors();
                    wrong.refuseEmpty(day, "Choose a day");
                    wrong.refuseNoReason(why, "Enter a reason; it stays on record");
                    return wrong.areNone();
                },
                version -> referrals.changeDue(referral.id(), version, day.getValue(), why.getValue()),
                showing().at(ReferralField.DUE_ON, day).at(ReferralField.WHY, why),
                day,
                why);
    }

    /** Asks why the referral ends without an answer. */
    void close() {
        var reason = new RadioButtonGroup<CloseReason>("Reason");
        var mayClose = referral.status().next().contains(ReferralStatus.CLOSED);
        reason.setItems(mayClose ? CloseReason.values() : new CloseReason[] {CloseReason.ENTERED_IN_ERROR});
        reason.setItemLabelGenerator(CloseReason::label);
        var note = area("Note", 400);
        ask(
                "Close the referral",
                "Close referral",
                "Referral closed",
                () -> !note.isEmpty(),
                () -> {
                    var wrong = new FormErrors();
                    wrong.refuseEmpty(reason, "Choose a reason");
                    return wrong.areNone();
                },
                version -> referrals.close(referral.id(), version, reason.getValue(), note.getValue()),
                showing(),
                reason,
                note);
    }

    private void ask(
            String title,
            String verb,
            String done,
            BooleanSupplier isTyped,
            BooleanSupplier isComplete,
            LongConsumer change,
            Attempt attempt,
            Component... fields) {
        var dialog = new Dialog();
        messages.removeAll();
        var save = new Button(verb, e -> {
            if (isComplete.getAsBoolean()
                    && attempt.ifChanged(this::sayWhatChanged).run(() -> change.accept(version))) {
                dialog.close();
                changed.run();
                Toast.done(done + ": " + referral.patientName());
            }
        });
        var body = new Component[fields.length + 1];
        body[0] = messages;
        System.arraycopy(fields, 0, body, 1, fields.length);
        Dialogs.ask(dialog, Dialogs.Width.MEDIUM, title, isTyped, save, body);
        dialog.open();
    }

    private Attempt showing() {
        return Attempt.showing(messages).ifNotAvailable("You no longer have access to this patient. Keep a copy");
    }

    /** Shows the current version; the next attempt is made on it. */
    private void sayWhatChanged() {
        referrals.open(referral.id()).ifPresent(now -> {
            version = now.version();
            var answer = now.answer();
            messages.add(Ui.alert("A colleague changed this referral in the meantime: it is "
                    + now.status().label().toLowerCase(Locale.ROOT) + ", answer due "
                    + Dates.dayAndYear(now.dueOn())
                    + ". Reason: " + now.reason()
                    + (answer == null ? "" : ". Answer: " + answer.words())
                    + ". What you typed is still here; try again if it still applies."));
        });
    }

    private static boolean isReasoned(TextArea why) {
        var wrong = new FormErrors();
        wrong.refuseNoReason(why, "Enter a reason; it stays on record");
        return wrong.areNone();
    }

    private static TextArea why() {
        return area("Why", 400);
    }

    private static TextArea area(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        area.setWidthFull();
        // Escape must see the last keystroke
        area.setValueChangeMode(ValueChangeMode.EAGER);
        return area;
    }

    /** The fields of an answer. */
    private final class AnswerFields {
        private final TextArea words = area("Answer", 4000);
        private final DatePicker documentOn = Days.field("Date of the document");

        AnswerFields() {
            words.setHelperText("What was found and advised; may be empty if you enter the date of the document");
        }

        boolean isTyped() {
            return !words.isEmpty() || !documentOn.isEmpty();
        }

        /** Returns whether the date can be read, if there is one. */
        boolean isReadable() {
            var wrong = new FormErrors();
            wrong.refuse(documentOn, false, "Choose the date of the document");
            return wrong.areNone();
        }

        ReferralAnswer read() {
            return new ReferralAnswer(words.getValue(), documentOn.getValue());
        }

        Attempt attempt() {
            return showing().at(ReferralField.ANSWER, words).at(ReferralField.DOCUMENT_ON, documentOn);
        }
    }
}
