package io.plumbline.reactions.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static io.plumbline.support.Screen.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.reactions.FollowUpPlan;
import io.plumbline.reactions.ReactionDetails;
import io.plumbline.reactions.ReactionDraft;
import io.plumbline.reactions.ReactionId;
import io.plumbline.reactions.ReactionOutcome;
import io.plumbline.reactions.ReactionRow;
import io.plumbline.reactions.ReactionService;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.reactions.ReactionUpdate;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Keys;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Adverse reactions on the screen: recorded from the record and beside a note, followed up, and entered in error. */
@DemoTest
class ReactionViewsTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ReactionService reactions;

    @Autowired
    NoteService notes;

    @Autowired
    Clock clock;

    @Test
    @WithStaff("therapist")
    void aPatientWithoutReactionsSaysWhatToDo() {
        open(PatientTab.REACTIONS.address(patient("Ana Vidal")));
        assertThat(screen()).contains("No adverse reactions recorded", "record it by Adverse reaction above");
        assertThat(Keys.within(UI.getCurrent())).contains(new Keys.Row("R", "Record an adverse reaction"));
    }

    @Test
    @WithStaff("therapist")
    void aReactionIsRecordedOnThePatientsPage() {
        var patient = patient("Rania Haddad");
        open(PatientTab.REACTIONS.address(patient));
        test(button("Adverse reaction…")).click();
        press("Record reaction");
        assertThat(area("What happened").getErrorMessage())
                .isEqualTo("Enter what happened, in the patient's words or as you saw it");
        assertThat(day("Began on").getErrorMessage()).isEqualTo("Choose today or an earlier day");
        assertThat(choice("Severity").getErrorMessage()).isEqualTo("Choose a severity");
        assertThat(choice("Outcome now").getErrorMessage())
                .isEqualTo("Choose an outcome; it is changed when you know more");
        test(area("What happened")).setValue("Dizzy on the way home");
        day("Began on").setValue(today().plusDays(1));
        choice("Severity").setValue(ReactionSeverity.MILD);
        choice("Outcome now").setValue(ReactionOutcome.ONGOING);
        press("Record reaction");
        assertThat(day("Began on").isInvalid()).as("tomorrow").isTrue();
        day("Began on").setValue(today());
        find(TimePicker.class).single().setValue(LocalTime.of(23, 59));
        press("Record reaction");
        assertThat(find(TimePicker.class).single().getErrorMessage())
                .isEqualTo("Enter a time that is over, or leave it empty");
        find(TimePicker.class).single().setValue(LocalTime.MIDNIGHT);
        test(text("What was agreed")).setValue("She calls if it comes back");
        press("Record reaction");
        assertThat(day("Next follow-up on").getErrorMessage()).isEqualTo("Choose the day of the follow-up");
        day("Next follow-up on").setValue(today().minusDays(1));
        press("Record reaction");
        assertThat(day("Next follow-up on").getErrorMessage()).isEqualTo("Choose today or a later day");
        assertThat(area("What happened").getValue()).as("nothing is lost").isEqualTo("Dizzy on the way home");
        day("Next follow-up on").setValue(today());
        press("Record reaction");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(screen())
                .contains(
                        "Mild",
                        "Dizzy on the way home",
                        "treatment not clear",
                        "Outcome: Ongoing",
                        "She calls if it comes back",
                        "Due");
    }

    @Test
    @WithStaff("therapist")
    void aTextThatIsNoDateIsRefusedAtItsField() {
        open(PatientTab.REACTIONS.address(patient("Rania Haddad")));
        test(button("Adverse reaction…")).click();
        test(area("What happened")).setValue("Sore");
        type(day("Began on"), "yesterdayish");
        press("Record reaction");
        assertThat(day("Began on").isInvalid()).isTrue();
        assertThat(find(Dialog.class).exists()).isTrue();
    }

    @Test
    @WithStaff("therapist")
    void aSevereReactionNeedsAFollowUpAndOffersARedFlag() {
        var patient = patient("Rania Haddad");
        open(PatientTab.REACTIONS.address(patient));
        test(button("Adverse reaction…")).click();
        fill("Severe headache since the visit", ReactionSeverity.SEVERE);
        press("Record reaction");
        assertThat(day("Next follow-up on").getErrorMessage()).isEqualTo("Choose the day of the follow-up");
        choice("Outcome now").setValue(ReactionOutcome.RESOLVED);
        assertThat(find(DatePicker.class).withLabel("Next follow-up on").exists())
                .as("over: nothing is due")
                .isFalse();
        choice("Outcome now").setValue(ReactionOutcome.ONGOING);
        day("Next follow-up on").setValue(today());
        test(text("What was agreed")).setValue("Call this evening");
        press("Record reaction");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Raise a red flag?");
        press("Raise red flag");
        assertThat(choice("Finding").getErrorMessage()).isEqualTo("Choose a finding, or press No red flag");
        var finding = this.<ScreeningRules.Rule>choice("Finding");
        finding.setValue(finding.getListDataView().getItem(0));
        press("Raise red flag");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(screen()).contains("Severe headache since the visit");
        open(Routes.patient(patient));
        assertThat(screen()).contains("Red flags");
    }

    @Test
    @WithStaff("therapist")
    void nobodyHasToRaiseARedFlag() {
        open(PatientTab.REACTIONS.address(patient("Rania Haddad")));
        test(button("Adverse reaction…")).click();
        fill("Could not sleep for pain", ReactionSeverity.SEVERE);
        day("Next follow-up on").setValue(today());
        test(text("What was agreed")).setValue("Call");
        press("Record reaction");
        press("No red flag");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(screen()).contains("Could not sleep for pain");
    }

    @Test
    @WithStaff("therapist")
    void aReactionIsRecordedBesideASignedNote() {
        var note = signedNoteOf(patient("Hana Sato"));
        open(Routes.note(note));
        assertThat(screen()).contains("Adverse reactions", "None open");
        assertThat(Keys.within(UI.getCurrent())).contains(new Keys.Row("R", "Record an adverse reaction"));
        test(button("Adverse reaction…")).click();
        assertThat(choice("Treatment suspected").getValue()).isEqualTo(AppointmentType.MASSAGE);
        var told = notes.brief(note).orElseThrow();
        assertThat(told.areas()).isNotEmpty();
        assertThat(day("Began on").getValue()).as("the day of the note").isEqualTo(told.treatedOn());
        assertThat(text("Area").getValue()).isEqualTo(told.areas());
        fill("Bruise on the back", ReactionSeverity.MODERATE);
        press("Record reaction");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(Routes.note(note));
        assertThat(screen())
                .contains("Moderate", "Bruise on the back", "after massage")
                .doesNotContain("None open");
        open(find(Anchor.class).withText("Follow up").single().getHref());
        assertThat(screen()).contains("Bruise on the back");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains(Routes.note(note));
    }

    @Test
    @WithStaff("therapist")
    void aReactionIsRecordedWhileANoteIsWritten() {
        open(Routes.START);
        test(find(Button.class).withText("Write note").all().getFirst()).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith(Routes.NOTES + "/");
        test(button("Adverse reaction…")).click();
        fill("Felt sick after the last visit", ReactionSeverity.MILD);
        press("Record reaction");
        assertThat(screen()).contains("Felt sick after the last visit");
    }

    @Test
    @WithStaff("chiropractor")
    void aFollowUpChangesTheOutcomeAndTheHistoryKeepsTheWords() {
        var patient = patient("Rania Haddad");
        recorded(patient, "Sore neck");
        open(PatientTab.REACTIONS.address(patient));
        test(buttonOf("Follow up…", "Sore neck", patient)).click();
        press("Record follow-up");
        assertThat(area("What you found, or what the patient said").getErrorMessage())
                .isEqualTo("Enter what you learned; it stays on record");
        test(area("What you found, or what the patient said")).setValue("Gone since this morning");
        choice("Outcome now").setValue(ReactionOutcome.RESOLVED);
        press("Record follow-up");
        assertThat(screen()).contains("Followed up · Resolved · Gone since this morning");
        test(buttonOf("Change outcome…", "Sore neck", patient)).click();
        choice("Outcome now").setValue(ReactionOutcome.RECOVERING);
        test(area("Why it is changed")).setValue("Still aching, not quite gone");
        press("Change outcome");
        assertThat(screen()).contains("Outcome changed · Recovering · Still aching, not quite gone");
    }

    @Test
    @WithStaff("chiropractor")
    void aColleaguesFollowUpIsShownAndWhatWasTypedStays() {
        var patient = patient("Rania Haddad");
        var id = recorded(patient, "Stiff shoulder");
        open(PatientTab.REACTIONS.address(patient));
        test(buttonOf("Follow up…", "Stiff shoulder", patient)).click();
        test(area("What you found, or what the patient said")).setValue("Told me it is better");
        staff.doAs(
                "therapist",
                () -> reactions.followUp(
                        id,
                        0,
                        new ReactionUpdate(
                                ReactionOutcome.RECOVERING,
                                "Called her",
                                new FollowUpPlan(
                                        today().plusDays(3),
                                        CurrentUser.current().staff(),
                                        "Look at it again"))));
        press("Record follow-up");
        assertThat(textOf(dialog())).contains("A colleague changed this reaction in the meantime: it is recovering");
        assertThat(area("What you found, or what the patient said").getValue()).isEqualTo("Told me it is better");
        assertThat(choice("Outcome now").getValue()).isEqualTo(ReactionOutcome.RECOVERING);
        assertThat(day("Next follow-up on").getValue()).isEqualTo(today().plusDays(3));
        assertThat(text("What was agreed").getValue()).isEqualTo("Look at it again");
        // the therapist is no choice where they are not of the care team
        var by = this.<ReactionService.Colleague>choice("Who follows up");
        by.setValue(by.getListDataView().getItem(0));
        press("Record follow-up");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(screen()).contains("Called her", "Told me it is better");
        var kept = reactions.open(id).orElseThrow();
        assertThat(kept.outcome()).isEqualTo(ReactionOutcome.RECOVERING);
        assertThat(kept.followUp()).satisfies(next -> {
            assertThat(next.on()).isEqualTo(today().plusDays(3));
            assertThat(next.agreed()).isEqualTo("Look at it again");
        });
    }

    @Test
    @WithStaff("chiropractor")
    void whatWasEnteredInErrorStaysReadableWithTheReason() {
        var patient = patient("Rania Haddad");
        recorded(patient, "Of somebody else");
        open(PatientTab.REACTIONS.address(patient));
        test(buttonOf("Entered in error…", "Of somebody else", patient)).click();
        press("Mark as entered in error");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("Enter a reason; it stays on record");
        test(area("Reason")).setValue("Belongs to another patient");
        press("Mark as entered in error");
        assertThat(screen()).contains("Entered in error", "Reason: Belongs to another patient", "Of somebody else");
    }

    @Test
    @WithStaff("manager")
    void theManagerReadsWhatIsDueWithoutClinicalWords() {
        var patient = staff.as("therapist", () -> patient("Rania Haddad"));
        staff.doAs(
                "therapist",
                () -> reactions.record(
                        patient,
                        draft(
                                "Secret soreness",
                                new FollowUpPlan(today(), CurrentUser.current().staff(), "Secret call")),
                        null,
                        null,
                        OperationId.next()));
        open(Routes.START);
        assertThat(screen())
                .contains("Adverse reactions to follow up", "Rania Haddad", "Follow-up due")
                .doesNotContain("Secret");
        open(PatientTab.REACTIONS.address(patient));
        assertThat(screen()).contains("Not available");
    }

    private void fill(String description, ReactionSeverity severity) {
        test(area("What happened")).setValue(description);
        day("Began on").setValue(today());
        choice("Severity").setValue(severity);
        choice("Outcome now").setValue(ReactionOutcome.ONGOING);
    }

    private ReactionId recorded(PatientId patient, String description) {
        return staff.as(
                "therapist", () -> reactions.record(patient, draft(description, null), null, null, OperationId.next()));
    }

    private ReactionDraft draft(String description, @Nullable FollowUpPlan plan) {
        return new ReactionDraft(
                today(),
                null,
                description,
                AppointmentType.MASSAGE,
                "",
                ReactionSeverity.MILD,
                ReactionOutcome.ONGOING,
                plan);
    }

    /** One of the buttons of the reaction with this description, in the order of the page. */
    private Button buttonOf(String words, String description, PatientId patient) {
        var having = reactions.findByPatient(patients.details(patient).orElseThrow()).stream()
                .map(ReactionDetails::row)
                .filter(row -> words.startsWith("Follow up") ? row.isOpen() : row.errorReason() == null)
                .map(ReactionRow::description)
                .toList();
        return find(Button.class).withText(words).all().get(having.indexOf(description));
    }

    private NoteId signedNoteOf(PatientId patient) {
        return notes.findByPatient(patient).stream()
                .filter(row -> row.status() == NoteStatus.SIGNED)
                .map(NoteRow::id)
                .findFirst()
                .orElseThrow();
    }

    private PatientId patient(String name) {
        return patients.search(name).getFirst().id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }

    private Dialog dialog() {
        return find(Dialog.class).single();
    }

    private void press(String words) {
        answer(dialog(), words);
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private TextField text(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> choice(String label) {
        return find(Select.class).withLabel(label).single();
    }
}
