package io.plumbline.plans.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan as a document: the reason for care only for those who treat, and each time on record. */
@StoreTest
class PlanDocumentTest {
    @Autowired
    PlanDocument document;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Test
    void thePlanIsPrintedAsFarAsTheReaderMayReadIt() {
        var patient = care.treated("Planned");
        var plan = care.activePlan(patient, "a clinical reason");
        assertThat(printedFor("chiropractor", plan))
                .contains("Treatment plan")
                .contains("0 of 4 delivered")
                .contains("a clinical reason")
                .contains("Activated by chiropractor", "Chiropractic: ");
        assertThat(printedFor("manager", plan)).contains("0 of 4 delivered").doesNotContain("a clinical reason");
        assertThat(care.auditOf("plan.printed", patient)).isEqualTo(2);
        assertThat(staff.as("guesser", () -> document.print(plan))).isEmpty();
        assertThat(care.auditOf("plan.printed", patient)).isEqualTo(2);
    }

    private String printedFor(String who, PlanId plan) {
        return staff.as(who, () -> Paper.of(renderer.render(document.print(plan).orElseThrow()))
                .text());
    }
}
