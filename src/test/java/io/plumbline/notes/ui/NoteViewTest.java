package io.plumbline.notes.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.exercises.ExerciseLabel;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.notes.VisitRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session note on the screen: what is missing is named, what is not theirs is not offered. */
@DemoTest
class NoteViewTest extends SpringBrowserlessTest {
    /** The patients whose visits tests name, here and in other classes with the same store. */
    private static final Set<String> NAMED = Set.of("Anand Mehta", "Hana Sato", "Léa Brandt", "Rania Haddad");

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    ExerciseService exercises;

    @Autowired
    Modalities modalities;

    @Autowired
    ScreeningService screening;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("therapist")
    void signingACompleteNoteAsksForThePassword() {
        var note = begun("Rania Haddad");
        open(Routes.note(note));
        test(radio(SafetyRecheck.class, "Safety re-check")).selectItem("No change");
        test(radio(ConsentToday.class, "Consent today")).selectItem("Given");
        choose(new BodyRegion("back-lumbar-left"));
        modalityGroup().setValue(Set.of(modalities.named("SWEDISH")));
        test(radio(Response.class, "Response to treatment")).selectItem("Better");
        test(area("Next step")).setValue("Again in a week");
        test(button("Sign")).click();
        assertThat(find(PasswordField.class).withLabel("Password").exists()).isTrue();
        assertThat(notes.open(note).orElseThrow().status()).isEqualTo(NoteStatus.DRAFT);
    }

    @Test
    @WithStaff("therapist")
    void thatAnotherPatientHasTheNameStandsAboveTheNoteBeforeAnythingIsTyped() {
        var visit = notes.visitsToday().stream()
                .filter(row -> row.noteStatus() == NoteStatus.DRAFT)
                .findFirst()
                .orElseThrow();
        var named = patients.details(Objects.requireNonNull(visit.patient()))
                .orElseThrow()
                .draft();
        var second = new PatientDraft(named.givenName(), named.familyName(), null, null, null);
        staff.doAs("manager", () -> patients.add(second, visit.clinic()));
        open(Routes.note(Objects.requireNonNull(visit.note())));
        var page = textOf(UI.getCurrent());
        assertThat(page).contains("Another patient has this name. This one was born ");
        assertThat(page.indexOf("Another patient has this name")).isLessThan(page.indexOf("Discard draft"));
    }

    @Test
    @WithStaff("therapist")
    void theMeasuresOfThePatientStandBesideTheNote() {
        open(Routes.note(begun("Rania Haddad")));
        var rail = find(Aside.class).all().stream()
                .filter(aside -> textOf(aside).contains("Last note"))
                .findFirst()
                .orElseThrow();
        assertThat(textOf(rail)).contains("Measures", "Average pain in 7 days", " of 10 on ", "All measures");
    }

    @Test
    @WithStaff("chiropractor")
    void theLastAdjustmentAndTheLastNoteStandBesideTheNote() {
        var signed = staff.as("manager", () -> patients.list(null, 100)).stream()
                .map(patient -> notes.findByPatient(patient.id()).stream()
                        .filter(row -> row.status().isSigned())
                        .toList())
                .filter(rows -> rows.stream().skip(1).anyMatch(row -> row.service() == AppointmentType.ADJUSTMENT))
                .findFirst()
                .orElseThrow();
        var before = signed.subList(1, signed.size());
        open(Routes.note(signed.getFirst().id()));
        var rail = find(Aside.class).all().stream()
                .map(Screen::textOf)
                .filter(text -> text.contains("Last adjustment visit"))
                .findFirst()
                .orElseThrow();
        var adjusted = before.stream()
                .filter(row -> row.service() == AppointmentType.ADJUSTMENT)
                .findFirst()
                .orElseThrow()
                .adjusted();
        assertThat(adjusted).isNotEmpty();
        assertThat(rail).contains(adjusted.stream().map(SegmentRow::words).toList());
        assertThat(find(Anchor.class).withText("Open the last note").single().getHref())
                .isEqualTo(Routes.note(before.getFirst().id()));
    }

    @Test
    @WithStaff("therapist")
    void aNumberOutOfRangeBlocksNeitherOtherFieldsNorARedFlag() {
        var note = begun("Léa Brandt");
        open(Routes.note(note));
        var minutes = find(TextField.class).withLabel("Minutes").single();
        minutes.setValue("45");
        minutes.setValue("12.5");
        assertThat(notes.open(note).orElseThrow().draft().minutes())
                .as("12.5 is not 125")
                .isEqualTo(45);
        assertThat(minutes.getErrorMessage()).isEqualTo("1 to 240 minutes, a whole number");
        minutes.setValue("500");
        test(area("Next step")).setValue("Again in two weeks");
        var kept = notes.open(note).orElseThrow().draft();
        assertThat(kept.nextStep()).isEqualTo("Again in two weeks");
        assertThat(kept.minutes()).as("the last good one").isEqualTo(45);
        assertThat(minutes.getValue()).isEqualTo("500");
        assertThat(minutes.isInvalid()).isTrue();
        assertThat(minutes.getErrorMessage()).isEqualTo("1 to 240 minutes, a whole number");
        assertThat(screen()).contains("Not saved: Minutes: 1 to 240 minutes, a whole number");
        test(radio(SafetyRecheck.class, "Safety re-check")).selectItem("Yes, something new");
        chooseFinding("RF-INFL-7");
        test(button("Raise now")).click();
        assertThat(find(Button.class).all().stream().map(Button::getText))
                .as("it is kept when")
                .anyMatch(text -> text.startsWith("Raised 10:"));
        assertThat(screen())
                .as("header and rail know it at once")
                .contains("Possible inflammatory back pain, R · Refer");
        assertThat(radio(SafetyRecheck.class, "Safety re-check").isReadOnly())
                .as("something is new, whatever is chosen later")
                .isTrue();
        assertThat(jdbc.sql("select count(*) from red_flag where found_in = ?")
                        .param(Ids.bytes(note.value()))
                        .query(Long.class)
                        .single())
                .as("the signature knows that it was raised from this note")
                .isEqualTo(1);
        chooseFinding("RF-INF-1");
        test(button("Raise now")).click();
        assertThat(screen())
                .as("a note keeps each of several findings")
                .containsPattern("Raised 10:\\d\\d AM: Possible inflammatory back pain")
                .containsPattern("Raised 10:\\d\\d AM: Possible infection");
        assertThat(textOf(find(Div.class).withClassName("slim").single()))
                .as("the line that stays in sight on a phone knows it at once")
                .contains("Clinical hold");
        test(button("Sign")).click();
        assertThat(find(PasswordField.class).exists()).isFalse();
        minutes.setValue("47");
        assertThat(minutes.isInvalid()).isFalse();
        assertThat(screen()).doesNotContain("Not saved: ", "1 to 240");
        var end = notes.open(note).orElseThrow();
        assertThat(end.draft().minutes()).isEqualTo(47);
        notes.saveDraft(note, end.version(), NoteDraft.EMPTY);
        // other tests treat the same patient
        jdbc.sql("update red_flag set status = 'CLEARED', found_in = null where found_in = ?")
                .param(Ids.bytes(note.value()))
                .update();
        jdbc.sql("update patient_summary set open_flag_level = null where patient_id = ?")
                .param(Ids.bytes(patientNamed("Léa Brandt").value()))
                .update();
    }

    @Test
    @WithStaff("therapist")
    void aNewFindingRequiresItsKindAndAStatement() {
        open(Routes.note(begun("Léa Brandt")));
        test(radio(SafetyRecheck.class, "Safety re-check")).selectItem("Yes, something new");
        assertThat(area("Statement").isVisible()).isTrue();
        test(button("Sign")).click();
        assertThat(screen()).contains("what is new", "a statement of what you did about it");
    }

    @Test
    @WithStaff("therapist")
    void missingFieldsAreMarkedUntilTheyAreFilled() {
        open(Routes.note(begun("Hana Sato")));
        test(button("Sign")).click();
        assertThat(area("Next step").isInvalid()).isTrue();
        assertThat(radio(ConsentToday.class, "Consent today").isInvalid()).isTrue();
        assertThat(screen()).contains("signed: the safety re-check, consent today");
        test(radio(ConsentToday.class, "Consent today")).selectItem("Given");
        assertThat(radio(ConsentToday.class, "Consent today").isInvalid()).isFalse();
        assertThat(area("Next step").isInvalid()).isTrue();
        assertThat(screen()).contains("signed: the safety re-check, an area");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistIsNotOfferedAnAdjustment() {
        open(Routes.note(begun("Rania Haddad")));
        assertThat(modalityGroup().getListDataView().getItems())
                .extracting(Modalities.Modality::code)
                .contains("SWEDISH")
                .doesNotContain("CHIRO_ADJUST");
    }

    @Test
    @WithStaff("therapist")
    void anExerciseSessionOffersOnlyItsModalities() {
        open(Routes.note(begun("Léa Brandt")));
        assertThat(modalityGroup().getListDataView().getItems())
                .extracting(Modalities.Modality::code)
                .containsExactly("FOAM_ROLLING", "BASIC_YOGA", "PILATES", "ACTIVE_STRETCHING");
    }

    @Test
    @WithStaff("therapist")
    void aRetiredExerciseIsOfferedNoMoreAndARecordedOneKeepsItsName() {
        var note = begun("Léa Brandt");
        var plank = exercises.labelsInUse().getFirst();
        var row = ExerciseRow.of(plank.id(), plank.name());
        var details = NoteDraft.EMPTY.details().withExercises(List.of(row));
        notes.saveDraft(note, notes.open(note).orElseThrow().version(), NoteDraft.EMPTY.withDetails(details));
        setStatus(plank, "RETIRED");
        try {
            open(Routes.note(note));
            assertThat(library().getListDataView().getItems())
                    .isNotEmpty()
                    .extracting(ExerciseLabel::id)
                    .doesNotContain(plank.id());
            assertThat(screen()).contains(plank.name());
        } finally {
            setStatus(plank, "ACTIVE");
            notes.saveDraft(note, notes.open(note).orElseThrow().version(), NoteDraft.EMPTY);
        }
    }

    private void setStatus(ExerciseLabel exercise, String status) {
        jdbc.sql("update exercise set status = ? where id = ?")
                .params(status, Ids.bytes(exercise.id().value()))
                .update();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ExerciseLabel> library() {
        return find(ComboBox.class).withLabel("Add an exercise").single();
    }

    @Test
    @WithStaff("therapist")
    void aNoteThatAnotherWindowStartedIsWrittenOn() {
        var visit = unwritten();
        open(visit.key().address());
        assertThat(find(Button.class).withText("Discard draft").exists())
                .as("there is nothing to discard yet")
                .isFalse();
        test(button("Sign")).click();
        assertThat(screen()).contains("Still missing before it can be signed");
        assertThat(starts.find(visit.key())).as("after looking at the form").isEmpty();
        starts.start(visit.key(), NoteDraft.EMPTY.withNextStep("In the other window"));
        test(area("Home care")).setValue("Heat");
        var note = notes.open(starts.find(visit.key()).orElseThrow()).orElseThrow();
        assertThat(note.draft().nextStep()).isEqualTo("In the other window");
        assertThat(note.draft().details().homeCare()).isEqualTo("Heat");
        assertThat(area("Next step").getValue()).isEqualTo("In the other window");
        assertThat(find(Button.class).withText("Discard draft").exists()).isTrue();
        open(visit.key().address());
        assertThat(area("Home care").getValue())
                .as("the address leads to the note")
                .isEqualTo("Heat");
    }

    @Test
    @WithStaff("therapist")
    void aNewFindingStoresTheNoteBeforeItsFlagIsRaised() {
        var visit = unwritten();
        open(visit.key().address());
        test(radio(SafetyRecheck.class, "Safety re-check")).selectItem("Yes, something new");
        chooseFinding("RF-INFL-7");
        var note = starts.find(visit.key()).orElseThrow();
        assertThat(notes.open(note).orElseThrow().draft().safetyRule())
                .as("the first change is kept")
                .isEqualTo("RF-INFL-7");
        test(button("Raise now")).click();
        assertThat(jdbc.sql("select count(*) from red_flag where found_in = ?")
                        .param(Ids.bytes(note.value()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Returns a visit without a note, none of those that other tests name. */
    private VisitRow unwritten() {
        return notes.visitsToday().stream()
                .filter(row -> row.wantsNote() && row.note() == null)
                .filter(row -> !NAMED.contains(row.personName()))
                .findFirst()
                .orElseThrow();
    }

    private NoteId begun(String patient) {
        var visit = notes.visitsToday().stream()
                .filter(row -> row.personName().equals(patient))
                .findFirst()
                .orElseThrow();
        return begun(visit);
    }

    private NoteId begun(VisitRow visit) {
        return starts.begin(visit.key());
    }

    private PatientId patientNamed(String name) {
        return staff.as("manager", () -> patients.list(null, 100)).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void chooseFinding(String rule) {
        @SuppressWarnings("unchecked")
        Select<ScreeningRules.Rule> found =
                find(Select.class).withLabel("What is new").single();
        found.setValue(screening.rules().rule(rule).orElseThrow());
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private void choose(BodyRegion region) {
        @SuppressWarnings("unchecked")
        ComboBox<BodyRegion> byName =
                find(ComboBox.class).withLabel("Add an area by name").single();
        byName.setValue(region);
    }

    @SuppressWarnings("unchecked")
    private <T> RadioButtonGroup<T> radio(Class<T> type, String label) {
        return find(RadioButtonGroup.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Modalities.Modality> modalityGroup() {
        return find(CheckboxGroup.class).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
