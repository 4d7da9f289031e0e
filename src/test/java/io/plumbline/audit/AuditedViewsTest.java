package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallService;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadBoardService;
import io.plumbline.leads.queue.LeadQueueFilter;
import io.plumbline.notes.backlog.UnsignedNoteService;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each list and each search of people leaves one row of who looked, never the words. */
@StoreTest
class AuditedViewsTest {
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
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    LeadService leads;

    @Autowired
    CallQueueService callQueue;

    @Autowired
    LeadListService leadList;

    @Autowired
    LeadBoardService board;

    @Autowired
    CallService calls;

    @Autowired
    PlanWorklistService worklist;

    @Autowired
    UnsignedNoteService unsigned;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private record Person(String name, StaffId id) {}

    @Test
    void pagingThroughThePatientListIsOneViewPerQuarterHour() {
        var desk = person(Role.FRONT_DESK);
        group.patient("Listed", "One", group.west);
        group.patient("Listed", "Two", group.west);
        var first = staff.as(desk.name(), () -> patients.list(null, 1));
        staff.doAs(desk.name(), () -> patients.list(first.getLast(), 1));
        staff.doAs(desk.name(), () -> patients.list(null, 1));
        assertThat(details(desk, "patient.listed")).containsExactly("1 row");
        clock.pass(Duration.ofMinutes(16));
        staff.doAs(desk.name(), () -> patients.list(null, 1));
        assertThat(details(desk, "patient.listed")).hasSize(2);
    }

    @Test
    void theWordsOfASearchAreStoredOnlyAsAKeyedHash() {
        var desk = person(Role.FRONT_DESK);
        var colleague = person(Role.FRONT_DESK);
        group.patient("Searchable", "Hargreaves", group.west);
        for (var typed : List.of("Hargreaves", " hargreaves ", "nobody at all", "")) {
            staff.doAs(desk.name(), () -> patients.search(typed));
        }
        staff.doAs(colleague.name(), () -> patients.search("hargreaves"));
        assertThat(details(desk, "patient.searched")).hasSize(2).allSatisfy(detail -> assertThat(detail)
                .matches("words [0-9a-f]{24}, [0-9]+ rows?")
                .doesNotContainIgnoringCase("hargreaves"));
        assertThat(details(colleague, "patient.searched"))
                .as("the same words have the same hash")
                .containsExactly(details(desk, "patient.searched").getFirst());
    }

    @Test
    void viewsOfTheScheduleAndOfAppointmentsAreAudited() {
        var desk = person(Role.FRONT_DESK);
        var patient = care.patient("On The Plane", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        for (int refreshed = 0; refreshed < 3; refreshed++) {
            staff.doAs(desk.name(), () -> schedule.calendar(group.west, care.today(), care.today()));
            staff.doAs(desk.name(), () -> appointments.find(appointment));
        }
        staff.doAs(
                desk.name(),
                () -> schedule.calendar(group.west, care.today(), care.today().plusDays(6)));
        assertThat(details(desk, "schedule.listed"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(care.today() + ", ")
                .containsPattern("[1-9][0-9]* rows?$");
        assertThat(details(desk, "appointment.opened")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'appointment.opened' and patient = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void eachLeadListIsAuditedSeparately() {
        var desk = person(Role.FRONT_DESK);
        staff.doAs(desk.name(), () -> leads.receive(lead(), null));
        for (int again = 0; again < 2; again++) {
            staff.doAs(desk.name(), () -> callQueue.queue(null, 50));
            staff.doAs(desk.name(), () -> callQueue.queue(null, 5));
            staff.doAs(desk.name(), () -> callQueue.queue(LeadQueueFilter.UNCLAIMED, null, 50));
            staff.doAs(desk.name(), () -> board.cards(Map.of(LeadStatus.NEW, 200)));
            staff.doAs(desk.name(), () -> leadList.list(LeadFilter.NONE, null, 50));
            staff.doAs(desk.name(), () -> leadList.list(LeadFilter.NONE.of(LeadStatus.NEW), null, 50));
            staff.doAs(desk.name(), () -> leadList.list(LeadFilter.NONE.of(LeadStatus.LOST), null, 50));
        }
        assertThat(details(desk, "lead.queue-listed"))
                .hasSize(3)
                .anyMatch(detail -> detail.startsWith("Everyone, the first few, "))
                .anyMatch(detail -> detail.startsWith("Unclaimed, "));
        assertThat(details(desk, "lead.board-listed")).hasSize(1);
        assertThat(details(desk, "lead.listed"))
                .hasSize(3)
                .filteredOn(detail -> detail.startsWith("by status, "))
                .hasSize(2);
    }

    @Test
    void claimingTheNextLeadIsNotAuditedAsAListView() {
        var desk = person(Role.FRONT_DESK);
        staff.doAs(desk.name(), () -> leads.receive(lead(), null));
        staff.doAs(desk.name(), calls::claimNext);
        assertThat(details(desk, "lead.queue-listed")).isEmpty();
    }

    @Test
    void managersViewsOfPlansAndUnsignedNotesAreAudited() {
        var manager = person(Role.MANAGER);
        var patient = care.patient("Followed", group.west);
        care.activePlan(patient, "followed");
        care.bookMassage(patient, care.today().minusDays(5), null);
        for (int again = 0; again < 2; again++) {
            staff.doAs(manager.name(), () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 50));
            staff.doAs(manager.name(), () -> unsigned.list(null, 50));
        }
        assertThat(details(manager, "plan.listed")).hasSize(1);
        assertThat(details(manager, "note.unsigned-listed")).hasSize(1);
    }

    private Person person(Role role) {
        var name = "looker" + PEOPLE.incrementAndGet();
        return new Person(name, group.account(name, role, group.west));
    }

    private LeadDraft lead() {
        return new LeadDraft(
                "Looked At",
                new PhoneNumber("+16025550199"),
                null,
                "",
                CallWindow.ANY_TIME,
                LeadSource.SIGN,
                group.west,
                Instant.EPOCH);
    }

    private List<String> details(Person person, String kind) {
        return jdbc.sql("select detail from audit_event where actor = ? and kind = ? order by id")
                .params(Ids.bytes(person.id().value()), kind)
                .query(String.class)
                .list();
    }
}
