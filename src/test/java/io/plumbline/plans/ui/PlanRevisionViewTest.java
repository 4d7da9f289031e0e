package io.plumbline.plans.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.plans.PlanRevisionService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan is revised on a page of its own: what is typed is kept, compared with the plan, and applied with a reason. */
@DemoTest
class PlanRevisionViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PlanService plans;

    @Autowired
    PlanRevisionService revisions;

    @Autowired
    PlanWorklistService worklist;

    @Test
    @WithStaff("chiropractor")
    void aRevisionIsTypedComparedAndApplied() {
        var plan = planOf("Björn Halvorsen");
        open(Routes.plan(plan));
        test(button("Revise…")).click();
        assertThat(screen()).contains("Revise the plan", "the plan stays as it is until you apply the revision");
        var reason = find(TextField.class).withLabel("Reason for care").single();
        reason.setValue("Stiff after long drives");
        assertThat(plans.open(plan).orElseThrow().clinical().draft().reasonForCare())
                .isNotEqualTo("Stiff after long drives");
        test(button("Compare and apply…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog)).contains("Field", "Now", "Revised", "Reason for care", "Stiff after long drives");
        assertThat(textOf(dialog)).as("nothing grows").doesNotContain("The patient agreed to");
        assertThat(textOf(dialog)).as("the ends of the phases stay").doesNotContain("End of phases");
        footerButton("Apply the revision").click();
        var why = find(TextArea.class).withLabel("Reason").single();
        assertThat(why.getErrorMessage()).isEqualTo("Enter why the plan is revised");
        test(why).setValue("The new words say it better");
        footerButton("Apply the revision").click();
        assertThat(screen()).contains("Stiff after long drives");
        find(Details.class)
                .withCondition(details -> details.getSummaryText().equals("Revisions"))
                .single()
                .setOpened(true);
        assertThat(screen()).contains("Revision 2", "The new words say it better", "Revision 1: as activated");
    }

    @Test
    @WithStaff("chiropractor")
    void aRevisionIsThereAgainAfterTheBrowserWasClosed() {
        var plan = planOf("Mei-Ling Zhao");
        open(Routes.revision(plan));
        find(TextField.class).withLabel("Name of the plan").single().setValue("Half typed");
        open(Routes.START);
        open(Routes.revision(plan));
        assertThat(find(TextField.class).withLabel("Name of the plan").single().getValue())
                .isEqualTo("Half typed");
        revisions.discard(plan, revisions.open(plan).version());
    }

    @Test
    @WithStaff("therapist")
    void aTherapistReadsTheRevisionsAndMakesNone() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen()).contains("Revisions");
        assertThat(find(Button.class).withText("Revise…").exists()).isFalse();
    }

    private PlanId planOf(String patient) {
        return staff.as("chiropractor", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 100)).stream()
                .filter(row -> row.patientName().equals(patient))
                .map(PlanRow::id)
                .findFirst()
                .orElseThrow();
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
