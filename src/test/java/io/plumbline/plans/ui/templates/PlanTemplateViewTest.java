package io.plumbline.plans.ui.templates;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.plans.templates.TemplateRow;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A chiropractor copies an example, publishes a version of it, and begins a plan with it. */
@DemoTest
class PlanTemplateViewTest extends SpringBrowserlessTest {
    @Autowired
    PlanTemplateService templates;

    @Autowired
    PlanService plans;

    @Autowired
    PlanWorklistService worklist;

    @Test
    @WithStaff("chiropractor")
    void anExampleIsCopiedEditedAndPublished() {
        open(Routes.planTemplate("maintenance"));
        assertThat(screen())
                .contains(
                        "Maintenance after a course of care",
                        "Example, needs sign-off",
                        "Massage, monthly × 6",
                        "Source");
        test(button("Copy to edit")).click();
        assertThat(screen()).contains("Draft of version 1");
        var name = find(TextField.class).withLabel("Name of the template").single();
        name.setValue("Tune-ups at our clinic");
        test(button("Publish version 1")).click();
        assertThat(screen()).contains("Tune-ups at our clinic", "Version 1", "First version");
        test(button("Edit")).click();
        find(TextField.class).withLabel("Name of the template").single().setValue("Tune-ups");
        test(button("Publish version 2")).click();
        var reason = find(TextField.class).withLabel("What changed").single();
        assertThat(reason.getErrorMessage()).isEqualTo("Say what changed; it stays on record");
        reason.setValue("A shorter name for the list");
        test(button("Publish version 2")).click();
        assertThat(screen()).contains("A shorter name for the list", "Tune-ups at our clinic");
    }

    @Test
    @WithStaff("chiropractor")
    void whatIsTypedIsThereAgainAfterTheBrowserWasClosed() {
        var id = templates.begin();
        open(Routes.planTemplateDraft(id));
        find(TextField.class).withLabel("Name of the template").single().setValue("Half typed");
        open(Routes.START);
        open(Routes.planTemplateDraft(id));
        assertThat(find(TextField.class)
                        .withLabel("Name of the template")
                        .single()
                        .getValue())
                .isEqualTo("Half typed");
        templates.discard(id, templates.open(id).orElseThrow().revision());
    }

    @Test
    @WithStaff("chiropractor")
    void aDraftBeginsWithATemplateAndTheChoiceIsUndone() {
        var plan = plans.begin(worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 100).stream()
                .filter(row -> row.patientName().equals("Mei-Ling Zhao"))
                .findFirst()
                .orElseThrow()
                .patient());
        open(Routes.plan(plan));
        var before = content(plan);
        Select<TemplateRow> choice = templateChoice();
        var example = templates.findOffered().stream()
                .filter(row -> row.id().equals("trial-of-care"))
                .findFirst()
                .orElseThrow();
        test(choice).selectItem("Trial of chiropractic care (example)");
        assertThat(choice.getHelperText()).startsWith("A short trial");
        test(button("Use template")).click();
        assertThat(content(plan).template()).isEqualTo(example.origin());
        assertThat(content(plan).services()).hasSize(1);
        assertThat(screen()).contains("The services come from Trial of chiropractic care, version 1");
        test(button("Undo")).click();
        assertThat(content(plan).services()).isEqualTo(before.services());
        assertThat(content(plan).template()).isEqualTo(before.template());
    }

    @Test
    @WithStaff("chiropractor")
    void aDraftOfCombinedCareSaysHowManyMassagesArePaired() {
        var plan = plans.begin(worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 100).stream()
                .filter(row -> row.patientName().equals("Björn Halvorsen"))
                .findFirst()
                .orElseThrow()
                .patient());
        open(Routes.plan(plan));
        assertThat(screen()).as("massage alone").doesNotContain("have an adjustment");
        test(templateChoice()).selectItem("Lower-back tension, combined care (example)");
        test(button("Use template")).click();
        assertThat(screen()).contains("28 visits", "10 of 10 massages have an adjustment on the same day.");
    }

    @Test
    @WithStaff("chiropractor")
    void aPlanSaysFromWhichVersionItCameAndHowItDiffers() {
        var plan = worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 100).stream()
                .filter(row -> Objects.requireNonNull(
                                        plans.open(row.id()).orElseThrow().clinical())
                                .draft()
                                .template()
                        != null)
                .findFirst()
                .orElseThrow();
        var origin = Objects.requireNonNull(
                Objects.requireNonNull(plans.open(plan.id()).orElseThrow().clinical())
                        .draft()
                        .template());
        open(Routes.plan(plan.id()));
        find(Details.class)
                .withCondition(details -> details.getSummaryText().equals("From " + origin.words()))
                .single()
                .setOpened(true);
        assertThat(screen()).containsAnyOf("Nothing differs.", "This plan");
        test(button("Make a template of this plan")).click();
        assertThat(screen()).contains("Unnamed template", "Draft of version 1");
    }

    @Test
    @WithStaff("chiropractor")
    void theListShowsTheClinicsTemplatesAndTheExamples() {
        open(Routes.PLAN_TEMPLATES);
        assertThat(templates.findAll()).filteredOn(TemplateRow::isExample).hasSize(4);
        test(button("New template")).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).endsWith("/" + Routes.EDIT);
        var messages = screen();
        assertThat(messages).contains("Draft of version 1");
        test(button("Publish version 1")).click();
        assertThat(find(TextField.class)
                        .withLabel("Name of the template")
                        .single()
                        .getErrorMessage())
                .isEqualTo("Enter a name");
    }

    private PlanDraft content(PlanId plan) {
        return Objects.requireNonNull(plans.open(plan).orElseThrow().clinical()).draft();
    }

    @SuppressWarnings("unchecked")
    private Select<TemplateRow> templateChoice() {
        return find(Select.class)
                .withCondition(select -> "Template".equals(select.getLabel()))
                .single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
