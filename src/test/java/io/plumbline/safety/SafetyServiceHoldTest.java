package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A flag that holds treatment: what it forbids, and what alone ends it. */
@StoreTest
@OnMySql("a decision and a new flag at once wait for the row lock of the patient's header")
class SafetyServiceHoldTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void aClinicalHoldForbidsOnlyTreatmentsAndExerciseSessions() {
        var patient = group.patient("On", "Hold", group.west);
        group.book(group.chiropractor, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
        staff.doAs("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
        var day = care.emptyDay();
        assertThatThrownBy(() -> staff.as("westdesk", () -> schedule.book(massage(patient, day))))
                .isInstanceOf(Refused.class)
                .hasMessage("Clinical hold: no adjustment, massage or exercise session may be booked until a"
                        + " chiropractor has cleared the patient. A consultation or an assessment is still possible.");
        var exercise = new Booking(
                group.west, group.therapist, patient, AppointmentType.EXERCISE, day, LocalTime.of(10, 0), 50);
        assertThatThrownBy(() -> staff.as("westdesk", () -> schedule.book(exercise)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("exercise session");
        group.book(group.therapist, patient, group.west, day, LocalTime.of(11, 0));
    }

    @Test
    void onlyClearingWithEvidenceEndsAHold() {
        var patient = group.patient("Decided", "Flag", group.west);
        group.book(group.chiropractor, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
        group.book(group.therapist, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
        staff.doAs("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
        var flag = onlyFlag(patient);
        assertThat(care.isOnHold(patient)).isTrue();
        var today = LocalDate.now(clock);
        var found = care.evidence();
        assertThatThrownBy(() -> decide(flag, FlagDecision.cleared(" ", found)))
                .isInstanceOf(Refused.class)
                .hasMessage("The reason is missing");
        assertThatThrownBy(() -> decide(flag, new FlagDecision(FlagStatus.CLEARED, "The fever went down", null)))
                .isInstanceOf(Refused.class)
                .hasMessage("To clear a flag, enter the evidence: who examined the patient, what was found, and when");
        assertThatThrownBy(() -> decide(
                        flag,
                        FlagDecision.cleared(
                                "The fever went down",
                                new EvidenceDraft(
                                        found.examiner(),
                                        today.plusDays(2),
                                        found.finding(),
                                        found.examination(),
                                        null,
                                        found.place(),
                                        found.document()))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The examination date is in the future");
        assertThatThrownBy(() ->
                        decide(flag, new FlagDecision(FlagStatus.MONITORED, "Watched for two days", today.plusDays(2))))
                .isInstanceOf(Refused.class)
                .hasMessage("A flag of this level cannot be monitored. Its hold stays until the flag is cleared");
        for (var referral : List.of(FlagStatus.REFERRED, FlagStatus.EMERGENCY_REFERRED)) {
            decide(onlyFlag(patient), new FlagDecision(referral, "To the family physician", null));
            assertThat(care.isOnHold(patient)).as("%s", referral).isTrue();
            assertThat(onlyFlag(patient).holds()).isTrue();
        }
        assertThatThrownBy(() -> decide(flag, FlagDecision.cleared("Afebrile for a week", found)))
                .isInstanceOf(StaleVersion.class);
        decide(onlyFlag(patient), FlagDecision.cleared("Afebrile for a week", found));
        assertThat(care.isOnHold(patient)).isFalse();
        var kept = Objects.requireNonNull(onlyFlag(patient).evidence());
        assertThat(kept.examiner()).isEqualTo("Dr. Lena Ortiz, family physician");
        assertThat(kept.examinedOn()).isEqualTo(found.examinedOn());
        assertThat(kept.finding()).isEqualTo(found.finding());
        assertThat(kept.examination()).isEqualTo(found.examination());
        assertThat(kept.place()).isEqualTo(found.place());
        assertThat(kept.isDocumentAwaited()).isTrue();
        assertThat(onlyFlag(patient).reason()).isEqualTo("Afebrile for a week");
        assertThat(auditOf("flag.decided", patient)).isEqualTo(3);
    }

    @Test
    void aFlagIsNotDecidedForTheReasonOfAnotherPatient() {
        var one = group.patient("Copied", "From", group.west);
        var other = group.patient("Copied", "To", group.west);
        for (var patient : List.of(one, other)) {
            group.book(group.chiropractor, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
            group.book(group.therapist, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
            care.raise(patient, group.west, "RF-CA-2");
        }
        decide(onlyFlag(one), new FlagDecision(FlagStatus.REFERRED, "Her physician looks at the weight", null));
        var copy = new FlagDecision(FlagStatus.REFERRED, "Her physician looks at the weight!", null);
        assertThatThrownBy(() -> decide(onlyFlag(other), copy))
                .isInstanceOf(Refused.class)
                .hasMessage("You gave the same reason for another patient. Write the reason for this one");
        assertThat(onlyFlag(other).status()).isNotEqualTo(FlagStatus.REFERRED);
        assertThatThrownBy(() -> decide(onlyFlag(other), new FlagDecision(FlagStatus.REFERRED, "x", null)))
                .hasMessage("The reason needs at least 15 letters: explain it in a few words");
        var mistaken = onlyFlag(one);
        staff.doAs("chiropractor", () -> safety.undo(mistaken.id(), mistaken.version()));
        decide(onlyFlag(other), copy);
        assertThat(onlyFlag(other).status())
                .as("the other one was decided by mistake")
                .isEqualTo(FlagStatus.REFERRED);
    }

    @Test
    void aReferredFlagOfLevelRForbidsAdjustmentsUntilMonitoredOrCleared() {
        var patient = group.patient("Referred", "To Physician", group.west);
        group.book(group.chiropractor, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
        group.book(group.therapist, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
        staff.doAs("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-CA-2", ScreeningAnswer.YES)));
        decide(onlyFlag(patient), new FlagDecision(FlagStatus.REFERRED, "To the family physician", null));
        assertThat(mayBeAdjusted(patient)).isFalse();
        assertThat(care.isOnHold(patient)).as("a massage may be booked").isFalse();
        var today = LocalDate.now(clock);
        assertThatThrownBy(() -> decide(
                        onlyFlag(patient),
                        new FlagDecision(FlagStatus.MONITORED, "Weighed every week here", today.plusDays(92))))
                .isInstanceOf(Refused.class)
                .hasMessage("A flag can be monitored for at most 90 days");
        decide(
                onlyFlag(patient),
                new FlagDecision(FlagStatus.MONITORED, "Weighed every week here", today.plusDays(80)));
        assertThat(mayBeAdjusted(patient)).isTrue();
        staff.as("system", safety::raiseMonitoredAgain);
        assertThat(mayBeAdjusted(patient)).as("not before its day").isTrue();
        jdbc.sql("update red_flag set monitored_until = ? where subject_id = ?")
                .params(today.minusDays(1), Ids.bytes(patient.value()))
                .update();
        staff.as("system", safety::raiseMonitoredAgain);
        assertThat(mayBeAdjusted(patient)).isFalse();
    }

    @Test
    void aFlagRaisedDuringADecisionKeepsTheHold() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 10; round++) {
                var patient = group.patient("Raised", "Meanwhile" + round, group.west);
                group.book(group.chiropractor, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
                group.book(group.therapist, patient, group.west, care.emptyDay(), LocalTime.of(9, 0));
                staff.doAs(
                        "chiropractor",
                        () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
                var first = onlyFlag(patient);
                var both = List.<Callable<Void>>of(
                        () -> {
                            decide(
                                    first,
                                    FlagDecision.cleared(
                                            "Without fever since Monday, " + patient.value(), care.evidence()));
                            return null;
                        },
                        () -> {
                            staff.doAs(
                                    "therapist",
                                    () -> screening.raise(
                                            patient, group.west, Map.of("RF-CES-1", ScreeningAnswer.YES)));
                            return null;
                        });
                for (var one : threads.invokeAll(both)) {
                    one.get();
                }
                assertThat(care.isOnHold(patient)).isTrue();
            }
        }
    }

    private boolean mayBeAdjusted(PatientId patient) {
        return !staff.as("manager", () -> patients.brief(patient)).orElseThrow().thrustHold();
    }

    private FlagDetails onlyFlag(PatientId patient) {
        return staff.as("therapist", () -> safety.findByPatient(patient)).getFirst();
    }

    private void decide(FlagDetails flag, FlagDecision decision) {
        staff.doAs("chiropractor", () -> safety.decide(flag.id(), flag.version(), decision));
    }

    private Booking massage(PatientId patient, LocalDate day) {
        return new Booking(group.west, group.therapist, patient, AppointmentType.MASSAGE, day, LocalTime.of(10, 0), 50);
    }

    private long auditOf(String kind, PatientId patient) {
        return auditOf(kind, patient.value());
    }

    private long auditOf(String kind, UUID patient) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient))
                .query(Long.class)
                .single();
    }
}
