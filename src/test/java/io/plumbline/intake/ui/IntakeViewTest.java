package io.plumbline.intake.ui;

import static io.plumbline.support.Screen.labelled;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.MarkedArea;
import io.plumbline.intake.PainQuality;
import io.plumbline.intake.charts.ChartedAreas;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An intake note on the screen: what is typed is kept, what is missing is named, what is disputed is shown. */
@DemoTest
class IntakeViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    IntakeService intake;

    @Autowired
    ScreeningService screening;

    @Test
    @WithStaff("chiropractor")
    void anIntakeNoteIsSavedAutomatically() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(area("Since when")).setValue("Three weeks ago");
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
    void mechanismDailyLifeAndGoalsAreSavedAutomatically() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(area("How it happened")).setValue("Lifted a box and turned");
        test(area("Goals, in the patient's words")).setValue("Carry my daughter");
        assertThat(intake.open(note).orElseThrow().draft().more())
                .extracting(IntakeMore::mechanism, IntakeMore::goals)
                .containsExactly("Lifted a box and turned", "Carry my daughter");
    }

    @Test
    @WithStaff("chiropractor")
    void aChosenFactorAsksForSeverityAndStatus() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(factors()).selectItem("Long sitting");
        test(answerTo("Severity of: Long sitting")).selectItem("Severe");
        test(answerTo("Status of: Long sitting")).selectItem("Open");
        assertThat(intake.open(note).orElseThrow().draft().more().factorDetails())
                .containsExactly(
                        entry("SITTING", new FactorDetail(FactorDetail.Severity.SEVERE, FactorDetail.Status.OPEN)));
        test(factors()).deselectItem("Long sitting");
        assertThat(intake.open(note).orElseThrow().draft().more().factorDetails())
                .as("of a factor that is not chosen")
                .isEmpty();
    }

    @Test
    @WithStaff("chiropractor")
    void theSectionsFollowAFirstVisitFoldAndShowTheirState() {
        open(Routes.intake(freshIntake("Ruth Salem")));
        assertThat(find(Nav.class).all().stream()
                        .filter(nav -> nav.hasClassName("contents"))
                        .map(Screen::textOf))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .containsSubsequence(
                        "Complaint",
                        "1 of 6 complete",
                        "Areas of the body",
                        "Not begun",
                        "Contributing factors",
                        "Functional limitations",
                        "History",
                        "Daily life and goals",
                        "Alignment",
                        "Examination",
                        "Red-flag screen",
                        "Contraindications",
                        "Consent and outcome");
        test(area("Since when")).setValue("Since May");
        assertThat(screen()).contains("2 of 6 complete");
        test(named("Fold: Complaint")).click();
        assertThat(find(TextArea.class).withLabel("Since when").exists()).isFalse();
        assertThat(screen()).as("a folded section shows its state").contains("2 of 6 complete");
        test(named("Go to: Complaint")).click();
        assertThat(area("Since when").getValue()).isEqualTo("Since May");
    }

    private Button named(String label) {
        return labelled(find(Button.class).all(), label);
    }

    @Test
    @WithStaff("chiropractor")
    void anIncompleteIntakeNoteListsWhatIsMissingAndIsNotSigned() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(button("Sign")).click();
        assertThat(screen())
                .contains("Still missing before it can be signed", "pain now", "consent", "22 urgent questions");
        assertThat(find(TextArea.class).withLabel("Complaint").exists()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void aStaleEditShowsTheOtherTextAndKeepsTheUsersText() {
        var note = freshIntake("Ana Vidal");
        open(Routes.intake(note));
        var version = intake.open(note).orElseThrow().version();
        staff.as("chiropractor", () -> intake.saveDraft(note, version, IntakeDraft.of("What a colleague wrote")));
        test(area("Complaint")).setValue("What I wrote");
        assertThat(screen()).contains("“What a colleague wrote”", "What you typed is still here", "Not saved");
        assertThat(area("Complaint").getValue()).isEqualTo("What I wrote");
        test(area("Since when")).setValue("Meanwhile");
        assertThat(intake.open(note).orElseThrow().draft())
                .as("what is not disputed goes on being saved")
                .extracting(IntakeDraft::onset, IntakeDraft::complaint)
                .containsExactly("Meanwhile", "What a colleague wrote");
        test(button("Keep mine")).click();
        assertThat(intake.open(note).orElseThrow().draft().complaint()).isEqualTo("What I wrote");
    }

    @Test
    @WithStaff("chiropractor")
    void leavingAnUnresolvedConflictAsksForConfirmation() {
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
    void changesToDifferentFieldsAreBothKept() {
        var note = freshIntake("Ana Vidal");
        open(Routes.intake(note));
        var version = intake.open(note).orElseThrow().version();
        staff.as("chiropractor", () -> intake.saveDraft(note, version, IntakeDraft.of("Theirs")));
        test(area("Since when")).setValue("Mine");
        var kept = intake.open(note).orElseThrow().draft();
        assertThat(kept.complaint()).isEqualTo("Theirs");
        assertThat(kept.onset()).isEqualTo("Mine");
        assertThat(area("Complaint").getValue()).isEqualTo("Theirs");
        assertThat(screen()).contains("Both changes are kept");
    }

    @Test
    @WithStaff("chiropractor")
    void aYesShowsItsRedFlagAtOnce() {
        open(Routes.intake(freshIntake("Ruth Salem")));
        assertThat(screen()).doesNotContain("Emergency services now");
        test(answerTo("New numbness around the genitals, anus or inner thighs?"))
                .selectItem("Yes");
        assertThat(screen()).contains("Possible saddle anesthesia: E · Emergency", "Emergency services now");
        assertThat(button("Raise now").isVisible()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void noToAllOfAGroupAnswersThatGroupAlone() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(noToAllOf("Infection")).click();
        assertThat(intake.open(note).orElseThrow().draft().screen())
                .containsOnlyKeys("RF-INF-2a", "RF-INF-2b", "RF-INF-2c", "RF-INF-2d", "RF-INF-2e")
                .doesNotContainValue(ScreeningAnswer.YES);
    }

    @Test
    @WithStaff("chiropractor")
    void noToAllOfAGroupKeepsAYes() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(answerTo("IV drug use?")).selectItem("Yes");
        test(noToAllOf("Infection")).click();
        assertThat(intake.open(note).orElseThrow().draft().screen())
                .containsEntry("RF-INF-2b", ScreeningAnswer.YES)
                .containsEntry("RF-INF-2a", ScreeningAnswer.NO);
    }

    @Test
    @WithStaff("chiropractor")
    void everyGroupWithAKeySkipsQuestionsThatCouldCauseAHold() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        var keys = find(Button.class).withText("No to all of this group").all();
        assertThat(keys)
                .extracting(key -> key.getElement().getAttribute("aria-keyshortcuts"))
                .containsExactly("1", "2", "3", "4", "5");
        keys.forEach(key -> test(key).click());
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
    void answersToAnEarlierScreenVersionAreKept() {
        var note = freshIntake("Ruth Salem");
        var version = intake.open(note).orElseThrow().version();
        intake.saveDraft(note, version, IntakeDraft.told("Back", "", Map.of("RF-FX-3", ScreeningAnswer.YES)));
        open(Routes.intake(note));
        assertThat(screen())
                .contains(
                        "Long-term steroid use, age over 70, or known osteoporosis?",
                        "Possible fracture risk: R · Refer");
        test(area("Since when")).setValue("Since May");
        assertThat(intake.open(note).orElseThrow().draft().screen()).containsEntry("RF-FX-3", ScreeningAnswer.YES);
    }

    @Test
    @WithStaff("chiropractor")
    void aPatientWithoutAScreenIsShownAsNotScreened() {
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
    void theTherapistWritesAnIntakeNoteAndIsOfferedTheOutcomesOfTheirScope() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(area("Since when")).setValue("Since the move");
        assertThat(intake.open(note).orElseThrow().draft().onset()).isEqualTo("Since the move");
        assertThat(outcomes())
                .containsExactly(
                        IntakeOutcome.SUITABLE,
                        IntakeOutcome.SUITABLE_WITH_CAUTION,
                        IntakeOutcome.CHIROPRACTOR_TO_DECIDE);
        assertThat(button("Sign").isVisible()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void theChiropractorIsOfferedTheOutcomesThatConclude() {
        open(Routes.intake(freshIntake("Ruth Salem")));
        assertThat(outcomes())
                .containsExactly(IntakeOutcome.SUITABLE, IntakeOutcome.SUITABLE_WITH_CAUTION, IntakeOutcome.REFER);
    }

    @SuppressWarnings("unchecked")
    private List<IntakeOutcome> outcomes() {
        return ((RadioButtonGroup<IntakeOutcome>)
                        find(RadioButtonGroup.class).withLabel("Outcome").single())
                .getListDataView()
                .getItems()
                .toList();
    }

    private Button noToAllOf(String group) {
        return find(Button.class).withText("No to all of this group").all().stream()
                .filter(key -> ("No to all of this group: " + group)
                        .equals(key.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @WithStaff("chiropractor")
    void theQualityOfAPainIsChosenByATapOrSaidInOtherWords() {
        var note = freshIntake("Ruth Salem");
        open(Routes.intake(note));
        test(find(ComboBox.class).withLabel("Add an area by name").single()).selectItem("Lumbar paraspinals, left");
        @SuppressWarnings("unchecked")
        CheckboxGroup<PainQuality> quality =
                find(CheckboxGroup.class).withLabel("Quality of pain").single();
        test(quality).selectItem("ache");
        var own = find(TextField.class).withLabel("In other words").single();
        test(own).setValue("like a belt");
        assertThat(qualityOf(note)).isEqualTo("ache, like a belt");
        test(own).setValue("a".repeat(76));
        assertThat(own.getErrorMessage()).isEqualTo("With the chosen words at most 80 characters: shorten by 2");
        assertThat(own.isInvalid()).isTrue();
        assertThat(own.getValue()).as("what was typed stays").hasSize(76);
        assertThat(qualityOf(note)).isEqualTo("ache, like a belt");
        test(own).setValue("a".repeat(74));
        assertThat(own.isInvalid()).isFalse();
        assertThat(qualityOf(note)).hasSize(80);
    }

    private String qualityOf(IntakeId note) {
        return intake.open(note).orElseThrow().draft().areas().getFirst().quality();
    }

    @Test
    @WithStaff("chiropractor")
    void theLargeBodyChartIsShownFromTheFrontOrTheBack() {
        open(Routes.intake(freshIntake("Ruth Salem")));
        assertThat(find(Svg.class).withClassName("chart-large").exists()).isFalse();
        test(button("Large chart…")).click();
        assertThat(find(Svg.class).withClassName("chart-large").exists()).isTrue();
        assertThat(button("Back").getElement().getAttribute("aria-pressed")).isEqualTo("true");
        test(button("Front")).click();
        assertThat(button("Front").getElement().getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(button("Back").getElement().getAttribute("aria-pressed")).isEqualTo("false");
        find(Dialog.class).single().close();
        assertThat(find(Svg.class).withClassName("chart-large").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void twoBodyChartsAreComparedSideBySideAndInWords() {
        open(Routes.intake(freshIntake("Ruth Salem")));
        var clinic = new ClinicId(UUID.randomUUID());
        var lumbar = new BodyRegion("back-lumbar-left");
        var sacrum = new BodyRegion("back-sacrum");
        var later = new ChartedAreas(
                new IntakeId(UUID.randomUUID()),
                clinic,
                Instant.EPOCH.plusSeconds(1),
                Instant.EPOCH.plusSeconds(1),
                "",
                null,
                null,
                List.of(new MarkedArea(lumbar, "ache", new Pain(2), null)));
        var earlier = new ChartedAreas(
                new IntakeId(UUID.randomUUID()),
                clinic,
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                null,
                null,
                List.of(
                        new MarkedArea(lumbar, "sharp", new Pain(6), null),
                        new MarkedArea(sacrum, "", new Pain(3), null)));
        find(Main.class)
                .single()
                .add(new ChartComparison(() -> List.of(later, earlier), chart -> chart == later ? "Nov 20" : "Aug 3"));
        test(button("Compare body charts")).click();
        assertThat(screen())
                .contains(
                        "Aug 3",
                        "Nov 20",
                        lumbar.label() + ": Weaker: 6 of 10 → 2 of 10; Quality: sharp → ache",
                        sacrum.label() + ": Gone, was 3 of 10");
        assertThat(find(Svg.class).withClassName("chart-read").all())
                .as("side by side, each with its own marks")
                .hasSize(2);
    }

    private IntakeId freshIntake(String patient) {
        var id = patientNamed(patient);
        var clinic = staff.as("chiropractor", () -> patients.open(id))
                .orElseThrow()
                .clinics()
                .iterator()
                .next();
        return staff.as("chiropractor", () -> intake.begin(id, clinic, "Lower back"));
    }

    private PatientId patientNamed(String name) {
        return staff.as("manager", () -> patients.list(null, 100)).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
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

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
