package io.plumbline.notes.ui.amendments;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A signed note takes addenda, and is marked as entered in error with a reason. */
@DemoTest
class AmendmentsOfNoteTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteAmendmentService amendments;

    @Autowired
    PatientService patients;

    @Test
    @WithStaff("therapist")
    void anAddendumIsKeptWhileItIsTypedAndShownOnceItIsSigned() {
        var note = signedNoteOf("Carmen Ibáñez");
        open(Routes.note(note));
        test(button("Add addendum")).click();
        test(button("Sign addendum")).click();
        assertThat(addendum().getErrorMessage()).isEqualTo("Enter the addendum");
        test(addendum()).setValue("The left side, not the right");
        assertThat(amendments.draftOf(note).addendum().text()).isEqualTo("The left side, not the right");

        open(Routes.NOTES);
        open(Routes.note(note));
        assertThat(addendum().getValue()).as("nothing typed is lost").isEqualTo("The left side, not the right");
        test(button("Sign addendum")).click();
        prove("Sign");
        assertThat(screen()).contains("Addendum", "The left side, not the right", "Signed by");
        assertThat(find(TextArea.class).withLabel("Addendum").exists()).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void anAddendumThatWasNotMeantIsDiscarded() {
        var note = signedNoteOf("Hana Sato");
        open(Routes.note(note));
        test(button("Add addendum")).click();
        test(addendum()).setValue("Wrong note");
        test(button("Discard addendum")).click();
        assertThat(amendments.draftOf(note).addendum().text())
                .as("only when confirmed")
                .isEqualTo("Wrong note");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(screen()).doesNotContain("Wrong note");
        assertThat(amendments.draftOf(note).addendum().text()).isEmpty();
    }

    @Test
    @WithStaff("therapist")
    void aNoteIsMarkedAsEnteredInErrorWithAReason() {
        var note = signedNoteOf("Rania Haddad");
        open(Routes.note(note));
        test(button("Entered in error…")).click();
        answer(dialog(), "Mark as entered in error");
        var reason = find(TextArea.class).withLabel("Reason").single();
        assertThat(reason.getErrorMessage()).isEqualTo("Enter a reason; it stays with the note");
        test(reason).setValue("Written twice by mistake");
        answer(dialog(), "Mark as entered in error");
        prove("Confirm");
        assertThat(screen()).contains("Entered in error. Do not rely on this note.", "Written twice by mistake");
        assertThat(find(Button.class).withText("Entered in error…").exists())
                .as("once")
                .isFalse();
        assertThat(notes.open(note).orElseThrow().status()).isEqualTo(NoteStatus.ENTERED_IN_ERROR);
    }

    @Test
    @WithStaff("therapist")
    void aNoteInTheWrongRecordIsWrittenAgainInTheRightOne() {
        var note = signedNoteOf("Anand Mehta");
        var right = patient("Léa Brandt");
        open(Routes.note(note));
        test(button("Entered in error…")).click();
        test(find(TextArea.class).withLabel("Reason").single()).setValue("Mixed up with another patient");
        test(find(Checkbox.class)
                        .withLabel("It was written in the wrong patient's record")
                        .single())
                .click();
        answer(dialog(), "Mark as entered in error");
        assertThat(rightPatient().getErrorMessage())
                .isEqualTo("Choose the patient who was treated, or clear the check box above");
        rightPatient().setValue(right);
        answer(dialog(), "Mark as entered in error");
        prove("Confirm");
        assertThat(screen()).contains("Copied from another patient's record", "Draft");
        var copy = Ids.inAddress(
                        UI.getCurrent().getActiveViewLocation().getPath().replaceFirst(".*/", ""), NoteId::new)
                .orElseThrow();
        assertThat(notes.open(copy).orElseThrow().patient()).isEqualTo(right.id());
        open(Routes.note(note));
        assertThat(screen()).contains("Mixed up with another patient", "Open the note in the right record");
    }

    @Test
    @WithStaff("chiropractor")
    void aColleagueAddsButDoesNotMark() {
        open(Routes.note(signedNoteOf("Carmen Ibáñez")));
        assertThat(find(Button.class).withText("Add addendum").exists()).isTrue();
        assertThat(find(Button.class).withText("Entered in error…").exists()).isFalse();
    }

    /** Returns the newest signed massage note of a demo patient. */
    private NoteId signedNoteOf(String name) {
        var therapist = staff.as("therapist", () -> CurrentUser.current().staff());
        return notes.findByPatient(patientId(name)).stream()
                .filter(row -> row.status() == NoteStatus.SIGNED && row.author().equals(therapist))
                .findFirst()
                .map(NoteRow::id)
                .orElseThrow();
    }

    private PatientId patientId(String name) {
        return patient(name).id();
    }

    private PatientRow patient(String name) {
        return patients.search(name).getFirst();
    }

    private void prove(String verb) {
        find(PasswordField.class).withLabel("Password").single().setValue("demo-therapist-pass");
        var proof = find(Dialog.class).all().stream()
                .filter(dialog -> (verb + " with your password").equals(dialog.getHeaderTitle()))
                .findFirst()
                .orElseThrow();
        answer(proof, verb);
    }

    private Dialog dialog() {
        return find(Dialog.class).all().stream()
                .filter(dialog -> dialog.isOpened() && "Entered in error".equals(dialog.getHeaderTitle()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PatientRow> rightPatient() {
        return find(ComboBox.class).withLabel("Patient who was treated").single();
    }

    private TextArea addendum() {
        return find(TextArea.class).withLabel("Addendum").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getFirst();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
