package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.breakglass.BreakGlassDecision;
import io.plumbline.access.breakglass.BreakGlassFilter;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassRow;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.sensitive.SensitiveAccess;
import io.plumbline.patients.sensitive.SensitiveAccessService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Emergency and urgent red flags reach every chiropractor of the clinic, who takes them one at a time. */
@StoreTest
@OnMySql("two who take a flag at once wait for its row, and the second reads what the first wrote")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlagTakingServiceTest {
    private static final String EMERGENCY = "RF-CES-2";
    private static final String URGENT = "RF-INF-1";
    private static final String REFER = "RF-CA-2";
    private static final BreakGlassReason WHY = new BreakGlassReason("Nobody named for this patient is here");

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    FlagTakingService taking;

    @Autowired
    SafetyService safety;

    @Autowired
    BreakGlassClock openings;

    @Autowired
    ClinicService clinics;

    @Autowired
    PatientService patients;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    SensitiveAccessService accesses;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private StaffId second;

    @BeforeAll
    void colleagues() {
        second = group.account("second", Role.CHIROPRACTOR, group.west);
        group.account("third", Role.CHIROPRACTOR, group.west);
        group.account("elsewhere", Role.CHIROPRACTOR, group.east);
    }

    @Test
    void eachChiropractorOfTheClinicSeesNameLevelAndAgeAndNothingElse() {
        var patient = flagged("Seen", EMERGENCY);
        for (var who : List.of("second", "third")) {
            assertThat(toTake(who, patient)).get().satisfies(flag -> {
                assertThat(flag.personName()).startsWith("Seen ");
                assertThat(flag.level()).isEqualTo(FlagLevel.E);
                assertThat(flag.raisedAt()).isEqualTo(clock.instant());
                assertThat(flag.isSensitive()).isFalse();
                assertThat(flag.toString()).doesNotContain("Possible", "bladder", "RF-");
            });
            assertThat(staff.as(who, () -> patients.open(patient))).isEmpty();
            assertThat(staff.as(who, () -> safety.findByPatient(patient))).isEmpty();
            var flag = flagOf(patient);
            assertThatThrownBy(() -> staff.doAs(
                            who,
                            () -> safety.decide(
                                    flag, 0, FlagDecision.cleared("Looked at it for a moment", care.evidence()))))
                    .isInstanceOf(NotAvailable.class);
        }
        assertThat(item("chiropractor", patient)).get().isInstanceOf(FlagRow.class);
    }

    @Test
    void nobodyElseSeesOrTakesIt() {
        var patient = flagged("Not Theirs", EMERGENCY);
        var flag = flagOf(patient);
        assertThat(item("elsewhere", patient)).isEmpty();
        assertThatThrownBy(() -> staff.as("elsewhere", () -> taking.take(flag))).isInstanceOf(NotAvailable.class);
        for (var who : List.of("therapist", "manager", "westdesk", "auditor", "admin")) {
            assertThatThrownBy(() -> staff.as(who, () -> safety.open(flag))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> staff.as(who, () -> taking.take(flag))).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> staff.as("second", () -> taking.take(new FlagId(Ids.next()))))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aFlagThatIsNoClinicalHoldStaysWithThoseWhoTreatThePatient() {
        var patient = flagged("Not A Hold", REFER);
        assertThat(item("second", patient)).isEmpty();
        assertThatThrownBy(() -> take("second", patient)).isInstanceOf(NotAvailable.class);
    }

    @Test
    void takingOpensTheChartUntilTheFlagIsDecided() {
        var patient = flagged("Taken", URGENT);
        var counted = staff.as("third", safety::countOpen);
        assertThat(take("second", patient)).isEqualTo(patient);
        assertThat(take("second", patient)).as("again").isEqualTo(patient);
        assertThat(care.auditOf("flag.taken", patient)).isEqualTo(1);
        assertThat(staff.as("second", () -> patients.open(patient))).isPresent();
        assertThat(item("second", patient)).get().isInstanceOf(FlagRow.class);
        assertThat(item("third", patient)).as("somebody has it").isEmpty();
        assertThat(staff.as("third", safety::countOpen)).isEqualTo(counted - 1);
        clear("second", patient);
        assertThat(staff.as("second", () -> patients.open(patient))).isEmpty();
        assertThat(item("second", patient)).isEmpty();

        assertThat(staff.as("second", safety::decidedLately))
                .extracting(FlagDecisionRow::flag)
                .contains(flagOf(patient));
        staff.doAs("second", () -> safety.undo(flagOf(patient), versionOf(patient)));
        assertThat(staff.as("second", () -> patients.open(patient)))
                .as("who undoes the decision has the flag again")
                .isPresent();
        clear("chiropractor", patient);
        assertThat(staff.as("second", () -> patients.open(patient)))
                .as("a colleague decided")
                .isEmpty();
        assertThatThrownBy(() -> staff.doAs("second", () -> safety.undo(flagOf(patient), versionOf(patient))))
                .as("not their decision")
                .isInstanceOf(Refused.class);
        assertThat(staff.as("second", () -> patients.open(patient))).isEmpty();
    }

    @Test
    void aReferredFlagThatSomebodyProposedToClearIsTakenByWhoJoinsTheClinicLater() {
        var patient = flagged("Joined Later", EMERGENCY);
        var flag = flagOf(patient);
        staff.doAs(
                "chiropractor",
                () -> safety.decide(
                        flag,
                        safety.findByPatient(patient).getFirst().version(),
                        new FlagDecision(FlagStatus.EMERGENCY_REFERRED, "Sent to the hospital at once", null)));
        staff.doAs(
                "chiropractor",
                () -> safety.decide(
                        flag,
                        safety.findByPatient(patient).getFirst().version(),
                        FlagDecision.cleared(
                                "Looked at with the report of the hospital",
                                EvidenceDraft.inWords(
                                                new Examiner.OfStaff(group.chiropractor),
                                                care.today(),
                                                "Reflexes and sensation of both legs are normal")
                                        .with(ClearanceFinding.NORMAL_EXAMINATION, null))));
        group.account("joined", Role.CHIROPRACTOR, group.west);
        assertThat(toTake("joined", patient)).isPresent();
        take("joined", patient);
        assertThat(staff.as("joined", () -> patients.open(patient))).isPresent();
    }

    @Test
    void whoRefersHasUntilTheNextDayToWriteTheReferral() {
        var patient = flagged("Referred", EMERGENCY);
        take("second", patient);
        staff.doAs(
                "second",
                () -> safety.decide(
                        flagOf(patient),
                        versionOf(patient),
                        new FlagDecision(FlagStatus.EMERGENCY_REFERRED, "Sent to the hospital", null)));
        assertThat(staff.as("second", () -> patients.open(patient))).isPresent();
        clock.pass(Duration.ofDays(2));
        assertThat(staff.as("second", () -> patients.open(patient))).isEmpty();
        clear("chiropractor", patient);
        assertThat(staff.as("second", () -> patients.open(patient)))
                .as("a later decision gives nothing")
                .isEmpty();
    }

    @Test
    void ofTwoWhoTakeAtOnceOneGetsItAndTheOtherIsToldWho() throws Exception {
        for (int i = 0; i < 5; i++) {
            var patient = flagged("At Once", EMERGENCY);
            try (var both = Executors.newFixedThreadPool(2)) {
                var said = both
                        .invokeAll(List.<Callable<String>>of(
                                () -> taking("second", patient), () -> taking("third", patient)))
                        .stream()
                        .map(one -> one.resultNow())
                        .toList();
                assertThat(said)
                        .containsOnlyOnce("taken")
                        .hasSize(2)
                        .containsAnyOf("second took this flag first", "third took this flag first");
                var loser = said.getFirst().equals("taken") ? "third" : "second";
                assertThat(said).anyMatch(words -> !words.startsWith(loser) && !words.equals("taken"));
                assertThat(staff.as(loser, () -> patients.open(patient))).isEmpty();
            }
            clear("chiropractor", patient);
        }
    }

    private String taking(String who, PatientId patient) {
        try {
            take(who, patient);
            return "taken";
        } catch (Refused refused) {
            return refused.sentence();
        }
    }

    @Test
    void aFlagTakenBySomebodyWhoLeftStandsOnTheListAgain() {
        var patient = flagged("Left Behind", EMERGENCY);
        group.account("leaver", Role.CHIROPRACTOR, group.west);
        take("leaver", patient);
        assertThat(item("third", patient)).isEmpty();
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where display_name = 'leaver' and username = ?")
                .param(staff.username("leaver"))
                .update();
        assertThat(toTake("third", patient)).isPresent();
        assertThat(take("third", patient)).isEqualTo(patient);
        clear("chiropractor", patient);
    }

    @Test
    void aSensitivePatientHasNoNameAndAnEmergencyOpensByBreakGlassAtOnce() {
        var patient = flagged("Hidden", EMERGENCY);
        staff.doAs("chiropractor", () -> sensitive.mark(patient, Set.of(), "Works at the clinic"));
        assertThat(toTake("second", patient)).get().satisfies(flag -> {
            assertThat(flag.personName()).isEqualTo("A sensitive patient");
            assertThat(flag.isSensitive()).isTrue();
            assertThat(flag.toString()).doesNotContain("Hidden", patient.toString());
        });
        assertThatThrownBy(() -> take("second", patient))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("This record is sensitive");
        assertThat(staff.as("second", () -> patients.open(patient))).isEmpty();
        assertThatThrownBy(() -> breakGlass("elsewhere", patient)).isInstanceOf(NotAvailable.class);

        assertThat(breakGlass("second", patient)).isEqualTo(patient);
        assertThat(care.auditOf("opening.begun", patient)).isEqualTo(1);
        assertThat(care.auditOf("flag.sensitive-opened", patient)).isEqualTo(1);
        assertThat(staff.as("second", () -> patients.open(patient))).isPresent();
        clear("second", patient);
        assertThat(told("chiropractor", patient))
                .extracting(SensitiveAccess::by)
                .containsExactly("second");
        assertThat(told("second", patient)).as("not of themselves").isEmpty();
        assertThat(told("third", patient)).as("who is not named").isEmpty();
        var access = staff.as("auditor", () -> breakGlass.list(BreakGlassFilter.TO_REVIEW, null, 1000)).stream()
                .filter(row -> row.patient().equals(patient))
                .findFirst()
                .map(BreakGlassRow::id)
                .orElseThrow();
        staff.doAs(
                "auditor", () -> breakGlass.review(access, BreakGlassDecision.JUSTIFIED, "Called the clinic about it"));
        assertThat(told("chiropractor", patient)).as("reviewed").isEmpty();
    }

    @Test
    void anUrgentFlagOfASensitivePatientOpensAfterOneBusinessHour() {
        var patient = flagged("Waits", URGENT);
        staff.doAs("chiropractor", () -> sensitive.mark(patient, Set.of(), "Works at the clinic"));
        var from = staff.as("chiropractor", () -> openings.from(group.west, FlagLevel.U, clock.instant()));
        clock.set(from.minusSeconds(1));
        assertThat(toTake("second", patient)).get().matches(flag -> !flag.isBreakGlassAt(clock.instant()));
        assertThatThrownBy(() -> breakGlass("second", patient)).isInstanceOf(Refused.class);
        assertThat(care.auditOf("opening.begun", patient)).isZero();
        clock.set(from);
        assertThat(toTake("second", patient)).get().matches(flag -> flag.isBreakGlassAt(clock.instant()));
        breakGlass("second", patient);
        assertThat(staff.as("second", () -> patients.open(patient))).isPresent();
    }

    @Test
    void theBusinessHourIsCountedByTheBusinessHoursAndTheZoneOfTheClinic() {
        var office = staff.as(
                "system",
                () -> clinics.create(ClinicDrafts.of(
                        group.code("office"),
                        "Office",
                        ZoneId.of("America/New_York"),
                        "US",
                        "911",
                        15,
                        List.of(
                                new BusinessHours(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0)),
                                new BusinessHours(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))),
                        List.of())));
        // 4:30 PM on Tuesday in New York; the clinic is closed on Wednesday
        var raised = Instant.parse("2026-11-24T21:30:00Z");
        assertThat(staff.as("chiropractor", () -> openings.from(office, FlagLevel.E, raised)))
                .isEqualTo(raised);
        assertThat(staff.as("chiropractor", () -> openings.from(office, FlagLevel.U, raised)))
                .isEqualTo(Instant.parse("2026-11-26T14:30:00Z"));
    }

    @Test
    void whoIsNamedForASensitivePatientTakesTheFlagAndNeedsNoBreakGlass() {
        var patient = flagged("Named", EMERGENCY);
        staff.doAs("chiropractor", () -> sensitive.mark(patient, Set.of(second), "Works at the clinic"));
        assertThat(toTake("second", patient)).get().satisfies(flag -> assertThat(flag.personName())
                .startsWith("Named "));
        assertThatThrownBy(() -> breakGlass("second", patient)).isInstanceOf(NotAvailable.class);
        take("second", patient);
        assertThat(staff.as("second", () -> patients.open(patient))).isPresent();
        clear("second", patient);
    }

    private PatientId flagged(String name, String rule) {
        var patient = care.patient(name, group.west);
        care.raise(patient, group.west, rule);
        return patient;
    }

    private PatientId take(String who, PatientId patient) {
        return staff.as(who, () -> taking.take(flagOf(patient)));
    }

    private PatientId breakGlass(String who, PatientId patient) {
        return care.provenly(who, () -> taking.breakGlass(OperationId.next(), flagOf(patient), WHY));
    }

    private void clear(String who, PatientId patient) {
        staff.doAs(
                who,
                () -> safety.decide(
                        flagOf(patient),
                        versionOf(patient),
                        FlagDecision.cleared("Bladder and bowel are normal, " + patient.value(), care.evidence())));
    }

    private List<SensitiveAccess> told(String who, PatientId patient) {
        return staff.as(who, () -> accesses.findByOthers(100)).stream()
                .filter(access -> access.patient().equals(patient))
                .toList();
    }

    private Optional<ReviewItem> item(String who, PatientId patient) {
        var flag = flagOf(patient);
        var listed = staff.as(who, () -> safety.open(FlagFilter.ALL, null, 500)).stream()
                .filter(one -> one.key().equals(flag.value()))
                .findFirst();
        assertThat(staff.as(who, () -> safety.open(flag))).as("alone").isEqualTo(listed);
        return listed;
    }

    private Optional<FlagToTake> toTake(String who, PatientId patient) {
        return item(who, patient).filter(FlagToTake.class::isInstance).map(FlagToTake.class::cast);
    }

    private FlagId flagOf(PatientId patient) {
        return jdbc.sql("select id from red_flag where subject_id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> new FlagId(Ids.uuid(row.getBytes(1))))
                .single();
    }

    private long versionOf(PatientId patient) {
        return jdbc.sql("select version from red_flag where subject_id = ?")
                .param(Ids.bytes(patient.value()))
                .query(Long.class)
                .single();
    }
}
