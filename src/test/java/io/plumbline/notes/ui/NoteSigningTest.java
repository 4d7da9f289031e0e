package io.plumbline.notes.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.MarkedArea;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.sessions.Response;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.TestCare;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What contradicts itself is asked before it is signed, and what was signed says what comes next. */
@DemoTest
class NoteSigningTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    IntakeService intake;

    @Autowired
    PatientService patients;

    @Autowired
    ScreeningService screening;

    @Test
    @WithStaff("therapist")
    @SuppressWarnings("unchecked")
    void aContradictionIsAnsweredBeforeSigningAndTheNextVisitIsShownAfterwards() {
        var note = begun("Rania Haddad");
        notes.saveDraft(note, 0, contradicting());
        open(Routes.note(note));
        test(button("Sign")).click();
        var choice = choiceOf("Pressure 5 is above the patient's limit of 2. Why?");
        answer(dialog("Before you sign"), "Sign");
        assertThat(choice.isInvalid()).isTrue();
        assertThat(choice.getErrorMessage()).isEqualTo("Choose an answer before you sign");
        choose(choice, "Another reason");
        var line = find(TextField.class).withLabel("In your own words").single();
        answer(dialog("Before you sign"), "Sign");
        assertThat(line.getErrorMessage()).isEqualTo("Answer this before you sign");
        test(line).setValue(".");
        answer(dialog("Before you sign"), "Sign");
        assertThat(line.getErrorMessage()).startsWith("The answer needs at least 15 letters");
        test(line).setValue("Typed it before I changed my mind");
        choose(choice, "Was lighter than recorded");
        answer(dialog("Before you sign"), "Sign");
        Select<String> pressure = find(Select.class).withLabel("Pressure").single();
        assertThat(pressure.getErrorMessage()).isEqualTo("Choose the pressure");
        assertThat(pressure.getListDataView().getItems()).as("up to the limit").containsExactly("1", "2");
        pressure.setValue("2");
        answer(dialog("Before you sign"), "Sign");
        find(PasswordField.class).withLabel("Password").single().setValue("demo-therapist-pass");
        answer(dialog("Sign with your password"), "Sign");
        assertThat(notes.open(note).orElseThrow().status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(notes.open(note).orElseThrow().checks())
                .extracting(CheckAnswer::answer)
                .containsExactly("Was lighter than recorded: pressure 2. Typed it before I changed my mind");
        assertThat(notes.open(note).orElseThrow().draft().pressure()).isEqualTo(2);
        assertThat(screen())
                .contains(
                        "Signed.",
                        "Next: ",
                        "As it was signed",
                        "Answered before signing",
                        "Was lighter than recorded: pressure 2");
        open(Routes.NOTES);
        open(Routes.note(note));
        assertThat(screen()).as("said once").contains("As it was signed").doesNotContain("Signed. ", "Next: ");
    }

    @Test
    @WithStaff("chiropractor")
    void anIntakeNoteAsksAboutItsContradictions() {
        var patient = patients.list(null, 100).stream()
                .filter(row -> row.name().equals("Ruth Salem"))
                .findFirst()
                .orElseThrow()
                .id();
        var clinic = patients.open(patient).orElseThrow().clinics().iterator().next();
        var note = intake.begin(patient, clinic, "Lower back");
        intake.saveDraft(note, 0, worstBelowNow());
        open(Routes.intake(note));
        test(button("Sign")).click();
        assertThat(find(TextField.class)
                        .withLabel("The worst pain of the past 7 days is 3, below pain now, 5. Why?")
                        .exists())
                .isTrue();
        answer(dialog("Before you sign"), "Cancel");
        assertThat(find(PasswordField.class).exists()).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void anEmptyDraftIsDiscarded() {
        var note = begun("Léa Brandt");
        open(Routes.note(note));
        test(area("Next step")).setValue("Again");
        test(button("Discard draft")).click();
        answer(dialog("Discard draft"), "Cancel");
        assertThat(notes.open(note))
                .as("something is written: a reason is asked")
                .isPresent();
        test(area("Next step")).setValue("");
        test(button("Discard draft")).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(Routes.NOTES);
        assertThat(notes.open(note)).isEmpty();
    }

    @Test
    @WithStaff("therapist")
    void choosingAMarkedAreaByNameDoesNotRemoveIt() {
        var note = begun("Hana Sato");
        open(Routes.note(note));
        var lumbar = new BodyRegion("back-lumbar-left");
        areaByName().setValue(lumbar);
        areaByName().setValue(lumbar);
        assertThat(notes.open(note).orElseThrow().draft().areas()).containsExactly(lumbar);
    }

    private NoteId begun(String patient) {
        var visit = notes.visitsToday().stream()
                .filter(row -> patient.equals(row.personName()))
                .findFirst()
                .orElseThrow();
        return starts.begin(visit.key());
    }

    private static NoteDraft contradicting() {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(6),
                List.of(new BodyRegion("back-lumbar-left")),
                Set.of("SWEDISH"),
                5,
                2,
                45,
                new Pain(4),
                Response.BETTER,
                "",
                "",
                "Again in a week");
    }

    private IntakeDraft worstBelowNow() {
        return new IntakeDraft(
                        "Lower back",
                        "",
                        new Pain(5),
                        new Pain(3),
                        null,
                        List.of(new MarkedArea(new BodyRegion("back-lumbar-left"), "", null, null)),
                        Set.of(),
                        List.of(),
                        noToAll(),
                        true,
                        IntakeOutcome.SUITABLE,
                        IntakeMore.EMPTY)
                .with(IntakeMore.EMPTY.with(TestCare.ALIGNED));
    }

    private Map<String, ScreeningAnswer> noToAll() {
        return screening.rules().rules().stream()
                .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO));
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<CheckChoice> choiceOf(String question) {
        return (RadioButtonGroup<CheckChoice>) find(RadioButtonGroup.class).all().stream()
                .filter(group -> question.equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(RadioButtonGroup<CheckChoice> choice, String label) {
        choice.setValue(choice.getListDataView()
                .getItems()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow());
    }

    private Dialog dialog(String title) {
        return find(Dialog.class).all().stream()
                .filter(dialog -> dialog.isOpened() && title.equals(dialog.getHeaderTitle()))
                .findFirst()
                .orElseThrow();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<BodyRegion> areaByName() {
        return find(ComboBox.class).withLabel("Add an area by name").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).all().getFirst();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
