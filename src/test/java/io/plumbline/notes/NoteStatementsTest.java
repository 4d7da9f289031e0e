package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a save and a signature of a session note ask of the store at most; the audit rows apart. */
@StoreTest
class NoteStatementsTest {
    /** The note with its parts, why its author may see the patient, and the change. */
    private static final int OF_A_SAVE = 3;

    /** Of a booked visit whose pain is recorded as a score and that a running plan counts. */
    private static final int OF_A_SIGNATURE = 36;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteService notes;

    @Autowired
    IdentityService identity;

    @Autowired
    Statements statements;

    @Test
    void aSavedDraftAsksThreeStatements() {
        var note = begun("Saves Often");
        staff.doAs("therapist", () -> {
            var version = notes.saveDraft(note, 0, TestCare.done());
            assertThat(statements.of(() -> notes.saveDraft(note, version, said("A little better"))))
                    .hasSizeLessThanOrEqualTo(OF_A_SAVE);
        });
    }

    @Test
    void aSignatureAsksForNothingTwice() {
        var note = begun("Signs Once");
        staff.doAs("therapist", () -> {
            var version = notes.saveDraft(note, 0, TestCare.done());
            identity.prove(TestGroup.PASSWORD);
            var asked = statements.of(() -> notes.sign(note, version));
            assertThat(asked).hasSizeLessThanOrEqualTo(OF_A_SIGNATURE);
            assertThat(asked.stream().filter(sql -> sql.contains("break_glass_access")))
                    .as("why the author may see the patient")
                    .hasSize(1);
        });
    }

    private NoteId begun(String name) {
        var patient = care.treated(name);
        care.activePlan(patient, "Tension");
        var appointment = care.bookMassage(patient, care.today());
        return staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
    }

    private static NoteDraft said(String observations) {
        var done = TestCare.done();
        return new NoteDraft(
                done.safetyRecheck(),
                done.safetyRule(),
                done.consent(),
                done.painBefore(),
                done.areas(),
                done.modalities(),
                done.pressure(),
                done.stopAt(),
                done.minutes(),
                done.painAfter(),
                done.response(),
                observations,
                done.statement(),
                done.nextStep());
    }
}
