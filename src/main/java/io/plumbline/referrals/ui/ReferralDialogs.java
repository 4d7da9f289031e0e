package io.plumbline.referrals.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.referrals.CloseReason;
import io.plumbline.referrals.ReferralAnswer;
import io.plumbline.referrals.ReferralDetails;
import io.plumbline.referrals.ReferralField;
import io.plumbline.referrals.ReferralService;
import io.plumbline.referrals.ReferralStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.UiFields;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** The dialogs that change a referral: what was typed stays if the change is refused. */
final class ReferralDialogs {
    private final ReferralService referrals;
    private final ReferralDetails referral;
    private final Runnable changed;

    ReferralDialogs(ReferralService referrals, ReferralDetails referral, Runnable changed) {
        this.referrals = referrals;
        this.referral = referral;
        this.changed = changed;
    }

    /** Asks for the answer. */
    void answer() {
        var form = form("Record the answer");
        var fields = new AnswerFields(form);
        ask(
                form,
                "Record the answer",
                "Answer recorded",
                version -> referrals.answer(referral.id(), version, fields.read()));
    }

    /** Asks for the answer as it should be. */
    void correctAnswer() {
        var form = form("Correct the answer");
        var fields = new AnswerFields(form);
        var before = referral.answer();
        if (before != null) {
            fields.words.setValue(before.words());
            fields.documentOn.setValue(before.documentOn());
        }
        var why = why(form);
        ask(
                form,
                "Correct",
                "Answer corrected",
                version -> referrals.correctAnswer(referral.id(), version, fields.read(), why.getValue()));
    }

    /** Asks for the reason of the referral as it should be. */
    void correctReason() {
        var form = form("Correct the reason");
        var reason = form.optional(UiFields.area("Reason for the referral", 2000));
        reason.setValue(referral.reason());
        var why = why(form.at(ReferralField.REASON, reason));
        ask(
                form,
                "Correct",
                "Reason corrected",
                version -> referrals.correctReason(referral.id(), version, reason.getValue(), why.getValue()));
    }

    /** Asks for another day by which the answer is due. */
    void changeDue() {
        var form = form("Change due date");
        var day = form.required(Days.field("Answer due"), "Choose a day");
        day.setValue(referral.dueOn());
        var why = why(form.at(ReferralField.DUE_ON, day));
        ask(
                form,
                "Change",
                "Due date changed",
                version -> referrals.changeDue(referral.id(), version, day.getValue(), why.getValue()));
    }

    /** Asks why the referral ends without an answer. */
    void close() {
        var form = form("Close the referral");
        var mayClose = referral.status().next().contains(ReferralStatus.CLOSED);
        var reasons = mayClose ? List.of(CloseReason.values()) : List.of(CloseReason.ENTERED_IN_ERROR);
        var reason = form.required(UiFields.radio("Reason", reasons, CloseReason::label), "Choose a reason");
        var note = form.optional(UiFields.area("Note", 400));
        ask(
                form,
                "Close referral",
                "Referral closed",
                version -> referrals.close(referral.id(), version, reason.getValue(), note.getValue()));
    }

    private static FormDialog form(String title) {
        return Dialogs.form(title).about("referral");
    }

    private void ask(FormDialog form, String verb, String done, LongConsumer change) {
        var seen = form.latest(referral, () -> referrals.open(referral.id()), (before, now) -> whatChanged(now));
        form.open(verb, () -> change.accept(seen.get().version()), () -> {
            changed.run();
            Toast.done(done + ": " + referral.patientName());
        });
    }

    private static String whatChanged(ReferralDetails now) {
        var answer = now.answer();
        return "A colleague changed this referral in the meantime: it is "
                + now.status().label().toLowerCase(Locale.ROOT) + ", answer due " + Dates.dayAndYear(now.dueOn())
                + ". Reason: " + now.reason()
                + (answer == null ? "" : ". Answer: " + answer.words());
    }

    private static TextArea why(FormDialog form) {
        var why = form.reason(UiFields.area("Why", 400), "Enter a reason; it stays on record");
        form.at(ReferralField.WHY, why);
        return why;
    }

    /** The fields of an answer. */
    private static final class AnswerFields {
        private final TextArea words;
        private final DatePicker documentOn;

        AnswerFields(FormDialog form) {
            words = form.optional(UiFields.area("Answer", 4000));
            words.setHelperText("What was found and advised; may be empty if you enter the date of the document");
            documentOn = form.optional(Days.field("Date of the document"));
            form.check(wrong -> wrong.refuse(documentOn, false, "Choose the date of the document"))
                    .at(ReferralField.ANSWER, words)
                    .at(ReferralField.DOCUMENT_ON, documentOn);
        }

        ReferralAnswer read() {
            return new ReferralAnswer(words.getValue(), documentOn.getValue());
        }
    }
}
