package io.plumbline.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.AppointmentUndoService;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.sessions.Response;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Checkout orders from the clinician to the desk and back. */
@StoreTest
@OnMySql("one order pressed twice at once waits for the row locks of the open orders")
class OrderServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    OrderService orders;

    @Autowired
    OrderDeskService desk;

    @Autowired
    OrderListService lists;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    AppointmentUndoService undo;

    @Autowired
    PatientMergeService merges;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDeskBooksTheOrderAndTheClinicianSeesTheDay() {
        var patient = care.treated("Ordered");
        var note = care.earlierNote(patient);
        var id = place(patient, note, massage(21, "Mornings only"), false);
        var open = open("westdesk", id);
        assertThat(open.row().status()).isEqualTo(OrderStatus.OPEN);
        assertThat(open.row().deskLine()).isEqualTo("Mornings only");
        assertThat(open.isForDesk()).isTrue();
        assertThat(staff.as("westdesk", () -> lists.countOpenAt(group.west, Set.of(patient))))
                .containsEntry(patient, 1);
        var on = care.today().plusDays(22);
        var appointment = book(patient, AppointmentType.MASSAGE, on, id);
        var booked = staff.as("therapist", () -> lists.findBySource(patient, OrderSource.of(note)))
                .getFirst();
        assertThat(booked.status()).isEqualTo(OrderStatus.BOOKED);
        assertThat(booked.booked()).isNotNull();
        assertThat(booked.booked().id()).isEqualTo(appointment);
        assertThat(booked.booked().on()).isEqualTo(on);
        assertThat(care.auditOf("order.placed", patient)).isEqualTo(1);
        assertThat(care.auditOf("order.booked", patient)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from audit_event where kind like 'order.%' and detail like '%Mornings%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anOrderIsBookedOnce() {
        var patient = care.treated("Twice");
        var id = place(patient, care.earlierNote(patient), massage(28, ""), false);
        book(patient, AppointmentType.MASSAGE, care.today().plusDays(28), id);
        assertThatThrownBy(() ->
                        book(patient, AppointmentType.MASSAGE, care.today().plusDays(29), id))
                .isInstanceOf(Refused.class)
                .hasMessage("This order is no longer open. Close this form to see what became of it");
        assertThat(jdbc.sql("select count(*) from appointment where subject_id = ? and starts_on = ?")
                        .params(Ids.bytes(patient.value()), care.today().plusDays(29))
                        .query(Long.class)
                        .single())
                .as("no second appointment")
                .isZero();
    }

    @Test
    void theSameOrderOnAMergedRecordIsThatOrder() {
        var kept = care.treated("Same Kept");
        var merged = care.treated("Same Merged");
        var note = care.earlierNote(merged);
        var id = place(merged, note, massage(14, ""), false);
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same person, confirmed by phone"));
        assertThat(place(kept, note, massage(14, ""), false)).isEqualTo(id);
        assertThatThrownBy(() -> place(kept, note, massage(21, ""), false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is ordered already");
    }

    @Test
    void anotherServiceIsNotTheOrder() {
        var patient = care.treated("Other");
        var id = place(patient, care.earlierNote(patient), massage(14, ""), false);
        assertThatThrownBy(() ->
                        book(patient, AppointmentType.CONSULTATION, care.today().plusDays(14), id))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The order is for massage");
    }

    @Test
    void aVisitThatIsBookedWithoutTheOrderCountsAsIt() {
        var patient = care.treated("Aside");
        var id = place(patient, care.earlierNote(patient), massage(14, ""), false);
        book(patient, AppointmentType.MASSAGE, care.today().plusDays(40), null);
        assertThat(open("westdesk", id).row().status()).as("far from the day").isEqualTo(OrderStatus.OPEN);
        book(patient, AppointmentType.MASSAGE, care.today().plusDays(16), null);
        assertThat(open("westdesk", id).row().status()).isEqualTo(OrderStatus.BOOKED);
    }

    @Test
    void aCanceledAppointmentOpensTheOrderAgain() {
        var patient = care.treated("Canceled");
        var id = place(patient, care.earlierNote(patient), massage(21, ""), false);
        var appointment = book(patient, AppointmentType.MASSAGE, care.today().plusDays(23), id);
        staff.doAs(
                "westdesk",
                () -> appointments.cancel(appointment, versionOf(appointment), "The patient called this morning"));
        var free = open("westdesk", id);
        assertThat(free.row().status()).isEqualTo(OrderStatus.OPEN);
        assertThat(free.row().booked()).isNull();
        assertThat(free.history())
                .extracting(OrderDetails.Step::kind)
                .containsExactly(OrderStepKind.PLACED, OrderStepKind.BOOKED, OrderStepKind.REOPENED);
        staff.doAs("westdesk", () -> undo.undoCancellation(appointment));
        assertThat(open("westdesk", id).row().status()).isEqualTo(OrderStatus.BOOKED);
        assertThat(care.auditOf("order.reopened", patient)).isEqualTo(1);
    }

    @Test
    void theSignatureSendsWhatWasPrepared() {
        var patient = care.treated("Prepared");
        var note = beginNote(patient);
        var id = place(patient, note, massage(7, ""), true);
        assertThat(staff.as("westdesk", () -> lists.open(id)))
                .as("not the desk's yet")
                .isEmpty();
        assertThat(staff.as("westdesk", () -> lists.countOpenAt(group.west, Set.of(patient))))
                .isEmpty();
        assertThatThrownBy(() -> decline(id, 0)).isInstanceOf(NotAvailable.class);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        assertThat(open("westdesk", id).row().status()).isEqualTo(OrderStatus.OPEN);
        assertThat(care.auditOf("order.prepared", patient)).isEqualTo(1);
        assertThat(care.auditOf("order.placed", patient)).isEqualTo(1);
    }

    @Test
    void aDiscardedNoteOrdersNothing() {
        var patient = care.treated("Discarded");
        var note = beginNote(patient);
        var id = place(patient, note, massage(7, ""), true);
        staff.doAs("therapist", () -> notes.discard(note, 0, ""));
        assertThat(open("therapist", id).row().status()).isEqualTo(OrderStatus.WITHDRAWN);
    }

    @Test
    void anOrderFromANoteThatWasEnteredInErrorIsWithdrawn() {
        var patient = care.treated("Ordered In Error");
        var note = care.earlierNote(patient);
        var id = place(patient, note, massage(7, ""), false);
        var version = staff.as("therapist", () -> notes.open(note).orElseThrow().version());
        care.asProven("therapist", () -> errors.mark(note, version, "Written for the wrong patient"));
        assertThat(open("therapist", id).row().status()).isEqualTo(OrderStatus.WITHDRAWN);
    }

    @Test
    void pressingTwicePlacesOneOrder() throws Exception {
        var patient = care.treated("Pressed");
        var note = care.earlierNote(patient);
        Callable<OrderId> press = () -> place(patient, note, massage(7, "By phone"), false);
        try (var two = Executors.newFixedThreadPool(2)) {
            var ids = two.invokeAll(List.of(press, press)).stream()
                    .map(OrderServiceTest::result)
                    .toList();
            assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        }
        assertThatThrownBy(() -> place(patient, note, massage(14, ""), false))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Massage is ordered already, around ");
        assertThat(staff.as("therapist", () -> lists.findBySource(patient, OrderSource.of(note))))
                .hasSize(1);
    }

    @Test
    void theDeskDeclinesWithAReasonThatTheClinicianReads() {
        var patient = care.treated("Declined");
        var note = care.earlierNote(patient);
        var id = place(patient, note, massage(7, ""), false);
        assertThatThrownBy(() -> decline(id, 7)).isInstanceOf(StaleVersion.class);
        decline(id, 0);
        var row = staff.as("therapist", () -> lists.findBySource(patient, OrderSource.of(note)))
                .getFirst();
        assertThat(row.status()).isEqualTo(OrderStatus.DECLINED);
        assertThat(row.declineReason()).isEqualTo(OrderDeclineReason.NO_TIME);
        assertThat(row.declineWords()).isEqualTo("The patient works at night");
        assertThat(open("therapist", id).history().getLast().words())
                .isEqualTo("No time that suits the patient. The patient works at night");
        assertThat(staff.as("therapist", () -> lists.findPage(OrderFilter.DECLINED, null, 50)))
                .extracting(OrderRow::id)
                .contains(id);
        assertThatThrownBy(() -> withdraw(id, 1)).isInstanceOf(Refused.class);
    }

    @Test
    void aHomeProgramIsHandedOver() {
        var patient = care.treated("Home");
        var draft = new OrderDraft(OrderKind.HOME_PROGRAM, Wanted.by(care.today()), null, "");
        var id = place(patient, care.earlierNote(patient), draft, false);
        staff.doAs("westdesk", () -> desk.handOver(id, 0));
        assertThat(open("therapist", id).row().status()).isEqualTo(OrderStatus.DONE);
        assertThat(care.auditOf("order.handed-over", patient)).isEqualTo(1);
    }

    @Test
    void expectedSorenessIsACallOnTheDayThatTheNoteSays() {
        var patient = care.treated("Sore");
        care.signIntake(patient, care.assessed("back"));
        var note = beginNote(patient);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, sore()));
        var asked = new ArrayList<SigningCheck>();
        care.asProven("therapist", () -> assertThatThrownBy(() -> notes.sign(note, version))
                .isInstanceOfSatisfying(ChecksToAnswer.class, open -> asked.addAll(open.checks())));
        var follow = care.today().plusDays(2);
        care.asProven(
                "therapist",
                () -> notes.sign(
                        note,
                        version,
                        List.of(asked.getFirst()
                                .chosen(
                                        "Expected soreness, patient informed",
                                        List.of(follow.toString()),
                                        "Sore after deep work"))));
        var call = staff.as("westdesk", () -> lists.openAt(group.west, patient)).getFirst();
        assertThat(call.kind()).isEqualTo(OrderKind.FOLLOW_UP_CALL);
        assertThat(call.wanted().on()).isEqualTo(follow);
        assertThat(call.deskLine()).as("nothing clinical").isEmpty();
        assertThat(staff.as("therapist", () -> lists.findBySource(patient, OrderSource.of(note))))
                .extracting(OrderRow::id)
                .containsExactly(call.id());
        staff.doAs("westdesk", () -> desk.handOver(call.id(), call.version()));
        assertThat(open("therapist", call.id()).history())
                .extracting(OrderDetails.Step::kind)
                .containsExactly(OrderStepKind.PLACED, OrderStepKind.CALLED);
        assertThat(care.auditOf("order.called", patient)).isEqualTo(1);
    }

    private static NoteDraft sore() {
        var done = TestCare.done();
        return new NoteDraft(
                done.safetyRecheck(),
                null,
                done.consent(),
                new Pain(4),
                done.areas(),
                Set.of("SWEDISH"),
                3,
                null,
                done.minutes(),
                new Pain(9),
                Response.WORSE,
                "",
                "",
                done.nextStep());
    }

    @Test
    void eachSeesWhatIsTheirs() {
        var patient = care.treated("Hidden");
        var note = care.earlierNote(patient);
        var id = place(patient, note, massage(7, ""), false);
        assertThat(staff.as("eastdesk", () -> lists.open(id))).isEmpty();
        assertThat(staff.as("guesser", () -> lists.open(id))).isEmpty();
        assertThat(staff.as("guesser", () -> lists.findBySource(patient, OrderSource.of(note))))
                .isEmpty();
        assertThat(staff.as("eastdesk", () -> lists.findPage(OrderFilter.OPEN, null, 500)))
                .extracting(OrderRow::id)
                .doesNotContain(id);
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> desk.handOver(id, 0)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("guesser", () -> orders.withdraw(id, 0)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() ->
                        staff.as("guesser", () -> orders.place(patient, OrderSource.of(note), massage(7, ""), false)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() ->
                        staff.as("westdesk", () -> orders.place(patient, OrderSource.of(note), massage(7, ""), false)))
                .isInstanceOf(AccessDeniedException.class);
        var other = care.treated("Another");
        assertThatThrownBy(() -> place(other, note, massage(7, ""), false))
                .as("a note of another patient")
                .isInstanceOf(NotAvailable.class);
        withdraw(id, 0);
        assertThat(open("westdesk", id).row().status()).isEqualTo(OrderStatus.WITHDRAWN);
    }

    @Test
    void aListIsReadPageByPage() {
        var first = care.treated("First");
        var second = care.treated("Second");
        var one = place(first, care.earlierNote(first), massage(100, ""), false);
        var two = place(second, care.earlierNote(second), massage(100, ""), false);
        var row = open("westdesk", one).row();
        assertThat(staff.as("westdesk", () -> lists.findPage(OrderFilter.OPEN, row, 500)))
                .extracting(OrderRow::id)
                .contains(two)
                .doesNotContain(one);
        withdraw(one, 0);
        withdraw(two, 0);
        var newest = staff.as("westdesk", () -> lists.findPage(OrderFilter.WITHDRAWN, null, 1))
                .getFirst();
        assertThat(newest.id()).isEqualTo(two);
        assertThat(staff.as("westdesk", () -> lists.findPage(OrderFilter.WITHDRAWN, newest, 1)))
                .extracting(OrderRow::id)
                .containsExactly(one);
        assertThat(staff.as("westdesk", () -> lists.first(OrderFilter.OPEN, 1))
                        .counts()
                        .get(OrderFilter.WITHDRAWN))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void theNextVisitOfThePlanIsProposed() {
        var patient = care.treated("Planned");
        var plan = care.activePlan(patient, "Back pain");
        var choice = staff.as("chiropractor", () -> orders.choice(patient, OrderSource.of(plan)));
        assertThat(choice.proposed().kind()).isEqualTo(OrderKind.MASSAGE);
        assertThat(choice.proposed().practitioner()).isEqualTo(group.therapist);
        assertThat(care.plannedDays(plan)).contains(choice.proposed().wanted().on());
        assertThat(choice.isUnsigned()).isFalse();
    }

    private OrderDraft massage(int days, String line) {
        return new OrderDraft(OrderKind.MASSAGE, new Wanted(care.today().plusDays(days), false), null, line);
    }

    private NoteId beginNote(PatientId patient) {
        var visit = care.bookMassage(patient, care.today());
        return staff.as("therapist", () -> starts.begin(new VisitKey.Booked(visit)));
    }

    private OrderId place(PatientId patient, NoteId note, OrderDraft draft, boolean withSignature) {
        return staff.as("therapist", () -> orders.place(patient, OrderSource.of(note), draft, withSignature));
    }

    private OrderDetails open(String who, OrderId id) {
        return staff.as(who, () -> lists.open(id)).orElseThrow();
    }

    private void decline(OrderId id, long version) {
        staff.doAs(
                "westdesk", () -> desk.decline(id, version, OrderDeclineReason.NO_TIME, "The patient works at night"));
    }

    private void withdraw(OrderId id, long version) {
        staff.doAs("therapist", () -> orders.withdraw(id, version));
    }

    private long versionOf(AppointmentId appointment) {
        return staff.as("westdesk", () -> appointments.find(appointment))
                .orElseThrow()
                .row()
                .version();
    }

    private AppointmentId book(PatientId patient, AppointmentType type, LocalDate on, @Nullable OrderId order) {
        for (var at = LocalTime.of(10, 0); at.isBefore(LocalTime.of(23, 0)); at = at.plusMinutes(5)) {
            var wanted = at;
            try {
                return staff.as(
                        "westdesk",
                        () -> schedule.book(new Booking(
                                group.west,
                                patient,
                                type,
                                new TimeSlot(group.therapist, null, on, wanted, 5, 0),
                                null,
                                order)));
            } catch (SlotTaken byAnotherTest) {
                // the stores of the tests are shared, and so are their days
            }
        }
        throw new IllegalStateException("Every time is taken on " + on);
    }

    private static OrderId result(Future<OrderId> press) {
        try {
            return press.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
