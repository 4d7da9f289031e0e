package io.plumbline.notes.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.Response;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.notes.VisitRow;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanFilter;
import io.plumbline.plans.PlanRow;
import io.plumbline.plans.PlanService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Routes;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Intake, plan and session note on the screen: what is typed is kept, what is missing is named, what is not theirs is not shown. */
@SpringBootTest
@ActiveProfiles("test")
class NoteViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    IntakeService intake;

    @Autowired
    PlanService plans;

    @Autowired
    NoteService notes;

    @Autowired
    Modalities modalities;

    @Autowired
    ScreeningService screening;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("chiropractor")
    void whatIsTypedInAnIntakeNoteIsKeptWithoutAnyButton() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(area("Since when and how it began")).setValue("Three weeks ago");
        assertThat(factors().getListDataView().getItems().map(factors().getItemLabelGenerator()::apply))
                .as("a question is no factor")
                .contains("Long sitting")
                .doesNotContain("Past surgery, daily activities and present training");
        test(factors()).selectItem("Long sitting");
        var kept = intake.open(note).orElseThrow().draft();
        assertThat(kept.onset()).isEqualTo("Three weeks ago");
        assertThat(kept.factors()).containsExactly("SITTING");
        assertThat(screen()).contains("Saved 10:");
    }

    @Test
    @WithStaff("chiropractor")
    void whatASignatureNeedsIsNamedAndNothingIsSigned() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(button("Sign")).click();
        assertThat(screen())
                .contains("Still missing before it can be signed", "pain now", "consent", "22 urgent questions");
        assertThat(find(TextArea.class).withLabel("Complaint").exists()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void aStaleEditShowsTheOthersChangeAndKeepsMine() {
        var note = freshIntake("Ana Vidal");
        open(Routes.intake(note));
        var version = intake.open(note).orElseThrow().version();
        staff.as("chiropractor", () -> intake.saveDraft(note, version, IntakeDraft.of("What a colleague wrote")));
        test(area("Complaint")).setValue("What I wrote");
        assertThat(screen()).contains("“What a colleague wrote”", "What you typed is still here", "Not saved");
        assertThat(area("Complaint").getValue()).isEqualTo("What I wrote");
        test(area("Since when and how it began")).setValue("Meanwhile");
        assertThat(intake.open(note).orElseThrow().draft())
                .as("what is not disputed goes on being saved")
                .extracting(IntakeDraft::onset, IntakeDraft::complaint)
                .containsExactly("Meanwhile", "What a colleague wrote");
        test(button("Keep mine")).click();
        assertThat(intake.open(note).orElseThrow().draft().complaint()).isEqualTo("What I wrote");
    }

    @Test
    @WithStaff("chiropractor")
    void nobodyWalksAwayFromADisputeUnasked() {
        var note = freshIntake("Ana Vidal");
        open(Routes.intake(note));
        var version = intake.open(note).orElseThrow().version();
        staff.as("chiropractor", () -> intake.saveDraft(note, version, IntakeDraft.of("Theirs")));
        test(area("Complaint")).setValue("Mine");
        open(Routes.NOTES);
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
        assertThat(area("Complaint").getValue()).isEqualTo("Mine");
    }

    @Test
    @WithStaff("chiropractor")
    void changesOfDifferentFieldsAreBothKept() {
        var note = freshIntake("Ana Vidal");
        open(Routes.intake(note));
        var version = intake.open(note).orElseThrow().version();
        staff.as("chiropractor", () -> intake.saveDraft(note, version, IntakeDraft.of("Theirs")));
        test(area("Since when and how it began")).setValue("Mine");
        var kept = intake.open(note).orElseThrow().draft();
        assertThat(kept.complaint()).isEqualTo("Theirs");
        assertThat(kept.onset()).isEqualTo("Mine");
        assertThat(area("Complaint").getValue()).isEqualTo("Theirs");
        assertThat(screen()).contains("Both changes are kept");
    }

    @Test
    @WithStaff("chiropractor")
    void aYesSaysAtOnceWhatItMeans() {
        open(Routes.intake(freshIntake("Ruth Salem")));
        assertThat(screen()).doesNotContain("Emergency services now");
        test(answerTo("New numbness around the genitals, anus or inner thighs?"))
                .selectItem("Yes");
        assertThat(screen()).contains("Possible saddle anesthesia: E · Emergency", "Emergency services now");
        assertThat(button("Raise now").isVisible()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void noToAllTheOthersAnswersNoQuestionWhoseYesIsAHold() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(button("No to all other questions of level R and C")).click();
        var screened = intake.open(note).orElseThrow().draft().screen();
        assertThat(screened)
                .containsEntry("RF-INF-2b", ScreeningAnswer.NO)
                .doesNotContainKeys("RF-CES-1", "RF-CES-2", "RF-INF-1", "RF-FX-2a", "RF-DVT");
        assertThat(screening.rules().mustBeAsked())
                .extracting(ScreeningRules.Rule::id)
                .doesNotContainAnyElementsOf(screened.keySet());
    }

    @Test
    @WithStaff("chiropractor")
    void whatWasAnsweredUnderAnEarlierVersionOfTheScreenStays() {
        var note = freshIntake("Ruth Salem");
        var version = intake.open(note).orElseThrow().version();
        intake.saveDraft(note, version, IntakeDraft.told("Back", "", Map.of("RF-FX-3", ScreeningAnswer.YES)));
        open(Routes.intake(note));
        assertThat(screen())
                .contains(
                        "Long-term steroid use, age over 70, or known osteoporosis?",
                        "Possible fracture risk: R · Refer");
        test(area("Since when and how it began")).setValue("Since May");
        assertThat(intake.open(note).orElseThrow().draft().screen()).containsEntry("RF-FX-3", ScreeningAnswer.YES);
    }

    @Test
    @WithStaff("chiropractor")
    void whoWasNeverScreenedIsNotSaidToHaveNoFlag() {
        var screened = new ArrayList<Boolean>();
        for (var name : List.of("Carl Berg", "Ruth Salem", "Ana Vidal", "Anand Mehta")) {
            var patient = patientNamed(name);
            var isScreened = intake.findByPatient(patient).stream().anyMatch(IntakeRow::isScreened);
            screened.add(isScreened);
            open(Routes.patient(patient));
            assertThat(screen().contains("Not screened")).as(name).isEqualTo(!isScreened);
        }
        assertThat(screened).contains(false);
    }

    @Test
    @WithStaff("therapist")
    void theTherapistReadsAnIntakeNoteAndWritesNothing() {
        open(Routes.intake(freshIntake("Ruth Salem")));
        assertThat(screen()).contains("Draft", "Complaint");
        assertThat(find(TextArea.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Sign").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void aPlanShowsWhatItComesToWhileItIsWritten() {
        var plan = plans.begin(patientNamed("Anand Mehta"));
        open(Routes.plan(plan));
        assertThat(screen()).contains("11 visits, Tuesday, November 24 to Friday, April 16, 2027");
        test(button("Add a service")).click();
        assertThat(screen()).contains("14 visits");
        test(find(TextField.class).withLabel("Name of the plan").single()).setValue("Back to work");
        var agreed = find(Checkbox.class)
                .withLabel("The patient agrees to this plan")
                .single();
        test(button("Activate")).click();
        assertThat(screen())
                .as("all that is missing at once")
                .contains("who gives the massage of the phase relief", "who gives the massage of the phase corrective");
        assertThat(agreed.isInvalid()).isTrue();
        assertThat(find(Select.class).withLabel("Practitioner").all()).allMatch(Select::isInvalid);
        test(agreed).click();
        test(button("Activate")).click();
        assertThat(screen()).contains("Choose who gives the massage of the phase relief");
        assertThat(find(DatePicker.class).withLabel("Starts on").exists()).isTrue();
        assertThat(plans.open(plan).orElseThrow().title()).isEqualTo("Back to work");
    }

    @Test
    @WithStaff("manager")
    void theManagerFollowsAPlanWithoutTheReasonForCare() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen())
                .contains("2 of 11", "1 visit behind", "Hana Sato")
                .doesNotContain("Reason for care", "desk.", "intake note");
        assertThat(button("Book the next visit…").isEnabled()).isTrue();
    }

    @Test
    @WithStaff("therapist")
    void theTherapistFollowsAPlanAndBooksNothing() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen()).contains("Reason for care", "2 of 11");
        assertThat(find(Button.class).withText("Book the next visit…").exists()).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void aCompleteNoteIsSignedWithAProofOfWhoSigns() {
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
    void aNumberOutOfItsRangeHoldsUpNeitherTheRestNorARedFlag() {
        var note = begun("Léa Brandt");
        open(Routes.note(note));
        var minutes = find(TextField.class).withLabel("Hands-on minutes").single();
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
        assertThat(screen()).contains("Not saved: Hands-on minutes: 1 to 240 minutes, a whole number");
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
                        .param(Ids.bytes(note))
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
        jdbc.sql("update red_flag set status = 'CLEARED' where found_in = ?")
                .param(Ids.bytes(note))
                .update();
        jdbc.sql("update patient_summary set open_flag_level = null where patient_id = ?")
                .param(Ids.bytes(patientNamed("Léa Brandt").value()))
                .update();
    }

    @Test
    @WithStaff("chiropractor")
    void aNumberOfVisitsThatIsNoneHoldsUpNothingElse() {
        var plan = plans.begin(patientNamed("Anand Mehta"));
        open(Routes.plan(plan));
        var visits = find(TextField.class).withLabel("Visits").all().getFirst();
        var before = visits.getValue();
        visits.setValue("2.5");
        test(find(TextField.class).withLabel("Name of the plan").single()).setValue("Kept all the same");
        var kept = plans.open(plan).orElseThrow();
        assertThat(kept.title()).isEqualTo("Kept all the same");
        assertThat(Objects.requireNonNull(kept.clinical())
                        .draft()
                        .services()
                        .getFirst()
                        .visits())
                .as("2.5 is not 25")
                .hasToString(before);
        assertThat(visits.getErrorMessage()).isEqualTo("1 to 60 visits, a whole number");
        test(button("Activate")).click();
        assertThat(screen()).contains("1 to 60 visits, a whole number");
    }

    @Test
    @WithStaff("therapist")
    void aNewFindingAsksWhichAndWhatWasDone() {
        open(Routes.note(begun("Léa Brandt")));
        test(radio(SafetyRecheck.class, "Safety re-check")).selectItem("Yes, something new");
        assertThat(area("Statement").isVisible()).isTrue();
        test(button("Sign")).click();
        assertThat(screen()).contains("what is new", "a statement of what you did about it");
    }

    @Test
    @WithStaff("therapist")
    void whatASignatureLacksIsMarkedUntilItIsFilled() {
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
    void theTherapistIsOfferedNoAdjustment() {
        open(Routes.note(begun("Rania Haddad")));
        assertThat(modalityGroup().getListDataView().getItems())
                .extracting(Modalities.Modality::code)
                .contains("SWEDISH")
                .doesNotContain("CHIRO_ADJUST");
    }

    @Test
    @WithStaff("therapist")
    void anExerciseSessionOffersWhatBelongsToIt() {
        open(Routes.note(begun("Léa Brandt")));
        assertThat(modalityGroup().getListDataView().getItems())
                .extracting(Modalities.Modality::code)
                .containsExactly("FOAM_ROLLING", "BASIC_YOGA", "PILATES", "ACTIVE_STRETCHING");
    }

    private UUID freshIntake(String patient) {
        var id = patientNamed(patient);
        var clinic = staff.as("chiropractor", () -> patients.open(id))
                .orElseThrow()
                .clinics()
                .iterator()
                .next();
        return staff.as("chiropractor", () -> intake.begin(id, clinic, "Lower back"));
    }

    private UUID planOf(String patient) {
        return staff.as("chiropractor", () -> plans.worklist(PlanFilter.ALL, null, 100)).stream()
                .filter(row -> row.patientName().equals(patient))
                .map(PlanRow::id)
                .findFirst()
                .orElseThrow();
    }

    private UUID begun(String patient) {
        var visit = notes.visitsToday().stream()
                .filter(row -> row.personName().equals(patient))
                .findFirst()
                .orElseThrow();
        return begun(visit);
    }

    private UUID begun(VisitRow visit) {
        return visit.appointment() == null
                ? notes.beginForPlannedVisit(Objects.requireNonNull(visit.plannedVisit()))
                : notes.beginForAppointment(visit.appointment());
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

    @SuppressWarnings({"unchecked", "rawtypes"})
    private RadioButtonGroup<?> answerTo(String question) {
        return (RadioButtonGroup<?>) find(RadioButtonGroup.class).all().stream()
                .filter(group -> question.equals(
                        ((RadioButtonGroup) group).getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Object> factors() {
        return find(CheckboxGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Modalities.Modality> modalityGroup() {
        return find(CheckboxGroup.class).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
