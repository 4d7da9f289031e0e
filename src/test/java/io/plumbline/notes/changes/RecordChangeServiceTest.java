package io.plumbline.notes.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
        care.raise(patient, group.west, "RF-INFL-7");
        care.move(plan, PlanStatus.ON_HOLD, "Flag");
        assertThat(seenBy("therapist", patient, since))
                .extracting(RecordChange::kind, RecordChange::what)
                .contains(
                        tuple(RecordChange.Kind.PLAN_STATUS, "active"), tuple(RecordChange.Kind.PLAN_STATUS, "on hold"))
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
        care.move(plan, PlanStatus.ON_HOLD, "Pause");
        care.move(plan, PlanStatus.ACTIVE, "Resume");
        assertThat(seenBy("therapist", patient, since))
                .extracting(RecordChange::at)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void thoseWhoDoNotTreatThePatientSeeNothing() {
        var patient = care.treated("Not Their Patient");
        care.activePlan(patient, "not theirs");
        var opened = staff.as("manager", () -> patients.details(patient)).orElseThrow();
        assertThat(staff.as("therapist", () -> changes.findSince(opened, Instant.EPOCH)))
                .isEmpty();
    }

    private List<RecordChange> seenBy(String who, PatientId patient, Instant since) {
        return staff.as(who, () -> changes.findSince(patients.details(patient).orElseThrow(), since));
    }
}
