package io.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.exports.PatientExportService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A person who is manager of one clinic and therapist at another: what they see and do at each. */
@StoreTest
class ClinicsOfRolesTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    PatientService patients;

    @Autowired
    PatientExportService exports;

    @Autowired
    ScheduleService schedule;

    @Autowired
    LeadService leads;

    @Autowired
    StaffNameQuery names;

    @Autowired
    RelationService relations;

    @Autowired
    Clock clock;

    private TestGroup.Own managed;
    private TestGroup.Own treatedAt;
    private String who;
    private StaffId me;
    private PatientId known;
    private PatientId mine;
    private PatientId others;

    @BeforeEach
    void hires() {
        managed = group.own("m");
        treatedAt = group.own("t");
        who = "limited" + PEOPLE.incrementAndGet();
        me = hired(who, Map.of(Role.MANAGER, Set.of(managed.id()), Role.THERAPIST, Set.of(treatedAt.id())));
        known = group.patient("Known", who, managed.id(), managed.manager());
        mine = group.patient("Mine", who, treatedAt.id(), treatedAt.manager());
        others = group.patient("Other", who, treatedAt.id(), treatedAt.manager());
        var colleague = group.worker(treatedAt, Discipline.MASSAGE_THERAPY);
        book(treatedAt, me, mine, LocalTime.of(11, 0));
        book(treatedAt, colleague, others, LocalTime.of(12, 0));
        book(managed, group.worker(managed, Discipline.MASSAGE_THERAPY), known, LocalTime.of(13, 0));
    }

    private StaffId hired(String name, Map<Role, Set<ClinicId>> limits) {
        var draft = new AccountDraft(
                name,
                name,
                Set.of(Role.MANAGER, Role.THERAPIST),
                Set.of(managed.id(), treatedAt.id()),
                new Role.Limits(limits));
        var id = staff.as("system", () -> {
            var account = accounts.create(draft, TestGroup.PASSWORD);
            roles.confirm(account, 0, Role.THERAPIST);
            return account;
        });
        staff.doAs(
                treatedAt.manager(),
                () -> practitioners.add(id, TestGroup.plain(treatedAt.id(), Discipline.MASSAGE_THERAPY)));
        return id;
    }

    private void book(TestGroup.Own clinic, StaffId with, PatientId patient, LocalTime at) {
        staff.doAs(
                clinic.manager(),
                () -> schedule.book(
                        new Booking(clinic.id(), with, patient, AppointmentType.CONSULTATION, care.today(), at, 30)));
    }

    private <T> T asMe(Supplier<T> action) {
        return staff.as(who, action);
    }

    @Test
    void patientsOfTheOneClinicAreListedAndThoseWhomOneTreatsAtTheOther() {
        assertThat(ids(asMe(() -> patients.list(null, 50)))).containsExactlyInAnyOrder(known, mine);
        assertThat(asMe(patients::count)).isEqualTo(2);
        assertThat(ids(asMe(() -> patients.search(who)))).containsExactlyInAnyOrder(known, mine);
        assertThat(ids(asMe(() -> patients.visibleAmong(Set.of(known, mine, others), "of a test"))))
                .containsExactlyInAnyOrder(known, mine);
        var paged = new ArrayList<PatientRow>();
        for (var page = asMe(() -> patients.list(null, 1)); !page.isEmpty(); ) {
            paged.addAll(page);
            page = asMe(() -> patients.list(paged.getLast(), 1));
        }
        assertThat(ids(paged)).containsExactly(known, mine);
    }

    @Test
    void onlyWhomOneTreatsIsReadWithClinicalContent() {
        assertThat(asMe(() -> patients.open(known)).orElseThrow().clinical()).isNull();
        assertThat(asMe(() -> patients.open(mine)).orElseThrow().clinical()).isNotNull();
        assertThat(asMe(() -> patients.open(others))).isEmpty();
    }

    @Test
    void asManagerNothingIsChangedAtTheClinicWhereOneIsTherapist() {
        var before = asMe(() -> patients.open(mine)).orElseThrow();
        assertThatThrownBy(() -> staff.doAs(who, () -> patients.correct(mine, before.version(), before.draft())))
                .isInstanceOf(NotAvailable.class);
        var draft = new PatientDraft("New", who, null, null, null);
        assertThatThrownBy(() -> asMe(() -> patients.add(draft, treatedAt.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(asMe(() -> patients.add(draft, managed.id()))).isNotNull();
        var visit = new Booking(
                treatedAt.id(), me, mine, AppointmentType.CONSULTATION, care.today(), LocalTime.of(14, 0), 30);
        assertThatThrownBy(() -> asMe(() -> schedule.book(visit))).isInstanceOf(NotAvailable.class);
    }

    @Test
    void anExportHasThePatientsOfTheManagedClinicAlone() {
        assertThat(asMe(exports::count)).isEqualTo(1);
    }

    @Test
    void theScheduleOfTheOneClinicIsWholeAndOfTheOtherOnesOwn() {
        assertThat(asMe(schedule::today).stream().map(AppointmentRow::patient)).containsExactly(mine, known);
        assertThat(booked(treatedAt)).containsExactly(mine);
        assertThat(booked(managed)).containsExactly(known);
    }

    private List<PatientId> booked(TestGroup.Own clinic) {
        return asMe(() -> schedule.calendar(clinic.id(), care.today(), care.today())).columns().stream()
                .flatMap(column -> column.on(care.today()).stream())
                .map(row -> Objects.requireNonNull(row.patient()))
                .toList();
    }

    @Test
    void leadsOfTheManagedClinicAreSeenAlone() {
        var seen = lead(managed);
        var notSeen = lead(treatedAt);
        assertThat(asMe(() -> leads.open(seen))).isPresent();
        assertThat(asMe(() -> leads.open(notSeen))).isEmpty();
        assertThat(asMe(leads::countAll)).isEqualTo(staff.as(managed.manager(), leads::countAll));
    }

    private LeadId lead(TestGroup.Own clinic) {
        var draft = new LeadDraft(
                "Lead " + who,
                new PhoneNumber("+1602555%04d".formatted(4000 + PEOPLE.incrementAndGet())),
                null,
                "Lower back",
                CallWindow.ANY_TIME,
                LeadSource.SIGN,
                clinic.id(),
                clock.instant());
        return staff.as(clinic.manager(), () -> leads.receive(draft, null));
    }

    @Test
    void whoHasARoleAtAClinicIsAskedByTheClinic() {
        assertThat(names.findNamesAt(Set.of(managed.id()), Set.of(Role.MANAGER)))
                .containsKey(me);
        assertThat(names.findNamesAt(Set.of(treatedAt.id()), Set.of(Role.MANAGER)))
                .doesNotContainKey(me);
        assertThat(names.findNamesAt(Set.of(treatedAt.id()), Set.of(Role.THERAPIST)))
                .containsKey(me);
        assertThat(names.findNamesAt(Set.of(managed.id()), Set.of(Role.THERAPIST)))
                .doesNotContainKey(me);
    }

    @Test
    void aTherapistOfTheClinicIsNoChiropractorThere() {
        who = "chiro" + PEOPLE.incrementAndGet();
        var draft = new AccountDraft(
                who,
                who,
                Set.of(Role.CHIROPRACTOR, Role.THERAPIST),
                Set.of(managed.id(), treatedAt.id()),
                new Role.Limits(
                        Map.of(Role.CHIROPRACTOR, Set.of(managed.id()), Role.THERAPIST, Set.of(treatedAt.id()))));
        me = staff.as("system", () -> {
            var account = accounts.create(draft, TestGroup.PASSWORD);
            roles.confirm(account, 0, Role.THERAPIST);
            roles.confirm(account, 1, Role.CHIROPRACTOR);
            return account;
        });
        staff.doAs(
                treatedAt.manager(),
                () -> practitioners.add(me, TestGroup.plain(treatedAt.id(), Discipline.MASSAGE_THERAPY)));
        book(treatedAt, me, mine, LocalTime.of(15, 0));
        assertThat(asMe(() -> patients.open(mine)).orElseThrow().clinical()).isNotNull();
        assertThat(asMe(() -> isClinical(Role.THERAPIST, mine))).isTrue();
        assertThat(asMe(() -> isClinical(Role.CHIROPRACTOR, mine))).isFalse();
        assertThat(asMe(() -> CurrentUser.current().has(Role.CHIROPRACTOR, managed.id())))
                .isTrue();
        assertThat(asMe(() -> CurrentUser.current().has(Role.CHIROPRACTOR, treatedAt.id())))
                .isFalse();
        assertThat(names.findNamesAt(Set.of(treatedAt.id()), Set.of(Role.CHIROPRACTOR)))
                .as("who is asked to decide a red flag of the clinic")
                .isEmpty();
    }

    /** For a service that this role alone may call, by the list of one's patients and by one patient. */
    private boolean isClinical(Role role, PatientId patient) {
        return CurrentUser.within(
                Set.of(role),
                () -> relations.scope().isClinical(patient)
                        && relations.scopeOf(patient).isClinical(patient));
    }

    @Test
    void withoutLimitsEachRoleHoldsAtBothClinics() {
        who = "unlimited" + PEOPLE.incrementAndGet();
        hired(who, Map.of());
        assertThat(asMe(() -> CurrentUser.current().clinicsSeen()))
                .containsExactlyInAnyOrder(managed.id(), treatedAt.id());
        assertThat(ids(asMe(() -> patients.list(null, 50)))).containsExactlyInAnyOrder(known, mine, others);
        assertThat(asMe(exports::count)).isEqualTo(3);
    }

    private static List<PatientId> ids(List<PatientRow> rows) {
        return rows.stream().map(PatientRow::id).toList();
    }
}
