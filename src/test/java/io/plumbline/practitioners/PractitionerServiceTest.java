package io.plumbline.practitioners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicDay;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.clinics.OfferedService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.Response;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.plans.Frequency;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanPhase;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlannedService;
import io.plumbline.practitioners.absences.AbsenceDraft;
import io.plumbline.practitioners.absences.AbsenceKind;
import io.plumbline.practitioners.absences.AbsenceService;
import io.plumbline.practitioners.credentials.CredentialDraft;
import io.plumbline.practitioners.credentials.CredentialKind;
import io.plumbline.practitioners.credentials.CredentialRow;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.CredentialState;
import io.plumbline.practitioners.credentials.ExpiringCredential;
import io.plumbline.practitioners.credentials.NotEligible;
import io.plumbline.practitioners.directory.PractitionerDirectoryService;
import io.plumbline.practitioners.directory.PractitionerFilter;
import io.plumbline.practitioners.directory.PractitionerRow;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Pain;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.StaleVersion;
import io.plumbline.support.Answering;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of clinics, practitioners and what entitles them. */
@StoreTest
class PractitionerServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final String STRANGE = "👩🏽‍⚕️ <b>\"O'Brien\"</b> مرحبا '); drop table clinic;--";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ClinicService clinics;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    PractitionerDirectoryService directory;

    @Autowired
    CredentialService credentials;

    @Autowired
    AbsenceService absences;

    @Autowired
    ScheduleService schedule;

    @Autowired
    IntakeService intake;

    @Autowired
    ScreeningService screening;

    @Autowired
    PlanService plans;

    @Autowired
    NoteService notes;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    // clinics

    @Test
    void aClinicComesBackAsItWasTyped() {
        var clinic = ownClinic("a");
        var now = staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow();
        var blue = ClinicRoom.named("Blue " + STRANGE.substring(0, 10));
        var draft = new ClinicDraft(
                now.details().draft().code(),
                "Renamed",
                ZoneId.of("Europe/Berlin"),
                "DE",
                new PhoneNumber("+493023125000"),
                "112",
                30,
                List.of(
                        new BusinessHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        new BusinessHours(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.of(18, 0))),
                List.of(new ClosedDay(LocalDate.of(2028, 2, 29), STRANGE)));
        var offer = new ClinicOffer(
                DayPartHours.usual(),
                List.of(blue, ClinicRoom.named("Green")),
                List.of(new OfferedService("massage", STRANGE, 25, 5, true, true)));
        staff.doAs(clinic.manager, () -> clinics.change(clinic.id, now.details().version(), draft, offer));
        var read = staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow();
        assertThat(read.details().draft()).isEqualTo(draft);
        assertThat(read.offer().rooms()).containsExactlyInAnyOrderElementsOf(offer.rooms());
        assertThat(read.changedBy()).isEqualTo(clinic.manager);
        assertThat(staff.as("auditor", () -> clinics.servicesOf(clinic.id)))
                .as("what is left out is not offered any more")
                .containsExactlyElementsOf(offer.services());
        assertThat(staff.as("auditor", () -> clinics.labels().get(clinic.id)))
                .as("every list knows it at once")
                .returns(ZoneId.of("Europe/Berlin"), ClinicLabel::zone)
                .returns(draft.phone(), ClinicLabel::phone);
        var leap = LocalDate.of(2028, 2, 29);
        assertThat(staff.as("auditor", () -> clinics.daysOf(clinic.id, leap.minusDays(1), leap.plusDays(1))))
                .containsExactly(
                        new ClinicDay(leap.minusDays(1), draft.hours(), null),
                        new ClinicDay(leap, List.of(), STRANGE),
                        new ClinicDay(leap.plusDays(1), List.of(), null));
        assertThat(auditOf("clinic.changed", clinic.id.value()))
                .isEqualTo(
                        "revision 1: name, zone, country, phone, emergencyNumber, responseTargetMinutes, hours, closedDays, rooms,"
                                + " services");
    }

    @Test
    void aClinicHasNoTelephoneNumberUntilOneIsSaidAndNoneAgainOnceItIsTakenAway() {
        var clinic = ownClinic("t");
        var first = staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow();
        var without = first.details().draft();
        assertThat(without.phone()).isNull();
        var with = new ClinicDraft(
                without.code(),
                without.name(),
                without.zone(),
                without.country(),
                new PhoneNumber("+16025550100"),
                without.emergencyNumber(),
                without.responseTargetMinutes(),
                without.hours(),
                without.closedDays());
        for (var draft : List.of(with, without)) {
            var seen = staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow();
            staff.doAs(
                    clinic.manager,
                    () -> clinics.change(clinic.id, seen.details().version(), draft, seen.offer()));
            assertThat(staff.as(clinic.manager, () -> clinics.setup(clinic.id))
                            .orElseThrow()
                            .details()
                            .draft())
                    .isEqualTo(draft);
        }
    }

    @Test
    void aRoomKeepsItsIdWhenItIsRenamedAndIsClosedNotDeleted() {
        var clinic = ownClinic("r");
        var blue = ClinicRoom.named("Blue");
        var green = ClinicRoom.named("Green");
        change(clinic, List.of(blue, green));
        change(clinic, List.of(new ClinicRoom(blue.id(), "Green", true), new ClinicRoom(green.id(), "Blue", false)));
        assertThat(staff.as("auditor", () -> clinics.roomsOf(clinic.id)))
                .containsExactly(new ClinicRoom(blue.id(), "Green", true));
        change(clinic, List.of());
        assertThat(staff.as(clinic.manager, () -> clinics.setup(clinic.id))
                        .orElseThrow()
                        .offer()
                        .rooms())
                .hasSize(2)
                .noneMatch(ClinicRoom::active);
    }

    @Test
    void ofTwoManagersTheSecondIsTold() {
        var clinic = ownClinic("s");
        var seen = staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow();
        change(clinic, List.of(ClinicRoom.named("Blue")));
        assertThatThrownBy(() -> staff.doAs(
                        clinic.manager,
                        () -> clinics.change(
                                clinic.id,
                                seen.details().version(),
                                seen.details().draft(),
                                seen.offer())))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aManagerChangesTheirOwnClinicsOnly() {
        var clinic = ownClinic("f");
        assertThat(staff.as("manager", () -> clinics.setup(clinic.id))).isEmpty();
        var seen = staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow();
        assertThatThrownBy(() -> staff.doAs(
                        "manager",
                        () -> clinics.change(
                                clinic.id,
                                seen.details().version(),
                                seen.details().draft(),
                                seen.offer())))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aCodeIsOneClinics() {
        var clinic = ownClinic("d");
        var draft = staff.as(clinic.manager, () -> clinics.setup(clinic.id))
                .orElseThrow()
                .details()
                .draft();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.as(clinic.manager, () -> clinics.create(draft)))
                .withMessage(ClinicService.CODE_TAKEN);
    }

    @Test
    void theZoneStaysOnceSomethingIsBooked() {
        var clinic = ownClinic("z");
        var who = worker(clinic, Discipline.MASSAGE_THERAPY);
        zone(clinic, "Europe/Berlin");
        var patient = group.patient("Zone", "Of" + NEXT.incrementAndGet(), clinic.id, clinic.manager);
        book(clinic.manager, clinic.id, who, patient, AppointmentType.CONSULTATION, today().plusDays(3));
        assertThat(staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow())
                .matches(setup -> setup.zoneIsFixed());
        assertThatThrownBy(() -> zone(clinic, "America/New_York"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("so the time zone stays");
    }

    // practitioners

    @Test
    void aPractitionerComesBackAsTypedAndIsFoundByWhatTheyDo() {
        var clinic = ownClinic("p");
        var id = StaffId.next();
        var draft = new PractitionerDraft(
                "Dr.",
                "Zoë",
                "Ångström" + NEXT.incrementAndGet(),
                Set.of(Discipline.MASSAGE_THERAPY),
                Set.of("English", "Čeština"),
                hours(clinic.id),
                Set.of("SWEDISH", "DEEP_TISSUE"),
                STRANGE);
        staff.doAs(clinic.manager, () -> practitioners.add(id, draft));
        var read = staff.as("westdesk", () -> practitioners.find(id)).orElseThrow();
        assertThat(read.draft()).isEqualTo(draft);
        assertThat(read.account()).isNull();
        assertThat(found(new PractitionerFilter("angstr", null, clinic.id, null, null, false)))
                .containsExactly(id);
        assertThat(found(new PractitionerFilter(
                        "zo ang", Discipline.MASSAGE_THERAPY, clinic.id, "SWEDISH", null, false)))
                .containsExactly(id);
        assertThat(found(new PractitionerFilter("", Discipline.CHIROPRACTIC, clinic.id, null, null, false)))
                .isEmpty();
        assertThat(found(new PractitionerFilter("", null, clinic.id, "SHIATSU", null, false)))
                .isEmpty();
        assertThat(found(new PractitionerFilter("%", null, clinic.id, null, null, false)))
                .as("what means everything elsewhere means itself here")
                .isEmpty();
    }

    @Test
    void whoIsChangedByAManagerWhoSawAnotherVersionIsNotChanged() {
        var clinic = ownClinic("q");
        var who = worker(clinic, Discipline.MASSAGE_THERAPY);
        var seen = staff.as(clinic.manager, () -> practitioners.find(who)).orElseThrow();
        staff.doAs(clinic.manager, () -> practitioners.change(who, seen.version(), renamed(seen.draft(), "First")));
        assertThatThrownBy(() -> staff.doAs(
                        clinic.manager,
                        () -> practitioners.change(who, seen.version(), renamed(seen.draft(), "Stale"))))
                .isInstanceOf(StaleVersion.class);
        var now = staff.as(clinic.manager, () -> practitioners.find(who)).orElseThrow();
        assertThat(now.draft().givenName()).isEqualTo("First");
        assertThat(now.changedBy()).isEqualTo(clinic.manager);
        assertThat(auditOf("practitioner.changed", who.value())).isEqualTo("revision 1: givenName");
    }

    @Test
    void hoursAtClinicsOfOthersStay() {
        var mine = ownClinic("m");
        var foreign = ownClinic("n");
        var who = worker(mine, Discipline.MASSAGE_THERAPY);
        var seen = staff.as(mine.manager, () -> practitioners.find(who)).orElseThrow();
        var more = new ArrayList<>(seen.draft().hours());
        more.addAll(hours(foreign.id));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs(
                        mine.manager, () -> practitioners.change(who, seen.version(), withHours(seen.draft(), more))));
        assertThatThrownBy(() ->
                        staff.doAs(foreign.manager, () -> practitioners.change(who, seen.version(), seen.draft())))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs(foreign.manager, () -> practitioners.deactivate(who, seen.version())))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as(foreign.manager, () -> practitioners.find(who)).orElseThrow())
                .as("but reads them")
                .matches(details -> !details.changeable());
    }

    @Test
    void whoHasLeftIsOfferedNowhereAndCanComeBack() {
        var clinic = ownClinic("l");
        var who = worker(clinic, Discipline.MASSAGE_THERAPY);
        var patient = group.patient("Left", "By" + NEXT.incrementAndGet(), clinic.id, clinic.manager);
        book(clinic.manager, clinic.id, who, patient, AppointmentType.MASSAGE, today().plusDays(3));
        assertThat(staff.as(clinic.manager, () -> practitioners.stillBooked(who)))
                .matches(booked -> booked.count() == 1 && today().plusDays(3).equals(booked.first()));
        var seen = staff.as(clinic.manager, () -> practitioners.find(who)).orElseThrow();
        staff.doAs(clinic.manager, () -> practitioners.deactivate(who, seen.version()));
        assertThat(staff.as("westdesk", () -> practitioners.workingAt(clinic.id)))
                .isEmpty();
        assertThat(found(new PractitionerFilter("", null, clinic.id, null, null, false)))
                .isEmpty();
        assertThat(found(new PractitionerFilter("", null, clinic.id, null, null, true)))
                .containsExactly(who);
        assertThatThrownBy(() ->
                        book(clinic.manager, clinic.id, who, patient, AppointmentType.MASSAGE, today().plusDays(4)))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("does not work here any more");
        assertThat(staff.as(
                        clinic.manager,
                        () -> schedule.freeTimes(
                                clinic.id,
                                AppointmentType.CONSULTATION,
                                new TimeSlot(who, null, monday(), LocalTime.MIN, 30, 0))))
                .isEmpty();
        assertThatThrownBy(() -> staff.doAs(clinic.manager, () -> practitioners.deactivate(who, seen.version())))
                .isInstanceOf(StaleVersion.class);
        staff.doAs(clinic.manager, () -> practitioners.reactivate(who, seen.version() + 1));
        assertThat(staff.as("westdesk", () -> practitioners.workingAt(clinic.id)))
                .hasSize(1);
    }

    @Test
    void onlyAccountsOfThoseWhoTreatHereAndAreNotListedYetMayBeLinked() {
        var clinic = ownClinic("k");
        var therapist = group.account("link" + NEXT.incrementAndGet(), Role.THERAPIST, clinic.id);
        group.account("desk" + NEXT.incrementAndGet(), Role.FRONT_DESK, clinic.id);
        group.account("far" + NEXT.incrementAndGet(), Role.THERAPIST, group.west);
        assertThat(staff.as(clinic.manager, practitioners::linkableAccounts))
                .extracting(account -> account.staff())
                .containsExactly(therapist);
        staff.doAs(clinic.manager, () -> practitioners.add(therapist, plain(clinic.id, Discipline.MASSAGE_THERAPY)));
        assertThat(staff.as(clinic.manager, practitioners::linkableAccounts)).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs(
                        clinic.manager,
                        () -> practitioners.add(therapist, plain(clinic.id, Discipline.MASSAGE_THERAPY))));
    }

    // absences

    @Test
    void whoIsAwayHasNoFreeTimes() {
        var clinic = ownClinic("w");
        var who = worker(clinic, Discipline.MASSAGE_THERAPY);
        var day = monday();
        var all = staff.as(
                clinic.manager,
                () -> schedule.freeTimes(
                        clinic.id, AppointmentType.CONSULTATION, new TimeSlot(who, null, day, LocalTime.MIN, 60, 0)));
        assertThat(all).contains(LocalTime.of(9, 0), LocalTime.of(12, 0));
        var operation = UUID.randomUUID();
        var morning =
                new AbsenceDraft(day, day, LocalTime.of(8, 0), LocalTime.of(10, 30), AbsenceKind.SICK_LEAVE, "Dentist");
        var absence = staff.as(clinic.manager, () -> absences.add(who, morning, operation));
        assertThat(staff.as(clinic.manager, () -> absences.add(who, morning, operation)))
                .as("sent twice")
                .isEqualTo(absence);
        assertThat(staff.as(
                        clinic.manager,
                        () -> schedule.freeTimes(
                                clinic.id,
                                AppointmentType.CONSULTATION,
                                new TimeSlot(who, null, day, LocalTime.MIN, 60, 0))))
                .isNotEmpty()
                .allMatch(at -> !at.isBefore(LocalTime.of(10, 30)));
        staff.as(
                clinic.manager,
                () -> absences.add(
                        who,
                        AbsenceDraft.days(day.minusDays(1), day.plusDays(1), AbsenceKind.HOLIDAY, ""),
                        UUID.randomUUID()));
        assertThat(staff.as(
                        clinic.manager,
                        () -> schedule.freeTimes(
                                clinic.id,
                                AppointmentType.CONSULTATION,
                                new TimeSlot(who, null, day, LocalTime.MIN, 60, 0))))
                .isEmpty();
        assertThat(staff.as("westdesk", () -> absences.between(who, day, day)))
                .as("the desk reads when, not why")
                .hasSize(2)
                .allMatch(row -> row.kind() == null && row.note().isEmpty());
        for (var row : staff.as(clinic.manager, () -> absences.between(who, day, day))) {
            staff.doAs(clinic.manager, () -> absences.withdraw(row.id(), row.version()));
        }
        assertThat(staff.as(
                        clinic.manager,
                        () -> schedule.freeTimes(
                                clinic.id,
                                AppointmentType.CONSULTATION,
                                new TimeSlot(who, null, day, LocalTime.MIN, 60, 0))))
                .isEqualTo(all);
        assertThatThrownBy(() -> staff.doAs("manager", () -> absences.withdraw(absence, 1)))
                .as("a manager of another clinic")
                .isInstanceOf(NotAvailable.class);
    }

    // credentials

    @Test
    void aCredentialIsRecordedOnceVerifiedByAnotherAndCorrectedBackToUnverified() {
        var clinic = ownClinic("c");
        var who = worker(clinic, Discipline.MASSAGE_THERAPY);
        var draft = licence(today().plusDays(400));
        var operation = UUID.randomUUID();
        var id = staff.as(clinic.manager, () -> credentials.record(who, draft, operation));
        assertThat(staff.as(clinic.manager, () -> credentials.record(who, draft, operation)))
                .isEqualTo(id);
        assertThat(only(who).draft()).isEqualTo(draft);
        assertThat(stateOf(only(who))).isEqualTo(CredentialState.UNVERIFIED);
        staff.doAs(clinic.manager, () -> credentials.verify(id, 0));
        assertThat(stateOf(only(who))).isEqualTo(CredentialState.VALID);
        assertThat(only(who).verification())
                .matches(proof -> proof != null && proof.name().equals(clinic.manager));
        assertThatThrownBy(() -> staff.doAs(clinic.manager, () -> credentials.verify(id, 0)))
                .isInstanceOf(StaleVersion.class);
        staff.doAs(clinic.manager, () -> credentials.correct(id, 1, licence(today().plusDays(30))));
        assertThat(stateOf(only(who))).as("corrected").isEqualTo(CredentialState.UNVERIFIED);
        staff.doAs(clinic.manager, () -> credentials.verify(id, 2));
        assertThat(stateOf(only(who))).isEqualTo(CredentialState.EXPIRING);
        staff.doAs(clinic.manager, () -> credentials.revoke(id, 3, today(), "Board"));
        assertThat(stateOf(only(who))).isEqualTo(CredentialState.REVOKED);
        assertThatThrownBy(() -> staff.doAs(clinic.manager, () -> credentials.verify(id, 4)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.doAs("manager", () -> credentials.revoke(id, 4, today(), "Not theirs")))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void theDirectorySaysWhichCredentialNeedsSomebody() {
        var clinic = ownClinic("d");
        var who = worker(clinic, Discipline.MASSAGE_THERAPY);
        assertThat(directoryOf(clinic)).isEqualTo("No credential");
        group.entitle(who, Discipline.MASSAGE_THERAPY, clinic.manager);
        assertThat(directoryOf(clinic)).isEmpty();
        staff.as(
                clinic.manager,
                () -> credentials.record(
                        who,
                        new CredentialDraft(CredentialKind.FIRST_AID, null, "N1", "Board", LONG_AGO, null),
                        UUID.randomUUID()));
        assertThat(directoryOf(clinic)).as("the license is valid").isEqualTo("First aid unverified");
    }

    private String directoryOf(Own clinic) {
        return staff.as(
                        "westdesk",
                        () -> directory.list(new PractitionerFilter("", null, clinic.id, null, null, false), null, 100))
                .getFirst()
                .credentialWords();
    }

    @Test
    void nobodyVerifiesTheirOwn() {
        var clinic = ownClinic("o");
        var id = staff.as(clinic.manager, () -> Caller.current().staff());
        staff.doAs(clinic.manager, () -> practitioners.add(id, plain(clinic.id, Discipline.MASSAGE_THERAPY)));
        var licence = staff.as(clinic.manager, () -> credentials.record(id, licence(null), UUID.randomUUID()));
        assertThatThrownBy(() -> staff.doAs(clinic.manager, () -> credentials.verify(licence, 0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another manager");
    }

    @Test
    void theManagerSeesWhatEndsAndNotWhatWasRenewed() {
        var clinic = ownClinic("e");
        var who = worker(clinic, Discipline.MASSAGE_THERAPY);
        assertThat(staff.as(clinic.manager, credentials::expiring)).isEmpty();
        for (var days : List.of(61, 60, 30, 7, 0, -3)) {
            var kind = CredentialKind.values()[NEXT.incrementAndGet() % 2];
            staff.as(
                    clinic.manager,
                    () -> credentials.record(
                            who,
                            new CredentialDraft(
                                    kind,
                                    Discipline.MASSAGE_THERAPY,
                                    "N" + days,
                                    "Board",
                                    LONG_AGO,
                                    today().plusDays(days)),
                            UUID.randomUUID()));
        }
        assertThat(staff.as(clinic.manager, credentials::expiring))
                .extracting(ExpiringCredential::daysLeft)
                .containsExactly(-3L, 0L, 7L, 30L, 60L);
        assertThat(staff.as("manager", credentials::expiring))
                .as("of another clinic")
                .noneMatch(row -> row.practitioner().equals(who));
        group.entitle(who, Discipline.MASSAGE_THERAPY, clinic.manager);
        assertThat(staff.as(clinic.manager, credentials::expiring))
                .as("the renewed licences are gone, the certifications stay")
                .hasSizeLessThan(5)
                .allMatch(row -> row.title().startsWith("Certification"));
    }

    @Test
    void aRenewalThatBeginsAfterAGapLeavesTheOldOneOnTheList() {
        var clinic = ownClinic("f");
        for (var gap : List.of(0, 60)) {
            var who = worker(clinic, Discipline.MASSAGE_THERAPY);
            var end = today().plusDays(10);
            entitled(clinic, who, LONG_AGO, end);
            entitled(clinic, who, end.plusDays(1 + gap), end.plusYears(2));
            assertThat(staff.as(clinic.manager, credentials::expiring))
                    .extracting(ExpiringCredential::practitioner)
                    .as("a gap of %d days", gap)
                    .matches(listed -> listed.contains(who) == (gap > 0));
        }
    }

    private void entitled(Own clinic, StaffId who, LocalDate from, LocalDate until) {
        var draft =
                new CredentialDraft(CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "L-2", "Board", from, until);
        staff.doAs(clinic.manager, () -> credentials.verify(credentials.record(who, draft, UUID.randomUUID()), 0));
    }

    @Test
    void theDirectoryFindsTheStatesThatTheRuleGives() {
        var clinic = ownClinic("g");
        var random = new Random(4711);
        var everybody = new ArrayList<StaffId>();
        for (int i = 0; i < 60; i++) {
            var who = worker(clinic, Discipline.MASSAGE_THERAPY);
            everybody.add(who);
            for (int j = 0; j < random.nextInt(4); j++) {
                var until = random.nextInt(5) == 0 ? null : today().plusDays(random.nextInt(140) - 60);
                var from = random.nextBoolean() || until == null ? LONG_AGO : until.minusDays(random.nextInt(90));
                var draft = new CredentialDraft(
                        CredentialKind.values()[random.nextInt(2)],
                        Discipline.MASSAGE_THERAPY,
                        "N",
                        "Board",
                        from,
                        until);
                var verified = random.nextInt(4) != 0;
                var revoked = random.nextInt(4) == 0;
                staff.doAs(clinic.manager, () -> {
                    var id = credentials.record(who, draft, UUID.randomUUID());
                    if (verified) {
                        credentials.verify(id, 0);
                    }
                    if (revoked) {
                        credentials.revoke(id, verified ? 1 : 0, today(), "Test");
                    }
                });
            }
        }
        for (var state : CredentialState.values()) {
            var expected = everybody.stream()
                    .filter(who -> statesOf(who).contains(state))
                    .collect(Collectors.toSet());
            assertThat(expected).as(state.name()).isNotEmpty();
            assertThat(found(new PractitionerFilter("", null, clinic.id, null, state, false)))
                    .as(state.name())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    // the gate

    @Test
    void anEndedCredentialStopsNewBookingsAndPlansAndWhatWasDoneBeforeIsSigned() {
        var clinic = ownClinic("t");
        var name = "treat" + NEXT.incrementAndGet();
        var who = group.account(name, Role.THERAPIST, clinic.id);
        staff.doAs(clinic.manager, () -> practitioners.add(who, plain(clinic.id, Discipline.MASSAGE_THERAPY)));
        var patient = group.patient("Gate", "For" + NEXT.incrementAndGet(), clinic.id, clinic.manager);
        var visit = book(clinic.manager, clinic.id, who, patient, AppointmentType.MASSAGE, today().minusDays(2));
        var note = staff.as(name, () -> notes.beginForAppointment(visit));
        var version = staff.as(name, () -> notes.saveDraft(note, 0, done()));
        assertThatThrownBy(() -> sign(name, note, version))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("No license or certification for massage therapy is on record for you");
        var licence = staff.as(
                clinic.manager, () -> credentials.record(who, licence(today().minusDays(1)), UUID.randomUUID()));
        assertThatThrownBy(() -> sign(name, note, version))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("not verified yet");
        assertThat(staff.as(name, () -> notes.open(note)).orElseThrow())
                .as("everything typed is kept")
                .matches(read ->
                        read.status() == NoteStatus.DRAFT && read.draft().equals(done()));
        assertThatThrownBy(() -> book(clinic.manager, clinic.id, who, patient, AppointmentType.MASSAGE, today()))
                .isInstanceOf(NotEligible.class)
                .hasMessageContaining("so nothing new is booked");
        staff.doAs(clinic.manager, () -> credentials.verify(licence, 0));
        assertThatThrownBy(() -> book(clinic.manager, clinic.id, who, patient, AppointmentType.MASSAGE, today()))
                .isInstanceOf(NotEligible.class);
        sign(name, note, version);
        assertThat(staff.as(name, () -> notes.open(note)).orElseThrow().status())
                .isEqualTo(NoteStatus.SIGNED);
    }

    @Test
    void noPlanBeginsWithSomebodyWhoseCredentialHasEnded() {
        var who = worker(new Own(group.west, "manager"), Discipline.MASSAGE_THERAPY);
        var licence =
                staff.as("manager", () -> credentials.record(who, licence(today().minusDays(1)), UUID.randomUUID()));
        staff.doAs("manager", () -> credentials.verify(licence, 0));
        var patient = group.patient("Plan", "Ended" + NEXT.incrementAndGet(), group.west);
        group.book(group.chiropractor, patient, group.west, today().plusDays(10), LocalTime.of(20, 15));
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, assessed()));
        staff.doAs("chiropractor", () -> {
            identity.prove(TestGroup.PASSWORD);
            intake.sign(note, version);
        });
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var draft = new PlanDraft(
                "Plan",
                "back",
                today(),
                true,
                List.of(new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, who, Frequency.WEEKLY, 3)));
        var planVersion = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, draft));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, planVersion)))
                .isInstanceOf(NotEligible.class);
        group.entitle(who, Discipline.MASSAGE_THERAPY);
        staff.doAs("chiropractor", () -> plans.activate(plan, planVersion));
    }

    @Test
    void anIntakeNoteIsSignedByWhoWasEntitledWhenItWasWritten() {
        var clinic = ownClinic("i");
        var name = "assess" + NEXT.incrementAndGet();
        var who = group.account(name, Role.CHIROPRACTOR, clinic.id);
        staff.doAs(clinic.manager, () -> practitioners.add(who, plain(clinic.id, Discipline.CHIROPRACTIC)));
        var patient = group.patient("Intake", "By" + NEXT.incrementAndGet(), clinic.id, clinic.manager);
        book(clinic.manager, clinic.id, who, patient, AppointmentType.ASSESSMENT, today());
        var note = staff.as(name, () -> intake.begin(patient, clinic.id, ""));
        var version = staff.as(name, () -> intake.saveDraft(note, 0, assessed()));
        assertThatThrownBy(() -> staff.doAs(name, () -> intake.sign(note, version)))
                .isInstanceOf(NotEligible.class);
        group.entitle(who, Discipline.CHIROPRACTIC, clinic.manager);
        staff.doAs(name, () -> {
            identity.prove(TestGroup.PASSWORD);
            intake.sign(note, version);
        });
    }

    // what the tests are made of

    private record Own(ClinicId id, String manager) {}

    /** A clinic with a manager of its own, so that tests do not see each other. */
    private Own ownClinic(String letter) {
        var code = letter + "own" + NEXT.incrementAndGet();
        var clinic = group.clinic(code, "America/Phoenix");
        group.account("m" + code, Role.MANAGER, clinic);
        return new Own(clinic, "m" + code);
    }

    private void change(Own clinic, List<ClinicRoom> rooms) {
        var seen = staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow();
        var offer = new ClinicOffer(seen.offer().dayParts(), rooms, seen.offer().services());
        staff.doAs(
                clinic.manager,
                () -> clinics.change(
                        clinic.id, seen.details().version(), seen.details().draft(), offer));
    }

    private void zone(Own clinic, String zone) {
        var seen = staff.as(clinic.manager, () -> clinics.setup(clinic.id)).orElseThrow();
        var draft = seen.details().draft();
        var moved = new ClinicDraft(
                draft.code(),
                draft.name(),
                ZoneId.of(zone),
                draft.country(),
                draft.phone(),
                draft.emergencyNumber(),
                draft.responseTargetMinutes(),
                draft.hours(),
                draft.closedDays());
        staff.doAs(
                clinic.manager, () -> clinics.change(clinic.id, seen.details().version(), moved, seen.offer()));
    }

    private StaffId worker(Own clinic, Discipline discipline) {
        var id = StaffId.next();
        staff.doAs(clinic.manager, () -> practitioners.add(id, plain(clinic.id, discipline)));
        return id;
    }

    private static PractitionerDraft plain(ClinicId clinic, Discipline discipline) {
        return new PractitionerDraft(
                "", "Given", "Family" + NEXT.incrementAndGet(), Set.of(discipline), Set.of("English"), hours(clinic));
    }

    private static List<WorkingHours> hours(ClinicId clinic) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingHours(clinic, day, LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .toList();
    }

    private static PractitionerDraft renamed(PractitionerDraft draft, String givenName) {
        return new PractitionerDraft(
                draft.title(),
                givenName,
                draft.familyName(),
                draft.disciplines(),
                draft.languages(),
                draft.hours(),
                draft.modalities(),
                draft.biography());
    }

    private static PractitionerDraft withHours(PractitionerDraft draft, List<WorkingHours> hours) {
        return new PractitionerDraft(
                draft.title(),
                draft.givenName(),
                draft.familyName(),
                draft.disciplines(),
                draft.languages(),
                hours,
                draft.modalities(),
                draft.biography());
    }

    private static CredentialDraft licence(@Nullable LocalDate until) {
        return new CredentialDraft(
                CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, STRANGE.substring(0, 20), "Board", LONG_AGO, until);
    }

    private List<StaffId> found(PractitionerFilter filter) {
        return staff.as("westdesk", () -> directory.list(filter, null, 100)).stream()
                .map(PractitionerRow::id)
                .toList();
    }

    private CredentialRow only(StaffId who) {
        var rows = staff.as("westdesk", () -> credentials.findByPractitioner(who));
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private Set<CredentialState> statesOf(StaffId who) {
        var rows = staff.as("westdesk", () -> credentials.findByPractitioner(who));
        return rows.isEmpty()
                ? Set.of(CredentialState.NONE)
                : rows.stream()
                        .flatMap(row -> row.state(rows, today()).stream())
                        .collect(Collectors.toSet());
    }

    private CredentialState stateOf(CredentialRow row) {
        return row.terms().state(today());
    }

    private UUID book(
            String manager, ClinicId clinic, StaffId who, PatientId patient, AppointmentType type, LocalDate on) {
        return staff.as(
                manager, () -> schedule.book(new Booking(clinic, who, patient, type, on, LocalTime.of(9, 0), 30)));
    }

    private void sign(String name, UUID note, long version) {
        staff.doAs(name, () -> {
            identity.prove(TestGroup.PASSWORD);
            Answering.sign(notes, note, version);
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    private LocalDate monday() {
        return today().plusDays(2).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private IntakeDraft assessed() {
        var noToAll = staff.as("chiropractor", screening::rules).asked().stream()
                .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO));
        return new IntakeDraft(
                "back",
                "slowly",
                new Pain(5),
                new Pain(7),
                new Pain(4),
                List.of(new MarkedArea(new BodyRegion("back-lumbar-left"), "dull", new Pain(5), null)),
                Set.of("SITTING"),
                List.of(new Limitation("Bending", 4)),
                noToAll,
                true,
                IntakeOutcome.SUITABLE);
    }

    private String auditOf(String kind, UUID subject) {
        return jdbc.sql("select detail from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(String.class)
                .single();
    }

    private static NoteDraft done() {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(6),
                List.of(new BodyRegion("back-lumbar-left")),
                Set.of("SWEDISH"),
                3,
                4,
                45,
                new Pain(4),
                Response.BETTER,
                "",
                "",
                "Again in a week");
    }
}
