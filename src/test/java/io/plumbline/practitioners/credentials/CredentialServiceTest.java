package io.plumbline.practitioners.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitKey;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Credentials: recorded, verified, renewed, and what an ended one stops. */
@StoreTest
class CredentialServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private static final String STRANGE = "👩🏽‍⚕️ <b>\"O'Brien\"</b> مرحبا '); drop table clinic;--";

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    CredentialService credentials;

    @Autowired
    ScheduleService schedule;

    @Autowired
    IntakeService intake;

    @Autowired
    PlanService plans;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    IdentityService identity;

    @Autowired
    Clock clock;

    // credentials

    @Test
    void aCredentialIsRecordedOnceVerifiedAndUnverifiedAgainWhenEdited() {
        var clinic = group.own("c");
        var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
        var draft = licence(today().plusDays(400));
        var operation = OperationId.next();
        var id = staff.as(clinic.manager(), () -> credentials.record(who, draft, operation));
        assertThat(staff.as(clinic.manager(), () -> credentials.record(who, draft, operation)))
                .isEqualTo(id);
        assertThat(only(who).draft()).isEqualTo(draft);
        assertThat(stateOf(only(who))).isEqualTo(CredentialState.UNVERIFIED);
        staff.doAs(clinic.manager(), () -> credentials.verify(id, 0));
        assertThat(stateOf(only(who))).isEqualTo(CredentialState.VALID);
        assertThat(only(who).verification())
                .matches(proof -> proof != null && proof.name().equals(clinic.manager()));
        assertThatThrownBy(() -> staff.doAs(clinic.manager(), () -> credentials.verify(id, 0)))
                .isInstanceOf(StaleVersion.class);
        staff.doAs(clinic.manager(), () -> credentials.correct(id, 1, licence(today().plusDays(30))));
        assertThat(stateOf(only(who))).as("corrected").isEqualTo(CredentialState.UNVERIFIED);
        staff.doAs(clinic.manager(), () -> credentials.verify(id, 2));
        assertThat(stateOf(only(who))).isEqualTo(CredentialState.EXPIRING);
        staff.doAs(clinic.manager(), () -> credentials.revoke(id, 3, today(), "The board withdrew the license"));
        assertThat(stateOf(only(who))).isEqualTo(CredentialState.REVOKED);
        assertThatThrownBy(() -> staff.doAs(clinic.manager(), () -> credentials.verify(id, 4)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        staff.doAs("manager", () -> credentials.revoke(id, 4, today(), "It is not their own license")))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void nobodyVerifiesTheirOwnCredential() {
        var clinic = group.own("o");
        var id = staff.as(clinic.manager(), () -> CurrentUser.current().staff());
        staff.doAs(
                clinic.manager(),
                () -> practitioners.add(id, TestGroup.plain(clinic.id(), Discipline.MASSAGE_THERAPY)));
        var licence = staff.as(clinic.manager(), () -> credentials.record(id, licence(null), OperationId.next()));
        assertThatThrownBy(() -> staff.doAs(clinic.manager(), () -> credentials.verify(licence, 0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another manager");
    }

    @Test
    void theManagerSeesExpiringCredentialsThatWereNotRenewed() {
        var clinic = group.own("e");
        var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
        assertThat(staff.as(clinic.manager(), credentials::expiring)).isEmpty();
        for (var days : List.of(61, 60, 30, 7, 0, -3)) {
            var kind = CredentialKind.values()[NEXT.incrementAndGet() % 2];
            staff.as(
                    clinic.manager(),
                    () -> credentials.record(
                            who,
                            new CredentialDraft(
                                    kind,
                                    Discipline.MASSAGE_THERAPY,
                                    "N" + days,
                                    "Board",
                                    LONG_AGO,
                                    today().plusDays(days)),
                            OperationId.next()));
        }
        assertThat(staff.as(clinic.manager(), credentials::expiring))
                .extracting(ExpiringCredential::daysLeft)
                .containsExactly(-3L, 0L, 7L, 30L, 60L);
        assertThat(staff.as("manager", credentials::expiring))
                .as("of another clinic")
                .noneMatch(row -> row.practitioner().equals(who));
        group.entitle(who, Discipline.MASSAGE_THERAPY, clinic.manager());
        assertThat(staff.as(clinic.manager(), credentials::expiring))
                .as("the renewed licences are gone, the certifications stay")
                .hasSizeLessThan(5)
                .allMatch(row -> row.title().startsWith("Certification"));
    }

    @Test
    void aRenewalAfterAGapKeepsTheOldCredentialOnTheList() {
        var clinic = group.own("f");
        for (var gap : List.of(0, 60)) {
            var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
            var end = today().plusDays(10);
            entitled(clinic, who, LONG_AGO, end);
            entitled(clinic, who, end.plusDays(1 + gap), end.plusYears(2));
            assertThat(staff.as(clinic.manager(), credentials::expiring))
                    .extracting(ExpiringCredential::practitioner)
                    .as("a gap of %d days", gap)
                    .matches(listed -> listed.contains(who) == (gap > 0));
        }
    }

    // the gate

    @Test
    void anExpiredCredentialStopsNewBookingsButNotSigningOfEarlierTreatments() {
        var clinic = group.own("t");
        var name = "treat" + NEXT.incrementAndGet();
        var who = group.account(name, Role.THERAPIST, clinic.id());
        staff.doAs(
                clinic.manager(),
                () -> practitioners.add(who, TestGroup.plain(clinic.id(), Discipline.MASSAGE_THERAPY)));
        var patient = group.patient("Gate", "For" + NEXT.incrementAndGet(), clinic.id(), clinic.manager());
        var visit = book(clinic.manager(), clinic.id(), who, patient, AppointmentType.MASSAGE, today().minusDays(2));
        var note = staff.as(name, () -> starts.begin(new VisitKey.Booked(visit)));
        var version = staff.as(name, () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThatThrownBy(() -> sign(name, note, version))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("No license or certification for massage therapy is on record for you");
        var licence = staff.as(
                clinic.manager(), () -> credentials.record(who, licence(today().minusDays(1)), OperationId.next()));
        assertThatThrownBy(() -> sign(name, note, version))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("not verified yet");
        assertThat(staff.as(name, () -> notes.open(note)).orElseThrow())
                .as("everything typed is kept")
                .matches(read ->
                        read.status() == NoteStatus.DRAFT && read.draft().equals(TestCare.done()));
        assertThatThrownBy(() -> book(clinic.manager(), clinic.id(), who, patient, AppointmentType.MASSAGE, today()))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("so nothing new can be booked");
        staff.doAs(clinic.manager(), () -> credentials.verify(licence, 0));
        assertThatThrownBy(() -> book(clinic.manager(), clinic.id(), who, patient, AppointmentType.MASSAGE, today()))
                .isInstanceOf(NotEligible.class);
        sign(name, note, version);
        assertThat(staff.as(name, () -> notes.open(note)).orElseThrow().status())
                .isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void aPlanCannotStartWithAnExpiredCredential() {
        var who = group.worker(new TestGroup.Own(group.west, "manager"), Discipline.MASSAGE_THERAPY);
        var licence =
                staff.as("manager", () -> credentials.record(who, licence(today().minusDays(1)), OperationId.next()));
        staff.doAs("manager", () -> credentials.verify(licence, 0));
        var patient = group.patient("Plan", "Ended" + NEXT.incrementAndGet(), group.west);
        group.book(group.chiropractor, patient, group.west, today().plusDays(10), LocalTime.of(20, 15));
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, care.assessed("back")));
        staff.doAs("chiropractor", () -> {
            identity.prove(TestGroup.PASSWORD);
            intake.sign(note, version);
        });
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var draft = new PlanDraft(
                        "Plan",
                        "back",
                        today(),
                        List.of(new PlannedService(
                                PlanPhase.RELIEF, AppointmentType.MASSAGE, who, Frequency.WEEKLY, 3)))
                .withGoals(TestCare.goals(today()));
        var planVersion = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, draft));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, planVersion, TestCare.AGREED)))
                .isInstanceOf(NotEligible.class);
        group.entitle(who, Discipline.MASSAGE_THERAPY);
        staff.doAs("chiropractor", () -> plans.activate(plan, planVersion, TestCare.AGREED));
    }

    @Test
    void aPlanWarnsOfACredentialThatEndsBeforeItsLastVisit() {
        var who = group.worker(new TestGroup.Own(group.west, "manager"), Discipline.MASSAGE_THERAPY);
        entitled(new TestGroup.Own(group.west, "manager"), who, LONG_AGO, today().plusDays(1));
        var draft = new PlanDraft(
                "Plan",
                "back",
                today(),
                List.of(new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, who, Frequency.WEEKLY, 3)));
        var visits = staff.as("chiropractor", () -> plans.preview(group.west, draft));
        assertThat(staff.as("chiropractor", () -> plans.findWarnings(visits)))
                .singleElement()
                .asString()
                .contains("license for massage therapy ends on Nov 25, 2026", "The clinic manager records the renewal");
        group.entitle(who, Discipline.MASSAGE_THERAPY);
        assertThat(staff.as("chiropractor", () -> plans.findWarnings(visits))).isEmpty();
    }

    @Test
    void signingAnIntakeNoteNeedsACredentialValidWhenItWasWritten() {
        var clinic = group.own("i");
        var name = "assess" + NEXT.incrementAndGet();
        var who = group.account(name, Role.CHIROPRACTOR, clinic.id());
        staff.doAs(
                clinic.manager(), () -> practitioners.add(who, TestGroup.plain(clinic.id(), Discipline.CHIROPRACTIC)));
        var patient = group.patient("Intake", "By" + NEXT.incrementAndGet(), clinic.id(), clinic.manager());
        book(clinic.manager(), clinic.id(), who, patient, AppointmentType.ASSESSMENT, today());
        var note = staff.as(name, () -> intake.begin(patient, clinic.id(), ""));
        var version = staff.as(name, () -> intake.saveDraft(note, 0, care.assessed("back")));
        assertThatThrownBy(() -> staff.doAs(name, () -> intake.sign(note, version)))
                .isInstanceOf(NotEligible.class);
        group.entitle(who, Discipline.CHIROPRACTIC, clinic.manager());
        staff.doAs(name, () -> {
            identity.prove(TestGroup.PASSWORD);
            intake.sign(note, version);
        });
    }

    private void entitled(TestGroup.Own clinic, StaffId who, LocalDate from, LocalDate until) {
        var draft =
                new CredentialDraft(CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "L-2", "Board", from, until);
        staff.doAs(clinic.manager(), () -> credentials.verify(credentials.record(who, draft, OperationId.next()), 0));
    }

    private static CredentialDraft licence(@Nullable LocalDate until) {
        return new CredentialDraft(
                CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, STRANGE.substring(0, 20), "Board", LONG_AGO, until);
    }

    private CredentialRow only(StaffId who) {
        var rows = staff.as("westdesk", () -> credentials.findByPractitioner(who));
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private CredentialState stateOf(CredentialRow row) {
        return row.terms().state(today());
    }

    private AppointmentId book(
            String manager, ClinicId clinic, StaffId who, PatientId patient, AppointmentType type, LocalDate on) {
        return staff.as(
                manager, () -> schedule.book(new Booking(clinic, who, patient, type, on, LocalTime.of(9, 0), 30)));
    }

    private void sign(String name, NoteId note, long version) {
        staff.doAs(name, () -> {
            identity.prove(TestGroup.PASSWORD);
            AnsweredChecks.sign(notes, note, version);
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }
}
