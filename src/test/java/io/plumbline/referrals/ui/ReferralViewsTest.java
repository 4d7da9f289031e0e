package io.plumbline.referrals.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.referrals.CloseReason;
import io.plumbline.referrals.ContactFilter;
import io.plumbline.referrals.ContactKind;
import io.plumbline.referrals.ContactRow;
import io.plumbline.referrals.ContactService;
import io.plumbline.referrals.ReferralAnswer;
import io.plumbline.referrals.ReferralDraft;
import io.plumbline.referrals.ReferralFilter;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.referrals.ReferralPriority;
import io.plumbline.referrals.ReferralRow;
import io.plumbline.referrals.ReferralService;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Referrals on the screen: written, followed, answered, closed, and their letter. */
@DemoTest
class ReferralViewsTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ReferralService referrals;

    @Autowired
    ReferralListService lists;

    @Autowired
    ContactService contacts;

    @Autowired
    SafetyService safety;

    @Autowired
    ReferralLetter letters;

    @Test
    @WithStaff("chiropractor")
    void aReferralIsWrittenFromThePatientsPage() {
        var patient = patient("Hana Sato");
        open(Routes.patient(patient));
        open(find(Anchor.class).withText("Refer…").single().getHref());
        test(button("Refer")).click();
        assertThat(to().getErrorMessage()).isEqualTo("Choose to whom, or the emergency department");
        assertThat(area("Reason for the referral").getErrorMessage()).isEqualTo("Enter why you refer the patient");
        var routine = day("Answer due").getValue();
        choices("Priority").setValue(ReferralPriority.URGENT);
        assertThat(day("Answer due").getValue()).as("by the settings").isEqualTo(routine.minusDays(11));
        to().setValue(contacts.list(new ContactFilter("quill", null, false), null, 1)
                .getFirst());
        test(area("Reason for the referral")).setValue("Please examine the left knee");
        test(button("Refer")).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith("referrals/");
        assertThat(screen()).contains("To Dr. Milo Quill", "Please examine the left knee", "Urgent", "Open");
        open(PatientTab.REFERRALS.address(patient));
        assertThat(screen()).contains("To Dr. Milo Quill", "Please examine the left knee");
    }

    @Test
    @WithStaff("chiropractor")
    void aReferralIsCorrectedAnsweredAndItsHistoryKeepsTheWords() {
        var id = ask("Please examine the hip");
        open(Routes.referral(id));
        test(button("Correct the reason…")).click();
        test(area("Reason for the referral")).setValue("Please examine the right hip");
        press("Correct");
        assertThat(area("Why").getErrorMessage()).isEqualTo("Enter a reason; it stays on record");
        test(area("Why")).setValue("The side was missing");
        press("Correct");
        test(button("Change due date…")).click();
        day("Answer due").setValue(day("Answer due").getValue().plusDays(2));
        test(area("Why")).setValue("They are full until next month");
        press("Change");
        test(button("Record the answer…")).click();
        press("Record the answer");
        assertThat(area("Answer").getErrorMessage()).isEqualTo("Enter what was answered, or the date of the document");
        test(area("Answer")).setValue("Nothing found");
        press("Record the answer");
        assertThat(screen())
                .contains(
                        "Answered",
                        "Nothing found",
                        "Received by Dr. Ada Novak",
                        "Please examine the hip",
                        "Please examine the right hip",
                        "Because: They are full until next month");
        assertThat(find(Button.class).withText("Record the answer…").exists()).isFalse();
        assertThat(find(Button.class).withText("Close…").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void whoIsSlowerSeesTheOtherAnswerAndKeepsTheirOwn() {
        var id = ask("Please examine the elbow");
        open(Routes.referral(id));
        test(button("Close…")).click();
        press("Close referral");
        choices("Reason").setValue(CloseReason.NOT_REACHED);
        test(area("Note")).setValue("Called three times");
        referrals.answer(id, 0, new ReferralAnswer("Bursitis", null));
        press("Close referral");
        assertThat(textOf(dialog()))
                .contains("A colleague changed this referral in the meantime", "Answer: Bursitis", "still here");
        assertThat(area("Note").getValue()).isEqualTo("Called three times");
        press("Close referral");
        assertThat(textOf(dialog())).contains("It cannot become closed. It can become entered in error");
    }

    @Test
    @WithStaff("chiropractor")
    void theListHasItsFiltersInTheAddressAndCounts() {
        open(Routes.REFERRALS + "?only=overdue");
        var overdue = lists.first(ReferralFilter.OVERDUE, false, 50);
        assertThat(overdue.rows()).isNotEmpty();
        assertThat(rowsOf(find(Grid.class).single(), ReferralRow.class)).isEqualTo(overdue.rows());
        assertThat(screen()).contains("Overdue " + overdue.counts().get(ReferralFilter.OVERDUE));
        open(Routes.START);
        assertThat(screen()).contains("Answer overdue since", "Hana Sato");
    }

    @Test
    @WithStaff("chiropractor")
    void theLetterHasTheWordsAndThePatientAndNothingElse() {
        var id = ask("Please examine the wrist");
        var letter = letters.print(id).orElseThrow();
        assertThat(letter.parts())
                .extracting(PrintedDocument.Part::heading)
                .containsExactly("To", "Patient", "Referral");
        assertThat(letter.toString())
                .contains(
                        "Emergency department",
                        "Hana Sato",
                        "Please examine the wrist",
                        "Dr. Ada Novak",
                        "Chiropractic: ")
                .doesNotContain("scar", "Bookkeeper", "Ken Sato");
        referrals.close(id, 0, CloseReason.ENTERED_IN_ERROR, "");
        assertThat(letters.print(id)).isEmpty();
    }

    @Test
    @WithStaff("therapist")
    void aTherapistReadsAndDoesNotChange() {
        var row = lists.first(ReferralFilter.ALL, false, 50).rows().getFirst();
        open(Routes.referral(row.id()));
        assertThat(screen()).contains(row.reason(), "History");
        assertThat(find(Button.class).withText("Close…").exists()).isFalse();
        open(Routes.patient(row.patient()));
        assertThat(find(Anchor.class).withText("Refer…").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void withoutAPatientTheFormSaysWhatToDo() {
        open(Routes.NEW_REFERRAL);
        assertThat(screen()).contains("Choose the patient first");
        open(Routes.newReferral(patient("Hana Sato")));
        find(Checkbox.class)
                .withLabel("Emergency department, no contact")
                .single()
                .setValue(true);
        assertThat(to().isEnabled()).isFalse();
        assertThat(find(Anchor.class).withText("Cancel").exists()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void aReferredFlagLeadsToTheReferral() {
        var patient = patient("Carl Berg");
        open(Routes.patient(patient));
        test(find(Button.class).withText("Decide…").all().getFirst()).click();
        choices("Decision").setValue(FlagStatus.REFERRED);
        find(Checkbox.class).withLabel("Write the referral next").single().setValue(true);
        test(area("Reason")).setValue("To the physician today");
        press("Decide");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .startsWith("referrals/new?")
                .contains("from=flag");
        assertThat(screen()).contains("Follows from: Red flag, ");
        safety.decidedLately().forEach(one -> safety.undo(one.flag(), one.version()));
    }

    @Test
    @WithStaff("manager")
    void theManagerKeepsTheContactsBookAndSeesNoReferral() {
        open(Routes.CONTACTS);
        assertThat(rowsOf(find(Grid.class).single(), ContactRow.class))
                .extracting(ContactRow::called)
                .contains("Dr. Milo Quill, Quill Orthopedics")
                .doesNotContain("Dr. Basil Myth");
        find(Button.class).withText("New contact…").all().getFirst().click();
        press("Add contact");
        assertThat(field("Name").getErrorMessage()).isEqualTo("Enter a name or an organization");
        field("Name").setValue("Dr. Vera Rhyme");
        choose("Kind");
        field("Phone").setValue("12");
        press("Add contact");
        assertThat(field("Phone").getErrorMessage()).contains("Enter the phone number in full");
        field("Phone").setValue("602 555 0180");
        press("Add contact");
        assertThat(screen()).contains("Dr. Vera Rhyme", "+1 602-555-0180");
        test(button("Deactivate")).click();
        assertThat(screen()).contains("Deactivated", "Reactivate");
        open(Routes.REFERRALS);
        assertThat(screen()).contains("Not available");
    }

    private ReferralId ask(String reason) {
        var patient = patients.open(patient("Hana Sato")).orElseThrow();
        return referrals.ask(
                patient.id(),
                new ReferralDraft(
                        patient.clinics().iterator().next(),
                        null,
                        reason,
                        ReferralPriority.ROUTINE,
                        patient.today().plusDays(5)),
                null,
                OperationId.next());
    }

    private PatientId patient(String name) {
        return patients.search(name).getFirst().id();
    }

    private void press(String verb) {
        answer(dialog(), verb);
    }

    private Dialog dialog() {
        return find(Dialog.class).all().getLast();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private void choose(String label) {
        var select = find(Select.class).all().stream()
                .filter(one -> label.equals(one.getLabel()))
                .reduce((first, last) -> last)
                .orElseThrow();
        select.setValue(ContactKind.OTHER);
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private <T> RadioButtonGroup<T> choices(String label) {
        return find(RadioButtonGroup.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ContactRow> to() {
        return find(ComboBox.class).withLabel("To").single();
    }

    private String screen() {
        return textOf(UI.getCurrent());
    }
}
