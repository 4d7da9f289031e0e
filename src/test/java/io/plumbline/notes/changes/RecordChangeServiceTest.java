package io.plumbline.notes.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.notes.amendments.Addendum;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.StepOrder;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beside a note stands what colleagues changed in the record since the reader's last one. */
@StoreTest
class RecordChangeServiceTest {
    @Autowired
    RecordChangeService changes;

    @Autowired
    PatientService patients;

    @Autowired
    MeasureService measures;

    @Autowired
    PlanStepService steps;

    @Autowired
    NoteAmendmentService amendments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Test
    void notesPlansFlagsAndScoresOfColleaguesAreNamed() {
        var patient = care.treated("Changed By Others");
        var since = clock.instant().minusSeconds(60);
        care.signedNote(patient);
        var plan = care.activePlan(patient, "changes");
        staff.doAs(
                "chiropractor",
                () -> measures.record(
                        patient, List.of(new ScoreDraft("NPRS_WORST", MeasureAnswers.score(6), care.today()))));
        decide(plan);
        care.move(plan, PlanStatus.ON_HOLD, "A red flag was raised today");
        care.raise(patient, group.west, "RF-INFL-7");
        care.decideAll(patient);
        assertThat(seenBy("therapist", patient, since))
                .extracting(RecordChange::kind, RecordChange::what)
                .contains(
                        tuple(RecordChange.Kind.INTAKE, "signed"),
                        tuple(RecordChange.Kind.PLAN_STATUS, "active"),
                        tuple(RecordChange.Kind.PLAN_STATUS, "on hold"),
                        tuple(RecordChange.Kind.PLAN_DECISION, "hold"),
                        tuple(RecordChange.Kind.FLAG, "Possible inflammatory back pain, raised"),
                        tuple(RecordChange.Kind.FLAG, "Possible inflammatory back pain, cleared"))
                .as("the reader's own note")
                .doesNotContain(tuple(RecordChange.Kind.SESSION, "Massage"));
        assertThat(seenBy("therapist", patient, since))
                .extracting(RecordChange::kind)
                .contains(RecordChange.Kind.SCORE);
        assertThat(seenBy("chiropractor", patient, since))
                .extracting(RecordChange::kind, RecordChange::what)
                .contains(tuple(RecordChange.Kind.SESSION, "Massage"));
    }

    @Test
    void addendaAndWhatThePortalDidAreNamed() {
        var patient = care.treated("Amended By Others");
        var since = clock.instant().minusSeconds(60);
        var note = care.signedNote(patient);
        var addendum = new Addendum("Takes blood thinners since Friday");
        var version = staff.as("therapist", () -> amendments.saveDraft(note, -1, addendum));
        care.asProven("therapist", () -> amendments.sign(note, version));
        care.raise(patient, group.west, "RF-INFL-7");
        jdbc.sql("update red_flag set raised_by = ? where subject_id = ?")
                .params(Ids.bytes(CurrentUser.SYSTEM.staff().value()), Ids.bytes(patient.value()))
                .update();
        assertThat(seenBy("chiropractor", patient, since))
                .extracting(RecordChange::kind, RecordChange::what)
                .contains(
                        tuple(RecordChange.Kind.AMENDMENT, "addendum"),
                        tuple(RecordChange.Kind.FLAG, "Possible inflammatory back pain, raised"));
        assertThat(seenBy("chiropractor", patient, since))
                .extracting(RecordChange::by)
                .contains(CurrentUser.SYSTEM.displayName());
    }

    @Test
    void whatHappenedBeforeIsLeftOut() {
        var patient = care.treated("Changed Before");
        care.activePlan(patient, "before");
        assertThat(seenBy("therapist", patient, clock.instant().plusSeconds(1))).isEmpty();
    }

    @Test
    void newestChangesStandFirst() {
        var patient = care.treated("Changed Twice");
        var since = clock.instant().minusSeconds(60);
        var plan = care.activePlan(patient, "twice");
        clock.pass(Duration.ofMinutes(1));
        care.move(plan, PlanStatus.ON_HOLD, "A pause of some weeks");
        assertThat(seenBy("therapist", patient, since))
                .hasSizeGreaterThan(2)
                .extracting(RecordChange::what)
                .startsWith("on hold");
    }

    @Test
    void thoseWhoDoNotTreatThePatientSeeNothing() {
        var patient = care.treated("Not Their Patient");
        care.activePlan(patient, "not theirs");
        var opened = staff.as("manager", () -> patients.details(patient)).orElseThrow();
        assertThat(staff.as("therapist", () -> changes.findSince(opened, Instant.EPOCH)))
                .isEmpty();
    }

    private void decide(PlanId plan) {
        var order = new StepOrder(Step.HOLD, null, 0, null, "The course stays as it is");
        staff.doAs("chiropractor", () -> steps.decide(plan, care.versionOf(plan), order));
    }

    private List<RecordChange> seenBy(String who, PatientId patient, Instant since) {
        return staff.as(who, () -> changes.findSince(patients.details(patient).orElseThrow(), since));
    }
}
