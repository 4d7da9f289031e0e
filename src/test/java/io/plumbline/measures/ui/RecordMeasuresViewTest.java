package io.plumbline.measures.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Scale;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How measures are recorded, shown over time and corrected. */
@DemoTest
class RecordMeasuresViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ClinicService clinics;

    @Autowired
    CareTeamService careTeam;

    @Autowired
    MeasureService measures;

    @Test
    @WithStaff("therapist")
    void anEmptyPageSaysWhatToDoAndLeadsToTheForm() {
        var patient = patient("Empty");
        open(PatientTab.MEASURES.address(patient));
        assertThat(textOf(UI.getCurrent())).contains("No measures recorded yet");
        test(button("Record measures")).click();
        assertThat(textOf(UI.getCurrent())).contains("Leave empty what was not asked.");
        test(button("Record")).click();
        assertThat(textOf(UI.getCurrent())).contains("Answer at least one measure");
    }

    @Test
    @WithStaff("therapist")
    void whatWasAskedIsRecordedTogetherAndShownWithItsChange() {
        var patient = patient("Asked");
        open(Routes.newScores(patient));
        var today = day().getValue();
        day().setValue(today.minusDays(30));
        scale("right now").setValue(7);
        statements().setValue(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        test(button("Record")).click();
        assertThat(finished().isInvalid()).isTrue();
        assertThat(finished().getErrorMessage()).contains("A blank statement counts as no");
        finished().setValue(true);
        activity(1).setValue("Lifting a child");
        scale("Activity 1:").setValue(2);
        test(button("Record")).click();
        assertThat(textOf(UI.getCurrent())).contains("12 of 24", "7 of 10", "2 of 10");

        open(Routes.newScores(patient));
        assertThat(activity(1).getValue()).isEqualTo("Lifting a child");
        scale("right now").setValue(5);
        scale("Activity 1:").setValue(3);
        statements().setValue(Set.of(1, 2, 3, 4, 5, 6, 7, 8));
        finished().setValue(true);
        test(button("Record")).click();
        assertThat(textOf(UI.getCurrent()))
                .contains("Improving", "2 points better than", "4 points better than", "33%")
                .contains("The percentage is reached, the points are not");
    }

    @Test
    @WithStaff("therapist")
    void theScoreOfAPaperFormIsEnteredWithItsSource() {
        var patient = patient("Paper");
        open(Routes.newScores(patient));
        paper().setValue(measure("ODI"));
        field("Sum of the sections").setValue("46");
        field("Sections answered").setValue("9");
        test(button("Record")).click();
        assertThat(field("Sections answered").getErrorMessage())
                .isEqualTo("Enter the sum, from 0 to 45 for 9 answered sections");
        field("Sum of the sections").setValue("16");
        field("Form or report").setValue("Letter of Dr. Fox");
        test(button("Record")).click();
        assertThat(textOf(UI.getCurrent())).contains("35.6 of 100, moderate disability", "from Letter of Dr. Fox");

        open(Routes.newScores(patient));
        paper().setValue(measure("PEG"));
        field("Pain").setValue("six");
        test(button("Record")).click();
        assertThat(field("Pain").getErrorMessage()).isEqualTo("Enter a whole number from 0 to 10");
        assertThat(field("Enjoyment").isInvalid())
                .as("each answer is asked for")
                .isTrue();
        field("Pain").setValue("7");
        field("Enjoyment").setValue("6");
        field("General activity").setValue("6");
        test(button("Record")).click();
        assertThat(textOf(UI.getCurrent())).contains("6.3 of 10");
    }

    @Test
    @WithStaff("therapist")
    void anActivityThatWasRatedThatDayIsClosedAndTheRestOfTheDayStaysOpen() {
        var patient = patient("Rated");
        measures.record(
                patient,
                List.of(new ScoreDraft(
                        "PSFS",
                        MeasureAnswers.activities(Map.of("Lifting", 3)),
                        patients.details(patient).orElseThrow().today())));
        open(Routes.newScores(patient));
        assertThat(activity(1).isReadOnly()).isTrue();
        assertThat(activity(1).getHelperText()).startsWith("Rated on that day");
        assertThat(scale("Activity 1:").isEnabled()).isFalse();
        activity(2).setValue("Sitting");
        scale("Activity 2:").setValue(6);
        statements().setValue(Set.of(1, 3, 17));
        finished().setValue(true);
        paper().setValue(measure("ODI"));
        field("Sum of the sections").setValue("16");
        test(button("Record")).click();
        assertThat(textOf(UI.getCurrent())).contains("3 of 24", "32 of 100", "4.5 of 10", "Lifting: 3", "Sitting: 6");

        open(Routes.newScores(patient));
        day().setValue(day().getValue().minusDays(1));
        assertThat(activity(1).isReadOnly()).as("on another day").isFalse();
    }

    @Test
    @WithStaff("therapist")
    void withoutAMarkedRegionTheQuestionsNameNone() {
        open(Routes.newScores(patient("Unmarked")));
        assertThat(find(Scale.class).all())
                .extracting(Scale::getLabel)
                .contains("How strong is your pain right now? 0 = none, 10 = the worst you can imagine.")
                .noneMatch(label -> label.contains("low-back") || label.contains("{"));
    }

    @Test
    @WithStaff("therapist")
    void whatIsTypedIsNotLostByLeavingOrByASecondScoreOfTheDay() {
        var patient = patient("Kept");
        record(patient, 6);
        open(Routes.newScores(patient));
        scale("right now").setValue(5);
        test(button("Record")).click();
        assertThat(textOf(UI.getCurrent())).contains("Pain now was already recorded on that day");
        assertThat(scale("right now").getValue()).isEqualTo(5);
        test(button("Cancel")).click();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
    }

    @Test
    @WithStaff("therapist")
    void aScoreIsCorrectedWithAReasonOrMarkedAsEnteredInError() {
        var patient = patient("Corrected");
        record(patient, 6);
        open(PatientTab.MEASURES.address(patient));
        test(button("Correct…")).click();
        answer(find(Dialog.class).single(), "Correct");
        assertThat(reason().getErrorMessage()).isEqualTo("Enter a reason; it stays on record");
        find(Scale.class).single().setValue(8);
        reason().setValue("Entered on the wrong line");
        answer(find(Dialog.class).single(), "Correct");
        assertThat(textOf(UI.getCurrent())).contains("8 of 10", "Corrected", "Reason: Entered on the wrong line");

        test(button("Entered in error…")).click();
        reason().setValue("It belongs to another patient");
        answer(find(Dialog.class).single(), "Mark as entered in error");
        assertThat(histories(patient)).isEmpty();
        assertThat(textOf(UI.getCurrent())).contains("Entered in error", "Reason: It belongs to another patient");
    }

    private void record(PatientId patient, int pain) {
        open(Routes.newScores(patient));
        scale("right now").setValue(pain);
        test(button("Record")).click();
    }

    private List<MeasureHistory> histories(PatientId patient) {
        return measures.findByPatient(patients.details(patient).orElseThrow());
    }

    private PatientId patient(String name) {
        var therapist = CurrentUser.current().staff();
        return staff.as("manager", () -> {
            var clinic = clinics.myLabels().getFirst().id();
            var patient =
                    patients.add(new PatientDraft(name, "Measured", null, null, null), clinic, OperationId.next());
            careTeam.join(patient, therapist);
            return patient;
        });
    }

    private OutcomeMeasure measure(String code) {
        return measures.measures().require(code);
    }

    private DatePicker day() {
        return find(DatePicker.class).single();
    }

    private Scale scale(String words) {
        return find(Scale.class).all().stream()
                .filter(scale -> scale.getLabel().contains(words))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Integer> statements() {
        return find(CheckboxGroup.class).single();
    }

    private Checkbox finished() {
        return find(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith("Finished"))
                .findFirst()
                .orElseThrow();
    }

    private TextField activity(int number) {
        return field("Activity " + number);
    }

    @SuppressWarnings("unchecked")
    private Select<OutcomeMeasure> paper() {
        return find(Select.class).single();
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextArea reason() {
        return find(TextArea.class).single();
    }

    private Button button(String words) {
        return find(Button.class).withText(words).all().getFirst();
    }
}
