package io.plumbline.notes.ui.privacy;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.confirm;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitRow;
import io.plumbline.notes.privacy.NotePrivacyService;
import io.plumbline.notes.privacy.NoteReaders.Colleague;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The author chooses who may read a note; a colleague sees that it is restricted, and can open it with a reason. */
@DemoTest
class RestrictedNotePageTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NotePrivacyService privacy;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("therapist")
    void theAuthorOfASignedNoteChoosesWhoReadsIt() {
        var note = signedNoteOf("Hana Sato");
        set(note, NotePrivacy.RELATION);
        open(Routes.note(note));
        test(button("Who may read this…")).click();
        assertThat(named().isVisible()).isFalse();
        choice().setValue(NotePrivacy.NAMED);
        assertThat(named().isVisible()).isTrue();
        var somebody = privacy.find(note).colleagues().getFirst();
        named().setValue(Set.of(somebody));
        answer(dialog(), "Save");
        assertThat(screen()).contains("Restricted to named people");
        assertThat(privacy.find(note))
                .satisfies(kept -> assertThat(kept.privacy()).isEqualTo(NotePrivacy.NAMED))
                .satisfies(kept -> assertThat(kept.named()).containsExactly(somebody));
        open(PatientTab.NOTES.address(patientId("Hana Sato")));
        assertThat(screen()).as("the list says so, too").contains("Restricted to named people");
    }

    @Test
    @WithStaff("therapist")
    void aChangeInAnotherWindowIsShownAndWhatWasChosenHereStays() {
        var note = signedNoteOf("Hana Sato");
        set(note, NotePrivacy.RELATION);
        open(Routes.note(note));
        test(button("Who may read this…")).click();
        choice().setValue(NotePrivacy.NAMED);
        set(note, NotePrivacy.DISCIPLINE);
        answer(dialog(), "Save");
        assertThat(textOf(dialog())).contains("In another window, this was just changed to “My discipline”");
        assertThat(choice().getValue()).isEqualTo(NotePrivacy.NAMED);
        answer(dialog(), "Save");
        assertThat(privacy.find(note).privacy()).isEqualTo(NotePrivacy.NAMED);
    }

    @Test
    @WithStaff("therapist")
    void theAuthorOfADraftChoosesOnceTheNoteIsStored() {
        var visit = notes.visitsToday().stream()
                .filter(row -> row.wantsNote() && row.note() == null && row.patient() != null && !row.earlier())
                .findFirst()
                .map(VisitRow::key)
                .orElseThrow();
        open(visit.address());
        assertThat(find(Button.class).withText("Who may read this…").exists()).isFalse();
        test(find(TextArea.class).withLabel("Next step").single()).setValue("Again in a week");
        test(button("Who may read this…")).click();
        choice().setValue(NotePrivacy.DISCIPLINE);
        answer(dialog(), "Save");
        assertThat(screen()).contains("Restricted to massage therapy");
        var note = starts.find(visit).orElseThrow();
        assertThat(notes.open(note).orElseThrow().draft().nextStep()).isEqualTo("Again in a week");
        assertThat(privacy.find(note).privacy()).isEqualTo(NotePrivacy.DISCIPLINE);
        staff.doAs(
                "therapist",
                () -> notes.discard(
                        note, notes.open(note).orElseThrow().version(), "It was only for a test of the note"));
    }

    @Test
    @WithStaff("chiropractor")
    void aColleagueSeesThatANoteIsRestrictedAndOpensItWithAReason() {
        var note = signedNoteOf("Carmen Ibáñez");
        var nextStep = staff.as("therapist", () -> notes.open(note))
                .orElseThrow()
                .draft()
                .nextStep();
        set(note, NotePrivacy.NAMED);
        var before = eventsOf(note);
        open(Routes.note(note));
        assertThat(eventsOf(note))
                .as("one event, which says what was seen")
                .hasSize(before.size() + 1)
                .last()
                .isEqualTo("note.restricted-opened");
        assertThat(screen())
                .contains("This note is restricted", "Restricted to named people", "Contraindications")
                .doesNotContain(nextStep, "What was done");
        assertThat(find(Button.class).withText("Add addendum").exists()).isFalse();
        assertThat(find(Button.class).withText("Who may read this…").exists()).isFalse();
        open(PatientTab.NOTES.address(patientId("Carmen Ibáñez")));
        assertThat(screen()).contains("Restricted to named people");

        open(Routes.note(note));
        test(button("Break-glass access…")).click();
        var reason = find(TextArea.class).withLabel("Reason").single();
        test(reason).setValue("short");
        answer(dialog(), "Open for 60 minutes");
        assertThat(reason.getErrorMessage())
                .isEqualTo("The reason needs at least 15 letters: explain it in a few words");
        test(reason).setValue("The therapist is away and the patient is here");
        answer(dialog(), "Open for 60 minutes");
        confirm(find(Dialog.class).all(), find(PasswordField.class).single(), "demo-chiropractor-pass");
        assertThat(screen()).contains("Break-glass access until", "What was done", nextStep);
        assertThat(find(Button.class).withText("Who may read this…").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void besideAnotherNoteStandsThatTheLastOneIsRestricted() {
        var therapist = staff.as("therapist", () -> CurrentUser.current().staff());
        var signed = notes.findByPatient(patientId("Rania Haddad")).stream()
                .filter(row -> row.status() == NoteStatus.SIGNED)
                .toList();
        var last = IntStream.range(1, signed.size())
                .filter(at -> signed.get(at).author().equals(therapist)
                        && !signed.get(at).nextStep().isEmpty()
                        && !signed.get(at).treatedOn().equals(signed.get(at - 1).treatedOn()))
                .findFirst()
                .orElseThrow();
        set(signed.get(last).id(), NotePrivacy.NAMED);
        open(Routes.note(signed.get(last - 1).id()));
        var rail = find(Aside.class).all().stream()
                .map(Screen::textOf)
                .filter(text -> text.contains("Last note"))
                .findFirst()
                .orElseThrow();
        assertThat(rail).contains("Restricted to named people").doesNotContain("Next step: ");
    }

    @Test
    @WithStaff("chiropractor")
    void printingSaysHowManyNotesAreLeftOut() {
        var note = signedNoteOf("Dmitri Sokolov");
        set(note, NotePrivacy.NAMED);
        open(PatientTab.NOTES.address(patientId("Dmitri Sokolov")));
        test(button("Print notes…")).click();
        assertThat(textOf(dialog())).contains("1 more is restricted to others and left out");
    }

    /** Returns the kinds of events of the current user about a note, in order. */
    private List<String> eventsOf(NoteId note) {
        return jdbc.sql("select kind from audit_event where subject = ? and actor = ? order by at, id")
                .params(
                        Ids.bytes(note.value()),
                        Ids.bytes(CurrentUser.current().staff().value()))
                .query(String.class)
                .list();
    }

    private void set(NoteId note, NotePrivacy to) {
        staff.doAs("therapist", () -> privacy.change(note, privacy.find(note).version(), to, Set.of()));
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
        return patients.search(name).getFirst().id();
    }

    @SuppressWarnings("unchecked")
    private Select<NotePrivacy> choice() {
        return find(Select.class).withLabel("Readers").single();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Colleague> named() {
        return dialog().getChildren()
                .flatMap(RestrictedNotePageTest::within)
                .filter(MultiSelectComboBox.class::isInstance)
                .map(MultiSelectComboBox.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> within(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(RestrictedNotePageTest::within));
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    private Dialog dialog() {
        return find(Dialog.class).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
