package io.plumbline.plans.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.plumbline.diagnoses.Diagnosis;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanGoal;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.ui.SignaturePad;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import io.plumbline.taper.CarriedOver;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/** A plan on the screen while it is written, and what others see of it. */
@DemoTest
class PlanEditorTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PlanService plans;

    @Autowired
    PlanWorklistService worklist;

    @Test
    @WithStaff("chiropractor")
    void aPlanShowsItsVisitsAndDatesWhileItIsEdited() {
        var plan = plans.begin(patientNamed("Anand Mehta"));
        open(Routes.plan(plan));
        assertThat(screen()).contains("11 visits, Tuesday, November 24 to Friday, April 16, 2027");
        assertThat(practitioners())
                .as("the visits are the chiropractor's own")
                .hasSize(3)
                .noneMatch(Select::isEmpty);
        test(button("Add a service")).click();
        assertThat(screen()).contains("14 visits");
        practitioners().forEach(Select::clear);
        test(find(TextField.class).withLabel("Name of the plan").single()).setValue("Back to work");
        test(button("Activate…")).click();
        assertThat(screen())
                .as("all that is missing at once")
                .contains(
                        "who provides the adjustment of the phase relief",
                        "who provides the adjustment of the phase corrective");
        assertThat(practitioners()).allMatch(Select::isInvalid);
        assertThat(find(Dialog.class).exists())
                .as("nobody agrees to half a plan")
                .isFalse();
        assertThat(find(DatePicker.class).withLabel("Starts on").exists()).isTrue();
        assertThat(plans.open(plan).orElseThrow().title()).isEqualTo("Back to work");
    }

    @Test
    @WithStaff("chiropractor")
    void goalsAreSuggestedEditedAndNamedWhileTheyAreIncomplete() {
        var plan = plans.begin(patientNamed("Anand Mehta"));
        open(Routes.plan(plan));
        var target = find(TextField.class).withLabel("Target").all().getFirst();
        target.setValue("1,5");
        assertThat(goalsOf(plan).getFirst().target()).isEqualByComparingTo("1.5");
        target.setValue("12");
        assertThat(target.getErrorMessage()).isEqualTo("Enter a number from 0 to 10");
        assertThat(goalsOf(plan).getFirst().target()).isEqualByComparingTo("1.5");
        target.setValue("");
        test(button("Activate…")).click();
        assertThat(target.isInvalid()).isTrue();
        var goals = goalsOf(plan).size();
        test(button("Add a goal")).click();
        assertThat(goalsOf(plan)).hasSize(goals + 1);
        find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").startsWith("Remove the goal"))
                .toList()
                .forEach(Button::click);
        assertThat(goalsOf(plan)).isEmpty();
        test(button("Activate…")).click();
        assertThat(screen()).contains("Add a goal: a plan needs at least one");
    }

    @Test
    @WithStaff("chiropractor")
    void aGoalThatIsDueAtTheEndOfThePlanMovesWithIt() {
        var plan = plans.begin(patientNamed("Anand Mehta"));
        open(Routes.plan(plan));
        test(button("Add a goal")).click();
        var due = find(DatePicker.class).withLabel("Due by").all();
        var end = due.getFirst().getValue();
        due.getLast().setValue(end.minusDays(3));
        var visits = find(TextField.class).withLabel("Visits").all().getLast();
        visits.setValue(Integer.toString(Integer.parseInt(visits.getValue()) + 2));
        var later = due.getFirst().getValue();
        assertThat(later).as("two visits more").isAfter(end);
        assertThat(goalsOf(plan).getFirst().dueOn()).isEqualTo(later);
        assertThat(goalsOf(plan).getLast().dueOn()).as("a day of its own stays").isEqualTo(end.minusDays(3));
        visits.setValue(Integer.toString(Integer.parseInt(visits.getValue()) - 2));
        assertThat(due.getFirst().getValue()).isEqualTo(end);
    }

    @Test
    @WithStaff("chiropractor")
    @SuppressWarnings("unchecked")
    void diagnosesAreChosenFromTheListAndKept() {
        var plan = plans.begin(patientNamed("Anand Mehta"));
        open(Routes.plan(plan));
        MultiSelectComboBox<Diagnosis> chosen = find(MultiSelectComboBox.class)
                .withLabel("Diagnoses (ICD-10-CM)")
                .single();
        chosen.setValue(plans.diagnoses().find("M54.50").orElseThrow());
        assertThat(draftOf(plan).diagnoses()).containsExactly("M54.50");
        open(Routes.plan(plan));
        assertThat(find(MultiSelectComboBox.class).single().getValue())
                .extracting("code")
                .containsExactly("M54.50");
        MultiSelectComboBox<Diagnosis> again = find(MultiSelectComboBox.class).single();
        again.setValue(
                plans.diagnoses().find("M54.50").orElseThrow(),
                plans.diagnoses().find("O26.892").orElseThrow());
        assertThat(draftOf(plan).diagnoses())
                .as("codes of a pregnancy come first")
                .containsExactly("O26.892", "M54.50");
    }

    @Test
    @WithStaff("chiropractor")
    void visitsOfBeforeAreEnteredByServiceAndThePreviewSaysWhatRemains() {
        var plan = plans.begin(patientNamed("Anand Mehta"));
        open(Routes.plan(plan));
        assertThat(screen()).contains("Carried over: no visits");
        var adjustments = find(TextField.class).withLabel("Adjustment").single();
        adjustments.setValue("3");
        assertThat(screen())
                .contains("Carried over: 3 visits", "Adjustment: a visit that is carried over would be on Tuesday");
        test(find(DatePicker.class).withLabel("Starts on").single())
                .setValue(LocalDate.of(2026, 11, 24).minusWeeks(4));
        assertThat(screen()).contains("3 visits are carried over, 8 remain from Tuesday, November 24");
        adjustments.setValue("many");
        assertThat(adjustments.getErrorMessage()).isEqualTo("1 to 60, or empty if there were none");
        assertThat(draftOf(plan).carriedOver())
                .as("the last valid number counts")
                .containsExactly(new CarriedOver(AppointmentType.ADJUSTMENT, 3));
        adjustments.setValue("");
        assertThat(draftOf(plan).carriedOver()).isEmpty();
    }

    private PlanDraft draftOf(PlanId plan) {
        return Objects.requireNonNull(plans.open(plan).orElseThrow().clinical()).draft();
    }

    private List<PlanGoal> goalsOf(PlanId plan) {
        return draftOf(plan).goals();
    }

    @Test
    @WithStaff("therapist")
    void aPlanShowsItsGoalsWithBaselineTargetAndDueDayAndTheVisitsByPhase() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen())
                .contains("Goals", "Baseline", "Target", "Not measured again yet", "Due ")
                .contains("Relief, 2 of ", "Maintain, 0 of ");
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesAPlanWithoutTheReasonForCare() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen())
                .contains("2 of 11", "1 visit and 7 days behind", "Hana Sato")
                .doesNotContain("Reason for care", "desk.", "intake note", "Baseline", "Pain");
        assertThat(button("Book next…").isEnabled()).isTrue();
    }

    @Test
    @WithStaff("therapist")
    void theTherapistSeesAPlanButCannotBookIt() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen()).contains("Reason for care", "2 of 11");
        assertThat(find(Button.class).withText("Book next…").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void anInvalidNumberOfVisitsDoesNotBlockOtherChanges() {
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
        test(button("Activate…")).click();
        assertThat(screen()).contains("1 to 60 visits, a whole number");
    }

    @Test
    @WithStaff("chiropractor")
    @SuppressWarnings("unchecked")
    void aPlanIsActivatedWithThePatientsSignature() {
        var plan = plans.begin(patientNamed("Anand Mehta"));
        open(Routes.plan(plan));
        test(find(TextField.class).withLabel("Reason for care").single()).setValue("Stiff after a long drive");
        find(Select.class).withLabel("Service").all().forEach(select -> select.setValue(AppointmentType.MASSAGE));
        practitioners().forEach(select -> select.setValue(massageTherapist(select)));
        test(button("Activate…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog))
                .contains(
                        "11 visits, Tuesday, November 24",
                        "Relief: Massage, weekly × 4",
                        "Activity: Putting on shoes from 4 to 7");
        var activate = dialog.getElement()
                .getChildren()
                .flatMap(Element::getChildren)
                .flatMap(element -> element.getComponent().stream())
                .filter(part ->
                        part instanceof Button button && button.getText().equals("Activate the plan"))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
        activate.click();
        RadioButtonGroup<PatientAgreement.Way> way = find(RadioButtonGroup.class)
                .withLabel("The patient agreed to this plan")
                .single();
        assertThat(way.getErrorMessage()).isEqualTo("Choose how the patient agreed");
        RadioButtonGroup<CheckChoice> against = find(RadioButtonGroup.class).all().stream()
                .filter(group -> group.getLabel().startsWith("Against this plan: the red flag"))
                .findFirst()
                .orElseThrow();
        assertThat(against.getErrorMessage()).isEqualTo("Choose an answer before you activate the plan");
        against.setValue(against.getListDataView().getItems().findFirst().orElseThrow());
        test(find(TextField.class).withLabel("In your own words").single()).setValue("no adjustment, light work only");
        way.setValue(PatientAgreement.Way.SIGNED);
        activate.click();
        assertThat(way.getErrorMessage()).isEqualTo("Sign in the box, or choose how else the patient agreed");
        draw("10,10 12,14");
        activate.click();
        assertThat(way.getErrorMessage()).isEqualTo("The signature is too short. Clear it and sign again");
        test(button("Clear the signature")).click();
        draw("10,100 20,90 30,110 40,90 50,110");
        draw("60,100 70,90 80,110");
        activate.click();
        assertThat(plans.open(plan).orElseThrow().status()).isEqualTo(PlanStatus.ACTIVE);
        assertThat(screen()).contains("The plan avoids it, namely: no adjustment, light work only");
        var revisions = find(Details.class).all().stream()
                .filter(details -> details.getSummaryText().equals("Revisions"))
                .findFirst()
                .orElseThrow();
        revisions.setOpened(true);
        assertThat(textOf(revisions)).contains("Anand Mehta agreed on Nov 24, 2026: signed on the screen");
        assertThat(find(Svg.class, revisions).single().getElement().getOuterHTML())
                .contains("M10 100L20 90");
    }

    private static Object massageTherapist(Select<?> select) {
        return select.getListDataView().getItems().findFirst().orElseThrow();
    }

    private void draw(String stroke) {
        var box = find(Svg.class, find(SignaturePad.class).single()).single().getElement();
        var data = JsonNodeFactory.instance.objectNode().put("event.detail", stroke);
        box.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(box, "stroke", data));
    }

    private PlanId planOf(String patient) {
        return staff.as("chiropractor", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 100)).stream()
                .filter(row -> row.patientName().equals(patient))
                .map(PlanRow::id)
                .findFirst()
                .orElseThrow();
    }

    private PatientId patientNamed(String name) {
        return staff.as("manager", () -> patients.list(null, 100)).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private List<Select> practitioners() {
        return find(Select.class).withLabel("Practitioner").all();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
