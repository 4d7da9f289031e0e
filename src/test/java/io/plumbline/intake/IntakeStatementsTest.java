package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Pain;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a save of an intake note asks of the store at most; the audit rows apart. */
@StoreTest
class IntakeStatementsTest {
    /** The note together with why its author may see the patient, and the change. */
    private static final int OF_A_SAVE = 2;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IntakeService intake;

    @Autowired
    Statements statements;

    @Test
    void aSavedDraftAsksTwoStatements() {
        var patient = care.treated("Intake Saves Often");
        staff.doAs("therapist", () -> {
            var note = intake.begin(patient, group.west, "Stiff neck");
            var version = intake.saveDraft(note, 0, said("Stiff neck since Monday"));
            assertThat(statements.of(() -> intake.saveDraft(note, version, said("Stiff neck since Tuesday"))))
                    .hasSizeLessThanOrEqualTo(OF_A_SAVE);
            assertThat(intake.open(note).orElseThrow().draft().complaint()).isEqualTo("Stiff neck since Tuesday");
        });
    }

    @Test
    void theOneStatementStillAsksWhetherTheCurrentUserMay() {
        var patient = care.treated("Intake Of Others");
        var note = staff.as("therapist", () -> intake.begin(patient, group.west, "Stiff neck"));
        assertThatThrownBy(() -> staff.doAs("guesser", () -> intake.saveDraft(note, 0, said("Not mine"))))
                .isInstanceOf(NotAvailable.class);
    }

    private static IntakeDraft said(String complaint) {
        return new IntakeDraft(
                complaint,
                "",
                new Pain(5),
                null,
                null,
                List.of(),
                Set.of(),
                List.of(),
                Map.of(),
                true,
                null,
                IntakeMore.EMPTY);
    }
}
