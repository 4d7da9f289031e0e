package io.plumbline.plans.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The phases of a plan on the screen: what ends each, what the facts propose, and what the chiropractor decides. */
@DemoTest
class PlanStepViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PlanService plans;

    @Autowired
    PlanWorklistService worklist;

    @Autowired
    PlanStepService steps;

    @Autowired
    PatientService patients;

    @Test
    @WithStaff("chiropractor")
    void aPlanSaysWhereItIsAndWhatTheFactsPropose() {
        open(Routes.plan(planOf("Rania Haddad")));
        assertThat(screen())
                .contains(
                        "Phases and next step",
                        "Active since",
                        "Ends when",
                        "No red flag is open",
                        "By the step rules, version 3, an example that no clinician of your clinic has approved yet");
    }

    @Test
    @WithStaff("chiropractor")
    void aPlanNamesTheFactorThatNothingAddressesAndTheServiceThatAddressesNone() {
        var plan = planOf("Rania Haddad");
        var seen = draftOf(plan);
        assertThat(seen.factors()).isNotEmpty();
        open(Routes.plan(plan));
        assertThat(screen()).contains("Contributing factors");
        var status = find(Select.class)
                .withCondition(select -> String.valueOf(select.getAriaLabel()).contains("Status of "))
                .first();
        test(status).selectItem("Improving");
        assertThat(draftOf(plan).factors().getFirst().status()).isEqualTo(PlanFactor.Status.IMPROVING);
        staff.doAs(
                "chiropractor",
                () -> steps.noteFactor(
                        plan,
                        plans.open(plan).orElseThrow().version(),
                        seen.factors().getFirst().code(),
                        PlanFactor.Status.OPEN));
    }

    @Test
    @WithStaff("therapist")
    void aTherapistReadsTheFactorsAndChangesNone() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen()).contains("Contributing factors");
        assertThat(find(Select.class)
                        .withCondition(
                                select -> String.valueOf(select.getAriaLabel()).contains("Status of "))
                        .exists())
                .isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void aDecisionOtherwiseThanProposedAsksForItsReason() {
        open(Routes.plan(planOf("Hana Sato")));
        test(button("Decide the step…")).click();
        footerButton("Decide").click();
        assertThat(step().getErrorMessage()).isEqualTo("Choose a decision");
        step().setValue(Step.REFER);
        footerButton("Decide").click();
        assertThat(reason().getErrorMessage()).isEqualTo("Enter why you do not follow the proposal");
        test(reason()).setValue("Asked Dr. Fox for her view");
        footerButton("Decide").click();
        assertThat(find(TextArea.class)
                        .withLabel("Reason for the referral")
                        .single()
                        .getValue())
                .as("the referral opens, filled in")
                .startsWith("Asked Dr. Fox for her view");
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen()).contains("Refer", "Asked Dr. Fox for her view", "Dr. Ada Novak", "and not written yet");
    }

    @Test
    @WithStaff("chiropractor")
    void moreCareAsksHowThePatientAgreed() {
        open(Routes.plan(planOf("Hana Sato")));
        test(button("Decide the step…")).click();
        assertThat(find(RadioButtonGroup.class)
                        .withLabel("The patient agreed to more care")
                        .exists())
                .isFalse();
        step().setValue(Step.HOLD);
        find(TextField.class).withLabel("More visits of each service").single().setValue("2");
        test(reason()).setValue("Sits all day again");
        footerButton("Decide").click();
        RadioButtonGroup<PatientAgreement.Way> agreement = find(RadioButtonGroup.class)
                .withLabel("The patient agreed to more care")
                .single();
        assertThat(agreement.getErrorMessage()).isEqualTo("Choose how the patient agreed");
        assertThat(find(Dialog.class).single().isOpened()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void aReevaluationWithoutNewScoresSaysWhichAreMissing() {
        open(Routes.plan(planOf("Hana Sato")));
        test(button("Re-evaluate…")).click();
        assertThat(textOf(find(Dialog.class).single()))
                .contains("Not measured lately", "Record the missing ones first", "Record measures");
    }

    @Test
    @WithStaff("therapist")
    void aTherapistReadsTheStepAndDoesNotDecideIt() {
        open(Routes.plan(planOf("Rania Haddad")));
        assertThat(screen()).contains("Phases and next step");
        assertThat(find(Button.class).withText("Decide the step…").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void whatEndsAPhaseIsEditedInTheDraft() {
        var plan = plans.begin(patients.search("Giulia Ferraro").getFirst().id());
        open(Routes.plan(plan));
        var relief = find(Details.class).all().getFirst();
        assertThat(relief.getSummaryText()).isEqualTo("Relief ends when: a goal has improved, no red flag is open");
        relief.setOpened(true);
        var pain =
                find(TextField.class).withLabel("Pain on arrival at most").all().getFirst();
        pain.setValue("30");
        assertThat(screen()).contains("Not saved: Relief, Pain on arrival at most: 0 to 10");
        pain.setValue("3");
        assertThat(relief.getSummaryText())
                .isEqualTo("Relief ends when: pain on arrival is 3 or less on 2 visits in a row, a goal has improved,"
                        + " no red flag is open");
        assertThat(draftOf(plan).phases()).extracting(PhaseRules::phase).containsExactly(PlanPhase.RELIEF);
        assertThat(draftOf(plan).phases().getFirst().exit().painAtMost()).isEqualTo(3);
        plans.move(
                plan,
                plans.open(plan).orElseThrow().version(),
                PlanStatus.ENTERED_IN_ERROR,
                "It was only a test of the plan");
    }

    private PlanDraft draftOf(PlanId plan) {
        return Objects.requireNonNull(plans.open(plan).orElseThrow().clinical()).draft();
    }

    private PlanId planOf(String patient) {
        return staff.as("chiropractor", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 100)).stream()
                .filter(row -> row.patientName().equals(patient))
                .map(PlanRow::id)
                .findFirst()
                .orElseThrow();
    }

    private RadioButtonGroup<Step> step() {
        return find(RadioButtonGroup.class).withLabel("Decision").single();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private Button footerButton(String text) {
        return find(Dialog.class)
                .single()
                .getElement()
                .getChildren()
                .flatMap(com.vaadin.flow.dom.Element::getChildren)
                .flatMap(element -> element.getComponent().stream())
                .filter(part ->
                        part instanceof Button button && button.getText().equals(text))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
