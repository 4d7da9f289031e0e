package io.plumbline.intake;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.plans.PlanService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Therapists write intake notes within their scope; what only a chiropractor may conclude is asked of one. */
@StoreTest
@OnMySql("triggers of MySQL lock the conclusion of an intake note")
class IntakeConclusionServiceTest {
    private static final String REASON = TestCare.STRANGE + " Examined, nothing against massage";

    private static final SortedMap<String, ContraindicationAnswer> NOTHING = Collections.emptySortedMap();

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IntakeService intake;

    @Autowired
    IntakeConclusionService conclusions;

    @Autowired
    SignedConclusions signed;

    @Autowired
    PlanService plans;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTherapistSignsAnIntakeNoteFromWhichAPlanStarts() {
        var patient = care.treated("Massage Alone");
        var note = signed(patient, care.assessed("back"));
        var read = staff.as("chiropractor", () -> intake.open(note)).orElseThrow();
        assertThat(read.draft().outcome()).isEqualTo(IntakeOutcome.SUITABLE);
        assertThat(read.awaitsConclusion()).isFalse();
        assertThat(waiting()).doesNotContain(note);
        assertThat(staff.as("chiropractor", () -> plans.begin(patient))).isNotNull();
    }

    @Test
    void aTherapistLeavesTheConclusionToAChiropractorWhereARedFlagWasFound() {
        var patient = care.treated("Referred Risk");
        var found = TestCare.withScreen(care.assessed("back"), "RF-INF-2b", ScreeningAnswer.YES);
        for (var outcome : List.of(IntakeOutcome.SUITABLE, IntakeOutcome.SUITABLE_WITH_CAUTION, IntakeOutcome.REFER)) {
            assertThatThrownBy(() -> signed(patient, TestCare.withOutcome(found, outcome)))
                    .as(outcome.label())
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Chiropractor to decide");
        }
        var note = signed(patient, TestCare.withOutcome(found, IntakeOutcome.CHIROPRACTOR_TO_DECIDE));
        assertThat(waiting()).contains(note);
        assertThat(care.auditOf("intake.signed", patient)).isOne();
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("conclusion of a chiropractor");
        // a flag that is open already counts as one that was found
        assertThatThrownBy(() -> signed(patient, care.assessed("again"))).isInstanceOf(Refused.class);
    }

    @Test
    void aChiropractorConcludesOnceWithAReasonAndTheNoteStaysAsSigned() {
        var patient = care.treated("Concluded");
        var note = left(patient);
        conclude(note, IntakeOutcome.SUITABLE_WITH_CAUTION);
        var read = staff.as("therapist", () -> intake.open(note)).orElseThrow();
        assertThat(read.draft().outcome()).isEqualTo(IntakeOutcome.CHIROPRACTOR_TO_DECIDE);
        assertThat(read.awaitsConclusion()).isFalse();
        assertThat(read.signature()).extracting(IntakeDetails.Signature::intact).isEqualTo(true);
        assertThat(read.conclusion()).satisfies(concluded -> {
            assertThat(concluded.outcome()).isEqualTo(IntakeOutcome.SUITABLE_WITH_CAUTION);
            assertThat(concluded.reason()).isEqualTo(REASON);
            assertThat(concluded.signature().by()).isEqualTo("chiropractor");
            assertThat(concluded.signature().intact()).isTrue();
        });
        assertThat(staff.as("therapist", () -> intake.findByPatient(patient)))
                .extracting(IntakeRow::outcome)
                .containsExactly(IntakeOutcome.SUITABLE_WITH_CAUTION);
        assertThat(waiting()).doesNotContain(note);
        assertThat(care.auditOf("intake.concluded", patient)).isOne();
        assertThat(staff.as("chiropractor", () -> plans.begin(patient))).isNotNull();
        assertThatThrownBy(() -> conclude(note, IntakeOutcome.REFER)).isInstanceOf(StaleVersion.class);
        assertThat(signed.after(new java.util.UUID(0, 0), 200))
                .filteredOn(one -> one.id().equals(note.value()))
                .singleElement()
                .matches(one -> one.isAsSigned());
    }

    @Test
    void aConclusionToReferAllowsNoPlan() {
        var patient = care.treated("Refer Them");
        conclude(left(patient), IntakeOutcome.REFER);
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aConclusionNeedsAnOutcomeAReasonProofAndANoteThatWaits() {
        var patient = care.treated("Not Yet");
        var note = left(patient);
        care.asProven("chiropractor", () -> {
            assertThatThrownBy(() -> conclusions.conclude(note, IntakeOutcome.CHIROPRACTOR_TO_DECIDE, REASON, NOTHING))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> conclusions.conclude(note, IntakeOutcome.SUITABLE, " ", NOTHING))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("reason");
            assertThatThrownBy(() -> conclusions.conclude(note, IntakeOutcome.SUITABLE, "x".repeat(1001), NOTHING))
                    .isInstanceOf(Refused.class);
        });
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor", () -> conclusions.conclude(note, IntakeOutcome.SUITABLE, REASON, NOTHING)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        var done = care.treated("Done");
        var concluded = care.signIntake(done, care.assessed("back"));
        assertThatThrownBy(() -> conclude(concluded, IntakeOutcome.SUITABLE)).isInstanceOf(Refused.class);
        assertThat(waiting()).contains(note);
    }

    @Test
    void aChiropractorConcludesTheirOwnNote() {
        var patient = care.treated("Own Note");
        assertThatThrownBy(() -> care.signIntake(
                        patient, TestCare.withOutcome(care.assessed("back"), IntakeOutcome.CHIROPRACTOR_TO_DECIDE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("conclude this note yourself");
    }

    @Test
    void theChiropractorsOfTheClinicSeeTheChartUntilThirtyDaysAfterTheConclusion() {
        var other = group.practitioner(
                "concluder" + Ids.next().toString().substring(24),
                Role.CHIROPRACTOR,
                Discipline.CHIROPRACTIC,
                group.west);
        var patient = care.treated("Unknown To Them");
        var note = left(patient);
        assertThat(endOf(other.value(), note)).hasValue(LocalDate.of(9999, 12, 31));
        conclude(note, IntakeOutcome.SUITABLE);
        assertThat(endOf(other.value(), note).orElseThrow())
                .isBetween(care.today().plusDays(29), care.today().plusDays(31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update intake_note_conclusion set reason = 'other' where note_id = :id",
                "delete from intake_note_conclusion where note_id = :id"
            })
    void theStoreItselfLocksAConclusion(String tampering) {
        var note = left(care.treated("Locked Conclusion"));
        conclude(note, IntakeOutcome.SUITABLE);
        assertThatThrownBy(() ->
                        jdbc.sql(tampering).param("id", Ids.bytes(note.value())).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .containsAnyOf("Signed: it is corrected by an addition, never changed", "command denied");
    }

    private java.util.Optional<LocalDate> endOf(java.util.UUID staffId, IntakeId note) {
        return jdbc.sql(
                        "select until_on from patient_relation where staff_id = ? and reason = 'INTAKE' and source_id = ?")
                .params(Ids.bytes(staffId), Ids.bytes(note.value()))
                .query(LocalDate.class)
                .optional();
    }

    private List<IntakeId> waiting() {
        return staff.as("chiropractor", () -> conclusions.findForCurrentUser(200)).stream()
                .map(ToConcludeRow::note)
                .toList();
    }

    private void conclude(IntakeId note, IntakeOutcome outcome) {
        care.asProven("chiropractor", () -> conclusions.conclude(note, outcome, REASON, NOTHING));
    }

    private IntakeId left(PatientId patient) {
        return signed(patient, TestCare.withOutcome(care.assessed("back"), IntakeOutcome.CHIROPRACTOR_TO_DECIDE));
    }

    private IntakeId signed(PatientId patient, IntakeDraft draft) {
        var note = staff.as("therapist", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("therapist", () -> intake.saveDraft(note, 0, draft));
        care.asProven("therapist", () -> intake.sign(note, version));
        return note;
    }
}
