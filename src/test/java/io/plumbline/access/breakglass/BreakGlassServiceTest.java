package io.plumbline.access.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.RelationService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.plans.PlanService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Opening a record outside the relation with a reason. */
@StoreTest
@OnMySql("six clicks at once meet one unique key and wait for its lock")
class BreakGlassServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    IdentityService identity;

    @Autowired
    RelationService relations;

    @Autowired
    PatientService patients;

    @Autowired
    CareTeamService careTeam;

    @Autowired
    ScheduleService schedule;

    @Autowired
    PlanService plans;

    @Autowired
    IntakeService intake;

    @Autowired
    ScreeningService screening;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void breakGlassAccessOpensTheRecordLikeARelation() {
        var patient = group.patient("Open", "Me", group.west);
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        open("therapist", patient);
        assertThat(staff.as("therapist", () -> patients.open(patient))
                        .orElseThrow()
                        .clinical())
                .isNotNull();
        assertThat(staff.as("therapist", () -> patients.list(null, 1000)))
                .extracting(PatientRow::id)
                .contains(patient);
        assertThat(staff.as("chiropractor", () -> patients.open(patient)))
                .as("of a colleague who gave no reason")
                .isEmpty();
    }

    @Test
    void breakGlassAccessAllowsWriting() {
        var patient = group.patient("Write", "Too", group.west);
        open("chiropractor", patient);
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, "Fell in the waiting room"));
        assertThat(staff.as("chiropractor", () -> intake.saveDraft(note, 0, IntakeDraft.of("Fell"))))
                .isEqualTo(1);
        staff.doAs("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES)));
    }

    @Test
    void breakGlassAccessCannotCreateALastingRelation() {
        var patient = group.patient("No", "Lasting", group.west);
        open("chiropractor", patient);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> careTeam.join(patient, group.chiropractor)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Break-glass access does not allow this: ask the clinic manager");
        assertThatThrownBy(() -> staff.as("chiropractor", () -> schedule.book(consultation(patient, 9))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ask the front desk or a colleague at the clinic to book");
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ask a chiropractor who treats the patient");
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor",
                        () -> relations.relateByPlan(
                                group.chiropractor,
                                patient,
                                new PlanId(Ids.next()),
                                LocalDate.now(clock),
                                LocalDate.now(clock))))
                .isInstanceOf(Refused.class);
        staff.doAs("chiropractor", () -> breakGlass.close(patient));
        assertThat(isOpen("chiropractor", patient)).isFalse();
    }

    @Test
    void aRelationGrantedDuringBreakGlassAccessOutlivesIt() {
        var patient = group.patient("Given", "Meanwhile", group.west);
        open("chiropractor", patient);
        staff.as("manager", () -> schedule.book(consultation(patient, 10)));
        staff.doAs("chiropractor", () -> careTeam.join(patient, group.chiropractor));
        staff.doAs("chiropractor", () -> breakGlass.close(patient));
        assertThat(isOpen("chiropractor", patient)).isTrue();
    }

    private Booking consultation(PatientId patient, int hour) {
        var day = LocalDate.now(clock).plusDays(40 + PEOPLE.incrementAndGet());
        return new Booking(
                group.west, group.chiropractor, patient, AppointmentType.CONSULTATION, day, LocalTime.of(hour, 0), 30);
    }

    @Test
    void breakGlassAccessLastsSixtyMinutes() {
        var patient = group.patient("Sixty", "Minutes", group.west);
        open("therapist", patient);
        var until = staff.as("therapist", () -> breakGlass.running(patient))
                .orElseThrow()
                .until();
        assertThat(Duration.between(clock.instant(), until)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        endedAgo(patient, Duration.ofSeconds(-30));
        assertThat(isOpen("therapist", patient)).isTrue();
        endedAgo(patient, Duration.ZERO);
        assertThat(isOpen("therapist", patient)).isFalse();
        assertThat(staff.as("therapist", () -> breakGlass.running(patient))).isEmpty();
        assertThat(staff.as("therapist", () -> relations.scope().patients())).doesNotContain(patient);
    }

    @Test
    void anActionOnAnOpenScreenIsRefusedAfterBreakGlassAccessEnds() {
        var patient = group.patient("Next", "Action", group.west);
        open("chiropractor", patient);
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, "Fell in the waiting room"));
        endedAgo(patient, Duration.ofSeconds(1));
        assertThatThrownBy(() -> staff.as("chiropractor", () -> intake.saveDraft(note, 0, IntakeDraft.of("Too late"))))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as("chiropractor", () -> intake.open(note))).isEmpty();
        assertThat(staff.as("chiropractor", () -> patients.open(patient))).isEmpty();
    }

    @Test
    void onlyItsOwnerEndsBreakGlassAccessEarly() {
        var patient = group.patient("Close", "Now", group.west);
        open("therapist", patient);
        staff.doAs("chiropractor", () -> breakGlass.close(patient));
        assertThat(isOpen("therapist", patient)).isTrue();
        staff.doAs("therapist", () -> breakGlass.close(patient));
        assertThat(isOpen("therapist", patient)).isFalse();
        staff.doAs("therapist", () -> breakGlass.close(patient));
        assertThat(auditOf("opening.closed", patient)).isEqualTo(1);
    }

    @Test
    void breakGlassAccessNeedsARecentProofOfIdentityWhetherThePatientExistsOrNot() {
        var patient = group.patient("Proof", "First", group.west);
        for (var any : List.of(patient, PatientId.next())) {
            assertThatThrownBy(() -> staff.as("therapist", () -> breakGlass.open(OperationId.next(), any, reason(any))))
                    .isInstanceOf(IdentityService.ProofNeeded.class);
            assertThat(auditOf("opening.refused", any) + auditOf("opening.begun", any))
                    .isZero();
        }
        assertThat(isOpen("therapist", patient)).isFalse();
    }

    @Test
    void breakGlassAccessToAnUnknownPatientIsRefusedAndAudited() {
        var unknown = PatientId.next();
        assertThat(provenly("therapist", () -> breakGlass.open(OperationId.next(), unknown, reason(unknown))))
                .isFalse();
        assertThat(staff.as("therapist", () -> patients.open(unknown))).isEmpty();
        assertThat(auditOf("opening.refused", unknown)).isEqualTo(1);
        assertThat(all("auditor")).extracting(BreakGlassRow::patient).doesNotContain(unknown);
    }

    @Test
    void aReasonThatWasGivenForAnotherPatientIsRefusedForThirtyDays() {
        var one = group.patient("Copied", "From", group.west);
        var other = group.patient("Copied", "To", group.west);
        var first = new BreakGlassReason("The patient fell at the entrance.");
        var copy = new BreakGlassReason(" the PATIENT fell  at the entrance");
        assertThat(provenly("therapist", () -> breakGlass.open(OperationId.next(), one, first)))
                .isTrue();
        assertThatThrownBy(() -> provenly("therapist", () -> breakGlass.open(OperationId.next(), other, copy)))
                .isInstanceOf(Refused.class)
                .hasMessage("You gave the same reason for another patient. Write the reason for this one");
        assertThat(isOpen("therapist", other)).isFalse();
        assertThatThrownBy(
                        () -> provenly("therapist", () -> breakGlass.open(OperationId.next(), PatientId.next(), copy)))
                .as("whether the patient exists or not")
                .isInstanceOf(Refused.class);
        staff.doAs("therapist", () -> breakGlass.close(one));
        assertThat(provenly("therapist", () -> breakGlass.open(OperationId.next(), one, copy)))
                .as("again for the same patient")
                .isTrue();
        clock.pass(Duration.ofDays(31));
        assertThat(provenly("therapist", () -> breakGlass.open(OperationId.next(), other, copy)))
                .isTrue();
    }

    @Test
    void aRepeatedClickStartsBreakGlassAccessOnce() throws Exception {
        var patient = group.patient("Double", "Click", group.west);
        var operation = OperationId.next();
        var session = new SecurityContextImpl(staff.authentication("therapist"));
        Callable<Boolean> click = () -> {
            SecurityContextHolder.setContext(session);
            return breakGlass.open(operation, patient, reason(patient));
        };
        inSession(session, () -> identity.prove(TestGroup.PASSWORD));
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var opened : threads.invokeAll(Collections.nCopies(6, click))) {
                assertThat(opened.get()).isTrue();
            }
        }
        assertThat(jdbc.sql("select count(*) from break_glass_access where patient_id = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(auditOf("opening.begun", patient)).isEqualTo(1);
    }

    @Test
    void breakGlassAccessIsNotStartedForATreatingPractitioner() {
        var patient = group.patient("Already", "Mine", group.west);
        group.book(
                group.therapist,
                patient,
                group.west,
                LocalDate.now(clock).plusDays(30 + PEOPLE.incrementAndGet()),
                LocalTime.of(9, 0));
        open("therapist", patient);
        assertThat(auditOf("opening.begun", patient)).isZero();
        assertThat(staff.as("therapist", () -> breakGlass.running(patient))).isEmpty();
    }

    @Test
    void viewsDuringBreakGlassAccessAreMarkedAndTheReasonIsNotInTheAuditTrail() {
        var patient = group.patient("Every", "Look", group.west);
        open("therapist", patient);
        staff.as("therapist", () -> patients.open(patient));
        staff.as("therapist", () -> patients.open(patient));
        assertThat(detailsOf("patient.opened", patient)).containsExactly("opened with a reason, with clinical content");
        staff.doAs("therapist", () -> breakGlass.close(patient));
        open("therapist", patient);
        staff.as("therapist", () -> patients.open(patient));
        assertThat(detailsOf("patient.opened", patient))
                .as("a second opening, a second look")
                .hasSize(2);
        staff.as("manager", () -> patients.open(patient));
        assertThat(detailsOf("patient.opened", patient)).contains("without clinical content");
        assertThat(jdbc.sql("select detail from audit_event where patient = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(detail -> detail.contains("team"));
    }

    @Test
    void breakGlassAccessIsListedForTheAuditorAndManagersOfThePatientsClinics() {
        var east = "eastmanager" + PEOPLE.incrementAndGet();
        group.account(east, Role.MANAGER, group.east);
        var patient = group.patient("Known", "West", group.west);
        open("therapist", patient);
        var seen = ofPatient("manager", patient);
        assertThat(seen.patientLabel()).isEqualTo("Known West");
        assertThat(seen.by()).isEqualTo("therapist");
        assertThat(seen.reason()).isEqualTo(reason(patient).text());
        assertThat(seen.review()).isNull();
        assertThat(ofPatient("auditor", patient).patientLabel()).matches("P-[0-9]+");
        assertThat(all(east)).extracting(BreakGlassRow::patient).doesNotContain(patient);
        assertThatThrownBy(
                        () -> staff.as(east, () -> breakGlass.review(seen.id(), BreakGlassDecision.JUSTIFIED, "Seen")))
                .isInstanceOf(NotAvailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "auditor"})
    void thePagesListEveryBreakGlassAccessOnceNewestFirst(String who) {
        for (int i = 0; i < 7; i++) {
            var patient = group.patient("Page", "Number " + i, i % 2 == 0 ? group.west : group.east);
            group.book(
                    group.chiropractor,
                    patient,
                    group.west,
                    LocalDate.now(clock).plusDays(100 + PEOPLE.incrementAndGet()),
                    LocalTime.of(9, 0));
            open("therapist", patient);
        }
        var paged = new ArrayList<BreakGlassRow>();
        var page = staff.as(who, () -> breakGlass.list(BreakGlassFilter.ALL, null, 3));
        while (!page.isEmpty()) {
            paged.addAll(page);
            var last = page.getLast();
            page = staff.as(who, () -> breakGlass.list(BreakGlassFilter.ALL, last, 3));
        }
        assertThat(paged).extracting(BreakGlassRow::id).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(all(who)).hasSizeGreaterThanOrEqualTo(7);
        assertThat(paged.stream().map(BreakGlassRow::openedAt).toList())
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void thePatientScopeIsReadInOneStatement() {
        var patient = group.patient("One", "Statement", group.west);
        open("therapist", patient);
        staff.doAs("therapist", () -> {
            assertThat(statements.of(() -> relations.scope())).hasSize(1);
            assertThat(statements.of(() -> relations.scopeOf(patient))).hasSize(1);
        });
    }

    private void open(String who, PatientId patient) {
        assertThat(provenly(who, () -> breakGlass.open(OperationId.next(), patient, reason(patient))))
                .isTrue();
    }

    private static void inSession(SecurityContext session, Runnable action) {
        SecurityContextHolder.setContext(session);
        try {
            action.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private <T> T provenly(String who, Supplier<T> action) {
        return staff.as(who, () -> {
            identity.prove(TestGroup.PASSWORD);
            return action.get();
        });
    }

    private boolean isOpen(String who, PatientId patient) {
        return staff.as(who, () -> relations.scopeOf(patient).isClinical(patient));
    }

    private void endedAgo(PatientId patient, Duration ago) {
        jdbc.sql("update break_glass_access set until_at = ? where patient_id = ?")
                .params(Utc.of(clock.instant().minus(ago)), Ids.bytes(patient.value()))
                .update();
    }

    private List<BreakGlassRow> all(String who) {
        return staff.as(who, () -> breakGlass.list(BreakGlassFilter.ALL, null, 1000));
    }

    private BreakGlassRow ofPatient(String who, PatientId patient) {
        return all(who).stream()
                .filter(row -> row.patient().equals(patient))
                .findFirst()
                .orElseThrow();
    }

    private long auditOf(String kind, PatientId patient) {
        return detailsOf(kind, patient).size();
    }

    private List<String> detailsOf(String kind, PatientId patient) {
        return jdbc.sql("select detail from audit_event where kind = ? and patient = ? order by id")
                .params(kind, Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    /** A reason of this patient: nobody may give the same for two. */
    private static BreakGlassReason reason(PatientId patient) {
        return new BreakGlassReason("Nobody of the team is in today, " + patient.value());
    }
}
