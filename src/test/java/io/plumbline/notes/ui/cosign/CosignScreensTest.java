package io.plumbline.notes.ui.cosign;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.amendments.Addendum;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.notes.cosign.CosignRow;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.notes.cosign.CosignState;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.SupervisedNotes;
import io.plumbline.support.TestCare;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The supervisor finds what waits for them, reads it and decides; the author finds what was returned. */
@DemoTest
class CosignScreensTest extends SpringBrowserlessTest {
    @Autowired
    SupervisedNotes supervised;

    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteAmendmentService amendments;

    @Autowired
    CosignService cosign;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    IdentityService identity;

    @Test
    @WithStaff("therapist")
    void theSupervisorCosignsFromTheWorklist() {
        var note = supervised.signed("Pia", "Lind");
        open(Routes.NOTES);
        assertThat(screen()).contains("To co-sign (");
        assertThat(listed("Notes to co-sign"))
                .filteredOn(row -> row.note().equals(note))
                .extracting(CosignRow::patientName, CosignRow::author)
                .containsExactly(tuple("Pia Lind", "Mateus Oliveira"));
        open(Routes.note(note));
        assertThat(screen())
                .contains(
                        "This note of Mateus Oliveira waits for your co-signature",
                        "Pia Lind",
                        "Again in a week",
                        "because you supervise its author",
                        "Awaiting co-signature");
        assertThat(find(Button.class).withText("Add addendum").exists())
                .as("nothing else of the record")
                .isFalse();
        test(button("Co-sign")).click();
        prove();
        assertThat(find(H1.class).single().getText()).as("on to the next").isEqualTo("Session notes");
        assertThat(authors(note).status()).isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    @WithStaff("therapist")
    void theSupervisorReadsTheRedFlagsThatTheNoteRaised() {
        var note = supervised.signed("Fay", "Red", TestCare.found("RF-CES-1"));
        open(Routes.note(note));
        assertThat(find(Aside.class).all()).extracting(Screen::textOf).anySatisfy(rail -> assertThat(rail)
                .contains("Red flags raised from this note", "Possible saddle anesthesia, " + FlagLevel.E.fullLabel()));
        open(Routes.note(supervised.signed("Una", "Calm")));
        assertThat(find(Aside.class).all()).extracting(Screen::textOf).anySatisfy(rail -> assertThat(rail)
                .contains("Red flags raised from this note", "None"));
    }

    @Test
    @WithStaff("therapist")
    void aNoteIsReturnedWithARemark() {
        var note = supervised.signed("Otto", "Brand");
        open(Routes.note(note));
        test(button("Return with a remark…")).click();
        answer(dialog(), "Return note");
        assertThat(remark().getErrorMessage()).isEqualTo("Enter what the author has to add or explain");
        test(remark()).setValue("Which side was treated today?");
        answer(dialog(), "Return note");
        prove();
        assertThat(screen())
                .contains(
                        "returned this note to Mateus Oliveira",
                        "Which side was treated today?",
                        "The author has not answered yet");
        assertThat(find(Button.class).withText("Co-sign").exists()).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void aDecisionOnANoteThatChangedSinceIsRefusedAndTheRemarkStays() {
        var note = supervised.signed("Late", "Reader");
        open(Routes.note(note));
        test(button("Return with a remark…")).click();
        test(remark()).setValue("Which side was treated today?");
        staff.doAs(SupervisedNotes.AUTHOR, () -> {
            identity.prove("demo-mateus-pass");
            amendments.sign(note, amendments.saveDraft(note, -1, new Addendum("The left")));
        });
        answer(dialog(), "Return note");
        assertThat(textOf(dialog())).contains("was changed or decided on in the meantime");
        assertThat(remark().getValue()).isEqualTo("Which side was treated today?");
    }

    @Test
    @WithStaff(SupervisedNotes.AUTHOR)
    void theAuthorFindsWhatWasReturnedAndAnswers() {
        var note = supervised.signed("Ida", "Moor");
        giveBack(note, "Which side was treated today?");
        open(Routes.NOTES);
        assertThat(screen()).contains("Returned to me (");
        assertThat(listed("My notes that were returned"))
                .filteredOn(row -> row.note().equals(note))
                .extracting(CosignRow::remark)
                .containsExactly("Which side was treated today?");
        open(Routes.note(note));
        assertThat(screen())
                .contains(
                        "Tom Eriksen returned this note to you",
                        "Which side was treated today?",
                        "Answer in an addendum");
        assertThat(find(Button.class).withText("Co-sign").exists()).isFalse();
        assertThat(button("Entered in error…").isVisible()).isTrue();
        test(button("Add addendum")).click();
        test(find(TextArea.class).withLabel("Addendum").single()).setValue("The left side");
        test(button("Sign addendum")).click();
        prove();
        assertThat(screen())
                .contains("Awaiting co-signature of Tom Eriksen", "Returned by Tom Eriksen", "The left side");
    }

    @Test
    @WithStaff(SupervisedNotes.AUTHOR)
    void theAuthorIsToldWhatHelpsIfTheSupervisorDoesNotFindTheRecord() {
        var note = supervised.signed("Sen", "Sitive");
        var patient = notes.open(note).orElseThrow().patient();
        staff.doAs("auditor", () -> {
            var author = sensitive.candidates(patient).entrySet().stream()
                    .filter(account -> account.getValue().equals("Mateus Oliveira"))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            sensitive.mark(patient, Set.of(author), "Works at the clinic");
        });
        open(Routes.note(note));
        assertThat(screen())
                .contains(
                        "nobody can co-sign it now",
                        "names a supervisor for Mateus Oliveira under Practitioners",
                        "adds the supervisor to it");
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesHowManyNotesWait() {
        supervised.signed("Nils", "Holm");
        open(Routes.UNSIGNED_NOTES);
        assertThat(screen()).containsPattern("signed notes? awaits? co-signature");
    }

    private void giveBack(NoteId note, String remark) {
        staff.doAs("therapist", () -> {
            identity.prove("demo-therapist-pass");
            var seen =
                    waiting(cosign.findByNote(notes.open(note).orElseThrow())).seen();
            cosign.giveBack(note, seen, remark);
        });
    }

    private static CosignState.Waiting waiting(CosignState state) {
        return Objects.requireNonNull(state.waiting());
    }

    private NoteDetails authors(NoteId note) {
        return staff.as(SupervisedNotes.AUTHOR, () -> notes.open(note)).orElseThrow();
    }

    private List<CosignRow> listed(String name) {
        return find(Grid.class).all().stream()
                .filter(list -> isNamed(list, name))
                .map(list -> rowsOf(list, CosignRow.class))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNamed(Grid<?> list, String name) {
        return name.equals(list.getAriaLabel().orElse(""));
    }

    private void prove() {
        find(PasswordField.class)
                .withLabel("Password")
                .single()
                .setValue("demo-" + CurrentUser.current().username() + "-pass");
        answer(
                find(Dialog.class).all().stream()
                        .filter(dialog -> "Sign with your password".equals(dialog.getHeaderTitle()))
                        .findFirst()
                        .orElseThrow(),
                "Sign");
    }

    private Dialog dialog() {
        return find(Dialog.class).single();
    }

    private TextArea remark() {
        return find(TextArea.class).withLabel("Remark").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
