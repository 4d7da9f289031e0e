package io.plumbline.plans.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.PlannedService;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page for the patient while a plan runs, and a discharge summary when it is over. */
@StoreTest
class PlanLettersTest {
    @Autowired
    PlanLetters letters;

    @Autowired
    PlanService plans;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Test
    void theLetterSaysInOnePageWhatIsPlannedAndWhatThePatientCanDo() {
        var patient = care.patient("Gets Letter", group.west);
        var plan = active(patient);
        care.bookMassage(
                patient,
                care.today().plusDays(1),
                care.details(plan).visits().getFirst().id());
        var paper = staff.as(
                "chiropractor",
                () -> Paper.of(renderer.render(letters.letter(plan).orElseThrow())));
        assertThat(paper.text())
                .contains("Your treatment plan", "Massage", "Weekly", "Your goals", "Next visit")
                .contains("What you can do yourself", "Long sitting", "Stand or walk break")
                .doesNotContain("Stress");
        assertThat(care.auditOf("plan.printed", patient)).isOne();
        assertThat(staff.as("chiropractor", () -> letters.discharge(plan))).isEmpty();
    }

    @Test
    void theDischargeSummarySaysWhatWasDeliveredAndWhatBecameOfTheGoals() {
        var patient = care.patient("Is Discharged", group.west);
        var plan = active(patient);
        care.signedNote(patient);
        care.move(plan, PlanStatus.COMPLETED, "Back at work without pain");
        assertThat(printedFor("chiropractor", () -> letters.discharge(plan)))
                .contains("Discharge summary", "Massage: 1 of 4 visits", "Completed", "Back at work without pain")
                .contains("Chiropractic: ")
                .contains("Contributing factors", "Long sitting", "Stress or emotional strain");
        assertThat(staff.as("chiropractor", () -> letters.letter(plan))).isEmpty();
    }

    @Test
    void whoDoesNotTreatThePatientGetsNeither() {
        var plan = active(care.patient("Keeps Letters", group.west));
        assertThat(staff.as("manager", () -> letters.letter(plan))).isEmpty();
        assertThat(staff.as("guesser", () -> letters.letter(plan))).isEmpty();
        var opened = staff.as("manager", () -> plans.open(plan)).orElseThrow();
        assertThat(staff.as("manager", () -> letters.link(opened))).isEmpty();
    }

    private PlanId active(PatientId patient) {
        var weekly = care.weekly("stiff back").services().toArray(PlannedService[]::new);
        var plan = care.draftPlan(patient, "stiff back", group.west, care.today(), weekly);
        var draft = Objects.requireNonNull(care.details(plan).clinical()).draft();
        staff.doAs("chiropractor", () -> {
            plans.saveDraft(
                    plan,
                    care.versionOf(plan),
                    draft.withFactors(List.of(
                            new PlanFactor("SITTING", PlanFactor.Status.OPEN, Set.of(), "", "Stand or walk break"),
                            PlanFactor.open("STRESS"))));
            plans.activate(plan, care.versionOf(plan), TestCare.AGREED);
        });
        return plan;
    }

    private String printedFor(String who, Supplier<Optional<PrintedDocument>> document) {
        return staff.as(who, () -> Paper.of(renderer.render(document.get().orElseThrow()))
                .text());
    }
}
