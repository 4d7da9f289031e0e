package io.plumbline.intake.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeExamination.Motion;
import io.plumbline.intake.IntakeExamination.PelvicTilt;
import io.plumbline.intake.IntakeExamination.ShorterLeg;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.MarkedArea;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.TestCare;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** History, contraindications, alignment and examination on the screen of an intake note. */
@DemoTest
class HistoryScreensTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Autowired
    IntakeService intake;

    @Autowired
    ScreeningService screening;

    @Autowired
    IdentityService identity;

    @Test
    @WithStaff("chiropractor")
    void theHistoryIsSavedAutomatically() {
        var note = begun();
        open(Routes.intake(note));
        test(line("Surgery 1")).setValue("Appendix");
        test(find(DatePicker.class).withLabel("Date of surgery 1").single()).setValue(LocalDate.of(2019, 2, 3));
        test(find(Button.class).withText("Another surgery").single()).click();
        test(line("Surgery 2")).setValue("Knee");
        answer("Pregnant", "Yes");
        test(line("Week of pregnancy")).setValue("12");
        var told = more(note).history();
        assertThat(told.surgeries())
                .containsExactly(new Surgery("Appendix", LocalDate.of(2019, 2, 3)), new Surgery("Knee", null));
        assertThat(told.pregnancyWeek()).isEqualTo(12);
        test(line("Week of pregnancy")).setValue("55");
        assertThat(more(note).history().pregnancyWeek())
                .as("what is wrong is named, nothing is lost")
                .isEqualTo(12);
        assertThat(line("Week of pregnancy").getErrorMessage()).isEqualTo("1 to 42");
        assertThat(screen()).contains("Not saved: Week of pregnancy: 1 to 42");
        test(find(Button.class).withText("Sign").single()).click();
        assertThat(screen()).contains("Correct this before you sign: Week of pregnancy: 1 to 42");
    }

    @Test
    @WithStaff("chiropractor")
    void aDateOfASurgeryAsksWhichItWasAndIsKept() {
        var note = begun();
        var on = LocalDate.of(2019, 2, 3);
        open(Routes.intake(note));
        assertThat(line("Surgery 1").isInvalid()).isFalse();
        test(find(DatePicker.class).withLabel("Date of surgery 1").single()).setValue(on);
        assertThat(line("Surgery 1"))
                .matches(TextField::isInvalid)
                .extracting(TextField::getErrorMessage)
                .isEqualTo("Which surgery?");
        assertThat(more(note).history().surgeries()).containsExactly(new Surgery("", on));
        test(find(Button.class).withText("Sign").single()).click();
        assertThat(screen()).contains("Still missing before it can be signed", "which surgery it was");
        open(Routes.intake(note));
        assertThat(find(DatePicker.class)
                        .withLabel("Date of surgery 1")
                        .single()
                        .getValue())
                .isEqualTo(on);
        assertThat(line("Surgery 1").isInvalid()).isTrue();
        test(line("Surgery 1")).setValue("Appendix");
        assertThat(line("Surgery 1").isInvalid()).isFalse();
        test(find(Button.class).withText("Sign").single()).click();
        assertThat(screen()).contains("Still missing before it can be signed").doesNotContain("which surgery it was");
    }

    @Test
    @WithStaff("chiropractor")
    void theSignatureOfAnIntakeNoteSaysThatItCanOnlyBeAmended() {
        var note = begun();
        intake.saveDraft(note, 0, found());
        open(Routes.intake(note));
        test(find(Button.class).withText("Sign").single()).click();
        assertThat(textOf(find(Dialog.class).single()))
                .contains("A signed intake note can only be amended.")
                .doesNotContain("cannot be changed");
    }

    @Test
    @WithStaff("chiropractor")
    void aFactProposesAContraindicationToConfirmOrToDenyWithAReason() {
        var note = begun();
        open(Routes.intake(note));
        assertThat(screen()).contains("History, screen and age propose none.");
        answer("Takes blood thinners", "Yes");
        var name = "Anticoagulants, low platelets or bleeding disorder: light pressure";
        assertThat(screen()).contains(name, "Deep pressure, relative");
        answer(name, "Ruled out");
        test(lineSaid("Ruled out, because: " + name)).setValue("Stopped in May");
        answer("Bleeding disorder or anticoagulants", "Confirmed");
        assertThat(more(note).contraindications())
                .containsOnly(
                        entry("THRUST_BLEEDING", TestCare.answered("THRUST_BLEEDING", Decision.CONFIRMED, "")),
                        entry(
                                "MODIFY_BLEEDING",
                                TestCare.answered("MODIFY_BLEEDING", Decision.NOT_SO, "Stopped in May")));
        answer("Takes blood thinners", "No");
        assertThat(more(note).contraindications()).as("no longer proposed").isEmpty();
    }

    @Test
    @WithStaff("chiropractor")
    @SuppressWarnings("unchecked")
    void aContraindicationThatNobodyAsksAboutIsAddedByHand() {
        var note = begun();
        open(Routes.intake(note));
        var another = (ComboBox<Object>)
                find(ComboBox.class).withLabel("Add another contraindication").single();
        test(another).selectItem("Acute emergency (Massage, absolute)");
        assertThat(more(note).contraindications())
                .extractingByKey("MASSAGE_EMERGENCY")
                .extracting(ContraindicationAnswer::decision)
                .isEqualTo(Decision.CONFIRMED);
        test(find(Button.class).withText("Remove").single()).click();
        assertThat(more(note).contraindications()).isEmpty();
    }

    @Test
    @WithStaff("therapist")
    void aTherapistLeavesThrustToAChiropractorAndRecordsNoTests() {
        var note = begun();
        open(Routes.intake(note));
        answer("Takes blood thinners", "Yes");
        assertThat(screen()).contains("Stands until a chiropractor decides").doesNotContain("orthopedic tests");
        assertThat(more(note).contraindications())
                .containsOnlyKeys("THRUST_BLEEDING")
                .extractingByKey("THRUST_BLEEDING")
                .extracting(ContraindicationAnswer::decision)
                .isEqualTo(Decision.CHIROPRACTOR_TO_DECIDE);
    }

    @Test
    @WithStaff("chiropractor")
    void alignmentAndRangeOfMotionAreSavedAutomatically() {
        var note = begun();
        open(Routes.intake(note));
        labelled("Pelvic tilt", "Anterior");
        labelled("Leg length", "Left is shorter");
        test(line("Difference in mm")).setValue("7");
        test(line("Movement 1")).setValue("Flexion");
        test(line("Degrees 1")).setValue("40");
        assertThat(more(note).examination())
                .extracting(
                        IntakeExamination::pelvicTilt,
                        IntakeExamination::shorterLeg,
                        IntakeExamination::legDifferenceMm,
                        found -> found.motions().getFirst())
                .containsExactly(PelvicTilt.ANTERIOR, ShorterLeg.LEFT, 7, new Motion("Flexion", null, 40));
    }

    @Test
    @WithStaff("chiropractor")
    void whatStandsIsOnThePatientsPageAndAskedInTheNextNote() {
        var signed = begun("Léa Brandt");
        var patient = intake.open(signed).orElseThrow().patient();
        var heart = TestCare.answered("MASSAGE_HEART", Decision.CONFIRMED, "");
        var version = intake.saveDraft(
                signed,
                0,
                found().with(IntakeMore.EMPTY.with(
                        PatientHistory.EMPTY, new TreeMap<>(Map.of("MASSAGE_HEART", heart)), TestCare.ALIGNED)));
        identity.prove("demo-chiropractor-pass");
        intake.sign(signed, version);
        open(Routes.patient(patient));
        assertThat(screen()).contains("Contraindications", "Unstable heart disease", "Massage, absolute", "Confirmed:");
        open(Routes.intake(begun("Léa Brandt")));
        assertThat(screen()).contains("It stands from an earlier intake note");
    }

    private IntakeId begun() {
        return begun("Ruth Salem");
    }

    private IntakeId begun(String name) {
        var patient = patients.list(null, 100).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        var clinic = patients.open(patient).orElseThrow().clinics().stream()
                .filter(CurrentUser.current().clinics()::contains)
                .findFirst()
                .orElseThrow();
        return intake.begin(patient, clinic, "Lower back");
    }

    private IntakeDraft found() {
        return new IntakeDraft(
                "Lower back",
                "",
                new Pain(5),
                null,
                null,
                List.of(new MarkedArea(new BodyRegion("back-lumbar-left"), "", new Pain(5), null)),
                Set.of(),
                List.of(),
                screening.rules().asked().stream()
                        .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO)),
                true,
                IntakeOutcome.REFER,
                IntakeMore.EMPTY);
    }

    private IntakeMore more(IntakeId note) {
        return intake.open(note).orElseThrow().draft().more();
    }

    private TextField line(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextField lineSaid(String label) {
        return Screen.labelled(find(TextField.class).all(), label);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void answer(String question, String choice) {
        RadioButtonGroup<?> group = find(RadioButtonGroup.class).all().stream()
                .filter(one ->
                        question.equals(((RadioButtonGroup) one).getAriaLabel().orElse("")))
                .map(one -> (RadioButtonGroup<?>) one)
                .findFirst()
                .orElseThrow();
        test(group).selectItem(choice);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void labelled(String label, String choice) {
        test((RadioButtonGroup<?>) find(RadioButtonGroup.class).withLabel(label).single())
                .selectItem(choice);
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
