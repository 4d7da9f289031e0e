package io.plumbline.patients.sensitive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.notes.backlog.UnsignedNoteService;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderListService;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderSource;
import io.plumbline.orders.Wanted;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.patients.search.PatientMatchService;
import io.plumbline.plans.worklist.PlanCountService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A sensitive patient is found by named people and the privacy officer, and by nobody else in any list. */
@StoreTest
class SensitivePatientServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    PatientMatchService matches;

    @Autowired
    PatientMergeService merges;

    @Autowired
    ScheduleService schedule;

    @Autowired
    PlanWorklistService plans;

    @Autowired
    PlanCountService planCounts;

    @Autowired
    OrderService orders;

    @Autowired
    OrderListService orderLists;

    @Autowired
    UnsignedNoteService unsigned;

    @Autowired
    CareTeamService careTeam;

    @Autowired
    BreakGlassService breakGlass;

    /** A patient of the chiropractor and the therapist, with a plan and visits, whom everybody at the clinic finds. */
    private record Person(PatientId id, String name, String word) {}

    private Person person() {
        var word = "Sensi" + letters(PEOPLE.incrementAndGet());
        var id = care.treated(word);
        care.activePlan(id, "Back");
        care.bookMassage(id, care.today().plusDays(3));
        var row = staff.as("manager", () -> patients.details(id)).orElseThrow();
        return new Person(id, row.name(), word);
    }

    /** Words of letters alone, which the search finds as one. */
    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "wort";
    }

    /** Every query that finds a patient, or says their name, by who asks it. */
    private Map<String, BooleanSupplier> looks(String who, Person one) {
        var looks = new LinkedHashMap<String, BooleanSupplier>();
        looks.put("head", () -> patients.brief(one.id()).isPresent());
        looks.put("chart", () -> patients.open(one.id()).isPresent());
        looks.put("print", () -> patients.print(one.id()).isPresent());
        looks.put("search", () -> hasOne(patients.search(one.word()), one));
        looks.put("list", () -> hasOne(patients.list(null, 5000), one));
        looks.put("some of them", () -> hasOne(patients.visibleAmong(Set.of(one.id()), "test"), one));
        if (!who.equals("therapist") && !who.equals("chiropractor")) {
            var draft = new PatientDraft(one.word(), familyOf(one), null, null, null);
            looks.put("hint at a duplicate", () -> patients.likely(draft).stream()
                    .anyMatch(found -> found.patient().id().equals(one.id())));
            looks.put("match of a lead", () -> matches.findForCurrentUser(one.name(), null, null).stream()
                    .anyMatch(found -> found.patient().id().equals(one.id())));
            looks.put("registered among", () -> hasOne(matches.mineOf(Set.of(one.id())), one));
            looks.put(
                    "name in the schedule",
                    () ->
                            schedule
                                    .calendar(
                                            group.west,
                                            care.today().plusDays(3),
                                            care.today().plusDays(3))
                                    .columns()
                                    .stream()
                                    .flatMap(column -> column.on(care.today().plusDays(3)).stream())
                                    .map(AppointmentRow::personName)
                                    .anyMatch(one.name()::equals));
        }
        if (who.equals("therapist")) {
            looks.put("visits ahead", () -> !schedule.ahead(one.id()).isEmpty());
        }
        if (!who.equals("westdesk")) {
            looks.put(
                    "name among the plans", () -> plans.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 500).stream()
                            .map(PlanRow::patientName)
                            .anyMatch(one.name()::equals));
        }
        return looks;
    }

    private static String familyOf(Person one) {
        return one.name().substring(one.word().length() + 1);
    }

    private static boolean hasOne(List<PatientRow> rows, Person one) {
        return rows.stream().anyMatch(row -> row.id().equals(one.id()));
    }

    private void expect(String who, Person one, boolean isFound) {
        staff.doAs(who, () -> looks(who, one)
                .forEach((look, query) ->
                        assertThat(query.getAsBoolean()).as(who + ": " + look).isEqualTo(isFound)));
    }

    private void mark(Person one, StaffId... named) {
        staff.doAs("chiropractor", () -> sensitive.mark(one.id(), Set.of(named), "Works at the clinic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "westdesk", "therapist"})
    void whoIsNotNamedFindsASensitivePatientNowhere(String who) {
        var one = person();
        expect(who, one, true);
        mark(one);
        expect(who, one, false);
        staff.doAs("chiropractor", () -> sensitive.lift(one.id(), "Has left the clinic for good"));
        expect(who, one, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "westdesk", "therapist"})
    void whoIsNamedFindsThePatientAsBefore(String who) {
        var one = person();
        mark(one, idOf(who, one));
        expect(who, one, true);
        expect("chiropractor", one, true);
        staff.doAs("chiropractor", () -> sensitive.remove(one.id(), idOf(who, one)));
        expect(who, one, false);
    }

    @Test
    void thePrivacyOfficerIsNeverLockedOut() {
        var one = person();
        mark(one);
        var found = staff.as("auditor", () -> sensitive.list(null, 500)).stream()
                .filter(row -> row.patient().equals(one.id()))
                .findFirst()
                .orElseThrow();
        assertThat(found.named()).extracting(SensitiveRecord.Reader::id).containsExactly(group.chiropractor);
        assertThat(found.reason()).isEqualTo("Works at the clinic");
        staff.doAs("auditor", () -> sensitive.remove(one.id(), group.chiropractor));
        assertThat(staff.as("chiropractor", () -> patients.open(one.id()))).isEmpty();
        staff.doAs("auditor", () -> sensitive.name(one.id(), group.therapist));
        expect("therapist", one, true);
        staff.doAs("auditor", () -> sensitive.lift(one.id(), "Marked by mistake"));
        expect("manager", one, true);
        assertThat(care.auditOf("sensitive.marked", one.id())).isEqualTo(1);
        assertThat(care.auditOf("sensitive.lifted", one.id())).isEqualTo(1);
    }

    @Test
    void breakGlassAccessStaysPossibleButLiftsNoMark() {
        var one = person();
        mark(one);
        care.asProven(
                "therapist",
                () -> breakGlass.open(
                        OperationId.next(), one.id(), new BreakGlassReason("The patient collapsed in room 2")));
        assertThat(staff.as("therapist", () -> patients.open(one.id()))).isPresent();
        expect("westdesk", one, false);
        assertThat(namedFor(one)).containsExactly(group.chiropractor);
    }

    @Test
    void nobodyRemovesThemselves() {
        var one = person();
        mark(one);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> sensitive.remove(one.id(), group.chiropractor)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("You cannot remove yourself");
        assertThat(namedFor(one)).containsExactly(group.chiropractor);
    }

    @Test
    void onlyPeopleWhoWorkAtAClinicOfThePatientAreNamed() {
        var one = person();
        var stranger = StaffId.next();
        assertThatThrownBy(() -> mark(one, stranger)).isInstanceOf(Refused.class);
        assertThat(namedFor(one)).as("nothing was marked").isEmpty();
        mark(one);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> sensitive.name(one.id(), stranger)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Name people who work at a clinic of the patient");
        assertThat(namedFor(one)).containsExactly(group.chiropractor);
    }

    @Test
    void whoMayNotMarkAPatientIsNotToldWhoCouldBeNamed() {
        var foreign = group.patient("Nobodys", "Candidate", group.west);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> sensitive.candidates(foreign)))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as("auditor", () -> sensitive.candidates(foreign))).containsKey(group.therapist);
    }

    private List<StaffId> namedFor(Person one) {
        return staff.as("auditor", () -> sensitive.list(null, 5000)).stream()
                .filter(row -> row.patient().equals(one.id()))
                .flatMap(row -> row.named().stream())
                .map(SensitiveRecord.Reader::id)
                .toList();
    }

    @Test
    void onlyAChiropractorOfThePatientOrThePrivacyOfficerMarks() {
        var one = person();
        for (var who : List.of("manager", "westdesk", "therapist")) {
            assertThatThrownBy(() ->
                            staff.doAs(who, () -> sensitive.mark(one.id(), Set.of(), "The patient is known in town")))
                    .isInstanceOf(AccessDeniedException.class);
        }
        var foreign = group.patient("Nobodys", "Chiropractor", group.west);
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor", () -> sensitive.mark(foreign, Set.of(), "The patient is known in town")))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> sensitive.mark(one.id(), Set.of(), " ")))
                .isInstanceOf(Refused.class);
        staff.doAs("auditor", () -> sensitive.mark(foreign, Set.of(), "The patient is known in town"));
        assertThat(staff.as("manager", () -> patients.open(foreign))).isEmpty();
        assertThatThrownBy(() -> staff.doAs(
                        "auditor", () -> sensitive.mark(foreign, Set.of(), "Entered a second time by a colleague")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The record is sensitive already");
    }

    @Test
    void countsLeaveOutWhatBelongsToAPatientWhomTheCallerDoesNotFind() {
        var one = person();
        var none = counts(one);
        var note = care.earlierNote(one.id());
        care.bookMassage(one.id(), care.today().minusDays(6));
        var massage =
                new OrderDraft(OrderKind.MASSAGE, new Wanted(care.today().plusDays(21), false), null, "Mornings only");
        staff.doAs("therapist", () -> orders.place(one.id(), OrderSource.of(note), massage, false));
        var found = counts(one);
        assertThat(found)
                .isEqualTo(new Counts(none.plans(), none.orders() + 1, none.ofPatient() + 1, none.unsigned() + 1));
        mark(one);
        assertThat(counts(one))
                .isEqualTo(new Counts(none.plans() - 1, none.orders(), none.ofPatient(), none.unsigned()));
        staff.doAs("auditor", () -> sensitive.name(one.id(), idOf("manager", one)));
        assertThat(counts(one)).isEqualTo(found);
    }

    /** What the manager reads beside the lists, and how many open orders of the patient. */
    private record Counts(long plans, long orders, int ofPatient, long unsigned) {}

    private Counts counts(Person one) {
        return staff.as(
                "manager",
                () -> new Counts(
                        Objects.requireNonNull(
                                planCounts.byFilter(PlanNarrowing.NONE).get(PlanFilter.ALL)),
                        orderLists.countOpen(),
                        orderLists.countOpenAt(group.west, Set.of(one.id())).getOrDefault(one.id(), 0),
                        unsigned.count()));
    }

    @Test
    void onlyPeopleWhoAreNamedJoinTheCareTeam() {
        var one = person();
        var other = idOf("chiropractor", one);
        staff.doAs(
                "auditor",
                () -> sensitive.mark(
                        one.id(), Set.of(idOf("manager", one), group.therapist), "The patient is known in town"));
        var opened = staff.as("manager", () -> patients.details(one.id())).orElseThrow();
        assertThat(staff.as("manager", () -> careTeam.findCandidates(opened)))
                .extracting(PractitionerLabel::id)
                .doesNotContain(other);
        assertThatThrownBy(() -> staff.doAs("manager", () -> careTeam.join(one.id(), other)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This record is sensitive.")
                .hasMessageContaining("to add chiropractor first");
        staff.doAs("manager", () -> careTeam.join(one.id(), group.therapist));
    }

    @Test
    void theUnionWithAnotherRecordStaysSensitiveAlsoAfterAnUnmerge() {
        var one = person();
        var other = group.patient(one.word(), "Twice", group.west);
        var manager = idOf("manager", one);
        mark(one, manager);
        staff.doAs("manager", () -> merges.merge(one.id(), other, "Same person, same birth date"));
        for (var record : List.of(one.id(), other)) {
            assertThat(staff.as("westdesk", () -> patients.open(record))).isEmpty();
            assertThat(staff.as("manager", () -> patients.open(record))).isPresent();
        }
        staff.doAs("manager", () -> merges.unmerge(one.id()));
        assertThat(staff.as("westdesk", () -> patients.open(other))).isEmpty();
        assertThat(staff.as("manager", () -> patients.open(other))).isPresent();
    }

    private StaffId idOf(String who, Person one) {
        return staff.as("auditor", () -> sensitive.candidates(one.id())).entrySet().stream()
                .filter(account -> account.getValue().equals(who))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
