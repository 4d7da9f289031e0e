package io.plumbline.plans.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.TemplateOrigin;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan takes over the services of a template; who provides them and what is about the patient stays. */
class TemplateContentTest {
    private static final TemplateOrigin ORIGIN = new TemplateOrigin("lower-back-massage", 1, "Massage");
    private static final StaffId TOM = StaffId.next();

    @Test
    void aTemplateNamesNoPractitioners() {
        assertThat(template("Massage", line(PlanPhase.RELIEF, TOM, 4)).services())
                .extracting(PlannedService::practitionerId)
                .containsOnlyNulls();
    }

    @Test
    void aPlanKeepsThePractitionerOfEachServiceAndWhatIsAboutThePatient() {
        var plan = plan("Treatment plan", line(PlanPhase.RELIEF, TOM, 9));
        var begun = template("Massage", line(PlanPhase.RELIEF, null, 4), line(PlanPhase.MAINTAIN, null, 3))
                .appliedTo(plan, ORIGIN);
        assertThat(begun.services()).containsExactly(line(PlanPhase.RELIEF, TOM, 4), line(PlanPhase.MAINTAIN, TOM, 3));
        assertThat(begun.reasonForCare()).isEqualTo("Stiff back");
        assertThat(begun.startsOn()).isEqualTo(plan.startsOn());
        assertThat(begun.template()).isEqualTo(ORIGIN);
        assertThat(begun.title()).as("nobody chose a name").isEqualTo("Massage");
    }

    @Test
    void aNameThatSomebodyChoseStays() {
        var template = template("Combined", line(PlanPhase.RELIEF, null, 4));
        assertThat(template.appliedTo(plan("Back in shape"), ORIGIN).title()).isEqualTo("Back in shape");
        var another = plan("Massage").withTemplate(ORIGIN);
        assertThat(template.appliedTo(another, ORIGIN).title())
                .as("the name of the template before")
                .isEqualTo("Combined");
    }

    @Test
    void whatNoPlanCouldHaveIsRefused() {
        assertThatThrownBy(() -> template("Twice", line(PlanPhase.RELIEF, null, 4), line(PlanPhase.RELIEF, null, 5)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("lists Massage twice");
        assertThatThrownBy(() -> template(
                        "Long",
                        line(PlanPhase.RELIEF, null, 60),
                        line(PlanPhase.CORRECTIVE, null, 60),
                        line(PlanPhase.MAINTAIN, null, 1)))
                .isInstanceOf(Refused.class)
                .hasMessage("A plan has at most 120 visits");
    }

    private static TemplateContent template(String name, PlannedService... services) {
        return new TemplateContent(name, "", List.of(services), List.of());
    }

    private static PlanDraft plan(String title, PlannedService... services) {
        return new PlanDraft(title, "Stiff back", LocalDate.of(2026, 11, 30), List.of(services));
    }

    private static PlannedService line(PlanPhase phase, @Nullable StaffId who, int visits) {
        return new PlannedService(phase, AppointmentType.MASSAGE, who, Frequency.WEEKLY, visits);
    }
}
