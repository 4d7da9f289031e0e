package io.plumbline.notes.ui.worklist;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.PasswordField;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitKey;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.WithStaff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several notes that are ready are signed with one proof, each after it was shown and chosen. */
@DemoTest
class SignNotesViewTest extends SpringBrowserlessTest {
    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Test
    @WithStaff("therapist")
    void chosenNotesAreSignedWithOneProof() {
        var first = starts.start(visitOf("Rania Haddad"), TestCare.done()).note();
        var second = starts.start(visitOf("Anand Mehta"), TestCare.done()).note();
        var done = TestCare.done();
        // where Hana has a scar
        var contradicting = starts.start(
                        visitOf("Hana Sato"),
                        done.withTreatment(
                                List.of(new BodyRegion("back-shoulder-blade-right")),
                                done.modalities(),
                                done.pressure(),
                                done.stopAt(),
                                done.minutes()))
                .note();
        var unfinished = starts.start(visitOf("Ruth Salem"), NoteDraft.EMPTY.withNextStep("Later"))
                .note();
        open(Routes.SIGN_NOTES);
        assertThat(screen()).contains("Again in a week", "Still missing before it can be signed");
        test(sign()).click();
        assertThat(screen()).as("nothing is chosen beforehand").contains("No note is chosen.");
        assertThat(choices()).as("an unfinished note cannot be chosen").noneMatch(choice -> choice.getAriaLabel()
                .orElse("")
                .contains(note(unfinished).patientName()));
        choice(first).setValue(true);
        choice(second).setValue(true);
        choice(contradicting).setValue(true);
        assertThat(sign().getText()).isEqualTo("Sign 3 notes");
        test(sign()).click();
        find(PasswordField.class).withLabel("Password").single().setValue("demo-therapist-pass");
        answer(find(Dialog.class).single(), "Sign");
        assertThat(note(first).status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(note(second).status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(note(contradicting).status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(note(unfinished).status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(screen()).contains("notes signed.", "Open it and answer before you sign");
        assertThat(sign().getText()).isEqualTo("Sign notes");
    }

    @Test
    @WithStaff("therapist")
    void aNoteThatChangedSinceItWasShownIsNotSigned() {
        var note = starts.start(visitOf("Ana Vidal"), TestCare.done()).note();
        open(Routes.SIGN_NOTES);
        choice(note).setValue(true);
        notes.saveDraft(note, note(note).version(), TestCare.done().withNextStep("Typed in another window"));
        test(sign()).click();
        assertThat(note(note).status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(screen()).contains("This note was changed in another window.");
    }

    private VisitKey visitOf(String patient) {
        return notes.visitsToday().stream()
                .filter(row -> row.personName().equals(patient))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private NoteDetails note(NoteId id) {
        return notes.open(id).orElseThrow();
    }

    private Checkbox choice(NoteId id) {
        var name = note(id).patientName();
        return choices().stream()
                .filter(choice -> choice.getAriaLabel().orElse("").contains(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Checkbox> choices() {
        return find(Checkbox.class).all();
    }

    private Button sign() {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().matches("Sign (\\d+ )?notes?"))
                .findFirst()
                .orElseThrow();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
