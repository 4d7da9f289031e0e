package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.OfferedService;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.StaleVersion;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the schedule promises on every store: no double booking, and nothing that follows from a visit is forgotten. */
@StoreTest
@TestPropertySource(properties = "plumbline.test=schedule")
@Import(MovableClock.class)
class ScheduleServiceTest {
    /** It is ten in the morning in the west. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    PatientService patients;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Statements statements;

    @Autowired
    MovableClock clock;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    ClinicService clinics;

    @Autowired
    JdbcClient jdbc;

    @Test
    void of32WhoBookTheSameHourOneWinsAndTheOthersAreLedToTheNextFreeTimes() throws Exception {
        var day = TODAY.plusDays(40);
        var bookings = new ArrayList<Callable<List<FreeTime>>>();
        for (int i = 0; i < 32; i++) {
            var patient = someone();
            bookings.add(() -> bookWhatIsOffered(patient, new FreeTime(day, LocalTime.of(14, 0))));
        }
        var firstTries = 0;
        var agreed = new ArrayList<FreeTime>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var booking : threads.invokeAll(bookings)) {
                var tried = booking.get();
                firstTries += tried.size() == 1 ? 1 : 0;
                agreed.add(tried.getLast());
            }
        }
        assertThat(firstTries).as("got the hour they asked for").isEqualTo(1);
        assertThat(agreed).doesNotHaveDuplicates().hasSize(32);
        assertThat(agreed).allMatch(time -> !time.on().isBefore(day));
    }

    /** Takes what the portal offers until a time is theirs; each time that was tried, in order. */
    private List<FreeTime> bookWhatIsOffered(PatientId patient, FreeTime wanted) {
        var tried = new ArrayList<FreeTime>();
        var next = wanted;
        while (true) {
            tried.add(next);
            try {
                book(group.therapist, patient, next.on(), next.at());
                return tried;
            } catch (SlotTaken taken) {
                next = taken.next();
                assertThat(next).as("a next free time is offered").isNotNull();
            }
        }
    }

    @Test
    void movingTakesTheNewTimeAndGivesTheOldOneBack() {
        var patient = someone();
        var day = TODAY.plusDays(3);
        var visit = book(group.therapist, patient, day, LocalTime.of(9, 0));
        staff.doAs("westdesk", () -> appointments.move(visit, 0, timeSlot(group.therapist, day, LocalTime.of(11, 0))));
        assertThat(times(day)).contains(LocalTime.of(9, 0)).doesNotContain(LocalTime.of(11, 0));
        var moved = found(visit);
        assertThat(moved.at()).isEqualTo(LocalTime.of(11, 0));
        assertThat(changes(visit))
                .extracting(AppointmentDetails.Change::movedFrom)
                .containsExactly(null, new FreeTime(day, LocalTime.of(9, 0)));
        assertThat(nextVisit(patient)).isEqualTo(new FreeTime(day, LocalTime.of(11, 0)));
    }

    @Test
    void movingOntoATakenTimeChangesNothing() {
        var day = TODAY.plusDays(4);
        book(group.therapist, someone(), day, LocalTime.of(9, 0));
        var visit = book(group.therapist, someone(), day, LocalTime.of(10, 0));
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(visit, 0, timeSlot(group.therapist, day, LocalTime.of(9, 0)))))
                .isInstanceOf(SlotTaken.class);
        assertThat(found(visit).at()).isEqualTo(LocalTime.of(10, 0));
        assertThat(times(day)).doesNotContain(LocalTime.of(9, 0), LocalTime.of(10, 0));
    }

    @Test
    void movingToAColleagueOpensTheChartToThemAndClosesItToTheFirst() {
        var patient = someone();
        var day = TODAY.plusDays(5);
        var visit = book(group.therapist, patient, day, LocalTime.of(9, 0));
        staff.doAs("manager", () -> appointments.move(visit, 0, timeSlot(group.chiropractor, day, LocalTime.of(9, 0))));
        assertThat(staff.as("chiropractor", () -> patients.open(patient))).isPresent();
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
    }

    @Test
    void cancellingGivesTheTimeBackClosesTheChartAndSaysWhy() {
        var patient = someone();
        var day = TODAY.plusDays(6);
        var visit = book(group.therapist, patient, day, LocalTime.of(9, 0));
        staff.doAs("westdesk", () -> appointments.cancel(visit, 0, "Patient is ill"));
        assertThat(times(day)).contains(LocalTime.of(9, 0));
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        assertThat(nextVisit(patient)).isNull();
        assertThat(isLate(visit)).isFalse();
        assertThat(changes(visit).getLast().reason()).isEqualTo("Patient is ill");
        assertThat(changes(visit).getLast().isLate()).isFalse();
        assertThat(audited("appointment.cancelled", visit)).isEqualTo(1);
    }

    @Test
    void lessThanADayBeforeIsLate() {
        var visit = book(group.therapist, someone(), TODAY.plusDays(1), LocalTime.of(9, 55));
        staff.doAs("westdesk", () -> appointments.cancel(visit, 0, "Patient cannot come"));
        assertThat(isLate(visit)).isTrue();
        assertThat(changes(visit).getLast().isLate()).isTrue();
        var inTime = book(group.therapist, someone(), TODAY.plusDays(1), LocalTime.of(10, 5));
        staff.doAs("westdesk", () -> appointments.cancel(inTime, 0, "Patient cannot come"));
        assertThat(isLate(inTime)).isFalse();
    }

    @Test
    void cancellingNeedsAReason() {
        var visit = book(group.therapist, someone(), TODAY.plusDays(7), LocalTime.of(9, 0));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> appointments.cancel(visit, 0, "  ")))
                .isInstanceOf(Refused.class);
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void theNextVisitIsTheEarliestThatIsStillAhead() {
        var patient = someone();
        var early = book(group.therapist, patient, TODAY.plusDays(10), LocalTime.of(9, 0));
        book(group.therapist, patient, TODAY.plusDays(12), LocalTime.of(9, 0));
        assertThat(nextVisit(patient).on()).isEqualTo(TODAY.plusDays(10));
        staff.doAs("westdesk", () -> appointments.cancel(early, 0, "Patient is ill"));
        assertThat(nextVisit(patient).on()).isEqualTo(TODAY.plusDays(12));
    }

    @Test
    void theNextVisitMovesOnOnceTheTimeOfOneIsOverThatNobodyClosed() {
        var patient = someone();
        book(group.therapist, patient, TODAY, LocalTime.of(15, 0));
        book(group.therapist, patient, TODAY.plusDays(13), LocalTime.of(9, 0));
        var alone = someone();
        book(group.therapist, alone, TODAY, LocalTime.of(15, 30));
        try {
            clock.pass(Duration.ofHours(5).plusMinutes(29));
            ring(TODAY);
            assertThat(nextVisit(patient)).as("it lasts").isEqualTo(new FreeTime(TODAY, LocalTime.of(15, 0)));
            clock.pass(Duration.ofMinutes(1));
            ring(TODAY);
            assertThat(nextVisit(patient)).isEqualTo(new FreeTime(TODAY.plusDays(13), LocalTime.of(9, 0)));
            assertThat(nextVisit(alone)).isNotNull();
            clock.pass(Duration.ofDays(4));
            ring(LocalDate.EPOCH);
            assertThat(nextVisit(alone)).isNull();
            assertThat(staff.as("system", () -> appointments.withPassedVisit(LocalDate.EPOCH, 1000)))
                    .as("none a second time")
                    .isEmpty();
        } finally {
            clock.reset();
        }
    }

    private void ring(LocalDate since) {
        staff.doAs("system", () -> appointments.withPassedVisit(since, 1000).forEach(appointments::moveNextVisitOn));
    }

    @Test
    void nobodyIsBookedWithTwoPractitionersAtOnce() throws Exception {
        var patient = someone();
        var day = TODAY.plusDays(14);
        book(group.therapist, patient, day, LocalTime.of(9, 0));
        assertThatThrownBy(() -> book(group.chiropractor, patient, day, LocalTime.of(9, 15)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is with")
                .hasMessageContaining("then, 9:00–9:30 AM");
        var after = book(group.chiropractor, patient, day, LocalTime.of(9, 30));
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(after, 0, timeSlot(group.chiropractor, day, LocalTime.of(9, 25)))))
                .hasMessageContaining("then, 9:00–9:30 AM");
        staff.doAs(
                "westdesk", () -> appointments.move(after, 0, timeSlot(group.chiropractor, day, LocalTime.of(9, 35))));
        assertThat(found(after).at()).as("its own time is no other visit").isEqualTo(LocalTime.of(9, 35));

        var wanted = someone();
        var desks = new ArrayList<Callable<Boolean>>();
        for (var who : List.of(group.therapist, group.chiropractor)) {
            desks.add(() -> {
                try {
                    book(who, wanted, day, LocalTime.of(11, 0));
                    return true;
                } catch (Refused elsewhere) {
                    return false;
                }
            });
        }
        var booked = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var desk : threads.invokeAll(desks)) {
                booked += desk.get() ? 1 : 0;
            }
        }
        assertThat(booked).as("of two desks at once").isEqualTo(1);
    }

    @Test
    void aVisitGoesFromBookedToCompletedAndStaysThere() {
        var visit = book(group.therapist, someone(), TODAY, LocalTime.of(8, 30));
        mark(visit, AppointmentStatus.CONFIRMED);
        mark(visit, AppointmentStatus.ARRIVED);
        mark(visit, AppointmentStatus.IN_TREATMENT);
        mark(visit, AppointmentStatus.COMPLETED);
        assertThatThrownBy(() -> mark(visit, AppointmentStatus.NO_SHOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.cancel(visit, found(visit).version(), "Booked by mistake")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("it is over");
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(
                                visit,
                                found(visit).version(),
                                timeSlot(group.therapist, TODAY.plusDays(1), LocalTime.of(9, 0)))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyArrivesOnAnotherDayOrIsMissedBeforeTheTime() {
        var tomorrow = book(group.therapist, someone(), TODAY.plusDays(1), LocalTime.of(12, 0));
        assertThatThrownBy(() -> mark(tomorrow, AppointmentStatus.ARRIVED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not for today");
        var later = book(group.therapist, someone(), TODAY, LocalTime.of(16, 0));
        assertThatThrownBy(() -> mark(later, AppointmentStatus.NO_SHOW)).isInstanceOf(Refused.class);
        var missed = book(group.therapist, someone(), TODAY, LocalTime.of(8, 0));
        mark(missed, AppointmentStatus.NO_SHOW);
        assertThat(found(missed).status()).isEqualTo(AppointmentStatus.NO_SHOW);
    }

    @Test
    void aMarkThatWasAMistakeIsTakenBackTheSameDay() {
        var patient = care.patient("Mistaken", group.west);
        var plan = care.activePlan(patient, "Was there all the time");
        var first = care.details(plan).visits().getFirst().id();
        var visit = massage(patient, TODAY, LocalTime.of(9, 55), first);
        assertThatThrownBy(() -> takeBack(visit)).isInstanceOf(Refused.class);
        mark(visit, AppointmentStatus.NO_SHOW);
        assertThat(bookedOn(plan)).isNull();
        assertThat(mayTakeBack(visit)).isTrue();
        takeBack(visit);
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(bookedOn(plan)).as("the plan's visit is booked again").isEqualTo(TODAY);
        assertThat(nextVisit(patient)).isEqualTo(new FreeTime(TODAY, LocalTime.of(9, 55)));
        assertThat(audited("appointment.taken-back", visit)).isEqualTo(1);
        assertThat(changes(visit).getLast().isTakenBack()).isTrue();
        assertThat(mayTakeBack(visit)).isFalse();
        assertThatThrownBy(() -> takeBack(visit)).isInstanceOf(Refused.class);
        mark(visit, AppointmentStatus.ARRIVED);
        mark(visit, AppointmentStatus.COMPLETED);
        takeBack(visit);
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.ARRIVED);
    }

    @Test
    void whatWasMarkedYesterdayOrIsSignedStays() {
        var visit = massage(someone(), TODAY, LocalTime.of(2, 0), null);
        var signed = massage(someone(), TODAY, LocalTime.of(3, 0), null);
        mark(visit, AppointmentStatus.NO_SHOW);
        care.treat(signed);
        assertThat(mayTakeBack(signed)).isFalse();
        assertThatThrownBy(() -> takeBack(signed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("It stays completed");
        clock.pass(Duration.ofDays(1));
        try {
            assertThat(mayTakeBack(visit)).isFalse();
            assertThatThrownBy(() -> takeBack(visit))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("It stays no-show");
        } finally {
            clock.reset();
        }
    }

    @Test
    void pastVisitsThatNobodyClosedAreListedAndClosed() {
        var day = TODAY.plusDays(49);
        var came = book(group.therapist, someone(), day, LocalTime.of(9, 0));
        var missed = book(group.therapist, someone(), day, LocalTime.of(9, 30));
        var cancelled = book(group.therapist, someone(), day, LocalTime.of(10, 0));
        var here = massage(someone(), day, LocalTime.of(11, 0), null);
        staff.doAs(
                "westdesk",
                () -> appointments.cancel(cancelled, found(cancelled).version(), "Ill"));
        clock.pass(Duration.ofDays(49));
        try {
            mark(here, AppointmentStatus.ARRIVED);
            assertThat(toClose()).as("the day is not over").doesNotContain(came, missed, here);
            assertThatThrownBy(() -> complete(came)).hasMessageContaining("Its day is not over");
            clock.pass(Duration.ofDays(1));
            assertThat(toClose()).contains(came, missed, here).doesNotContain(cancelled);
            assertThat(staff.as("westdesk", schedule::countToClose))
                    .isEqualTo(toClose().size());
            assertThat(staff.as("westdesk", () -> schedule.toClose(1))).hasSize(1);
            assertThat(staff.as("therapist", () -> schedule.toClose(100)))
                    .as("who treats does so in the schedule")
                    .isEmpty();
            complete(came);
            complete(here);
            mark(missed, AppointmentStatus.NO_SHOW);
            assertThat(found(came).status()).isEqualTo(AppointmentStatus.COMPLETED);
            assertThat(found(here).status()).isEqualTo(AppointmentStatus.COMPLETED);
            assertThat(toClose()).doesNotContain(came, missed, here);
        } finally {
            clock.reset();
        }
    }

    private List<UUID> toClose() {
        return staff.as("westdesk", () -> schedule.toClose(1000)).stream()
                .map(AppointmentRow::id)
                .toList();
    }

    private void complete(UUID visit) {
        staff.doAs("westdesk", () -> appointments.complete(visit, found(visit).version()));
    }

    private void takeBack(UUID visit) {
        staff.doAs("westdesk", () -> appointments.takeBack(visit, found(visit).version()));
    }

    private boolean mayTakeBack(UUID visit) {
        return staff.as("westdesk", () -> appointments.find(visit))
                .orElseThrow()
                .mayTakeBack();
    }

    private List<AppointmentDetails.Change> changes(UUID visit) {
        return staff.as("westdesk", () -> appointments.find(visit))
                .orElseThrow()
                .changes();
    }

    @Test
    void aFullDayHidesNothingOfTheRestOfItsWeek() {
        var monday = TODAY.plusDays(62);
        var sunday = monday.plusDays(6);
        var one = book(group.therapist, someone(), monday, LocalTime.of(9, 0));
        for (int i = 0; i < 1000; i++) {
            jdbc.sql("""
                    insert into appointment (id, clinic_id, practitioner_id, subject_kind, subject_id, appointment_type,
                        starts_on, starts_at, minutes, buffer_minutes, cancelled_late, status, booked_at, version)
                    select ?, clinic_id, practitioner_id, subject_kind, subject_id, appointment_type,
                        starts_on, starts_at, minutes, buffer_minutes, cancelled_late, 'COMPLETED', booked_at, 0
                    from appointment where id = ?""").params(Ids.bytes(Ids.next()), Ids.bytes(one)).update();
        }
        book(group.therapist, someone(), sunday, LocalTime.of(9, 0));
        for (var who : List.of("westdesk", "therapist")) {
            var week = staff.as(who, () -> schedule.calendar(group.west, monday, sunday));
            assertThat(week.columns().stream().flatMap(column -> column.on(sunday).stream()))
                    .as(who)
                    .hasSize(1);
        }
    }

    @Test
    void ofTwoWhoChangeWhatTheySawTheSecondIsTold() {
        var visit = book(group.therapist, someone(), TODAY.plusDays(8), LocalTime.of(9, 0));
        mark(visit, AppointmentStatus.CONFIRMED);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> appointments.cancel(visit, 0, "Patient is ill")))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(
                                visit, 0, timeSlot(group.therapist, TODAY.plusDays(9), LocalTime.of(9, 0)))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void anAppointmentOfAnotherClinicOrColleagueAnswersAsIfItWereNotThere() {
        var visit = book(group.chiropractor, someone(), TODAY.plusDays(8), LocalTime.of(11, 0));
        for (var stranger : List.of("eastdesk", "therapist")) {
            assertThat(staff.as(stranger, () -> appointments.find(visit))).isEmpty();
            assertThatThrownBy(
                            () -> staff.doAs(stranger, () -> appointments.mark(visit, 0, AppointmentStatus.CONFIRMED)))
                    .isInstanceOf(NotAvailable.class);
        }
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> appointments.cancel(visit, 0, "Not mine")))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("eastdesk", () -> schedule.calendar(group.west, TODAY, TODAY)))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as("chiropractor", () -> appointments.find(visit))).isPresent();
    }

    @Test
    void thePlansVisitFollowsItsAppointment() {
        var patient = care.patient("Planned", group.west);
        var plan = care.activePlan(patient, "Follows its appointment");
        var first = care.details(plan).visits().getFirst().id();
        var visit = massage(patient, TODAY.plusDays(2), LocalTime.of(5, 0), first);
        assertThat(bookedOn(plan)).isEqualTo(TODAY.plusDays(2));
        staff.doAs(
                "westdesk",
                () -> appointments.move(visit, 0, timeSlot(group.therapist, TODAY.plusDays(9), LocalTime.of(20, 0))));
        assertThat(bookedOn(plan)).isEqualTo(TODAY.plusDays(9));
        staff.doAs("westdesk", () -> appointments.cancel(visit, found(visit).version(), "Patient is ill"));
        assertThat(bookedOn(plan)).as("waits to be booked again").isNull();
        var again = massage(patient, TODAY, LocalTime.of(5, 0), first);
        assertThat(bookedOn(plan)).isEqualTo(TODAY);
        mark(again, AppointmentStatus.NO_SHOW);
        assertThat(bookedOn(plan)).as("was missed").isNull();
    }

    private UUID massage(PatientId patient, LocalDate on, LocalTime at, @Nullable UUID plannedVisit) {
        return staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west, group.therapist, patient, AppointmentType.MASSAGE, on, at, 30, plannedVisit)));
    }

    private LocalDate bookedOn(UUID plan) {
        return care.details(plan).visits().getFirst().bookedOn();
    }

    @Test
    void whatHasASignedNoteIsCompletedAndNeitherMovedNorCancelled() {
        var patient = someone();
        var visit = massage(patient, TODAY, LocalTime.of(5, 30), null);
        care.treat(visit);
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.cancel(visit, found(visit).version(), "Booked by mistake")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(
                                visit,
                                found(visit).version(),
                                timeSlot(group.therapist, TODAY.plusDays(1), LocalTime.of(21, 0)))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aBookingWhileTheNoteIsSignedIsTheNextVisit() throws Exception {
        var patient = someone();
        var visit = massage(patient, TODAY, LocalTime.of(4, 0), null);
        var soon = new FreeTime(TODAY.plusDays(1), LocalTime.of(4, 0));
        book(group.therapist, patient, TODAY.plusDays(9), LocalTime.of(4, 0));
        try (var therapists = Executors.newSingleThreadExecutor()) {
            var signed = transactions.execute(desk -> {
                book(group.therapist, patient, soon.on(), soon.at());
                var waits = statements.next("update patient_summary");
                var signing = therapists.submit(() -> staff.doAs("therapist", () -> appointments.markHeld(visit)));
                await(waits);
                return signing;
            });
            signed.get();
        }
        assertThat(found(visit).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(nextVisit(patient)).isEqualTo(soon);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whileAFlagIsOpenNoMassageIsMovedOrBegun() {
        var patient = care.patient("Held", group.west);
        var visit = massage(patient, TODAY, LocalTime.of(6, 0), null);
        var planned = massage(patient, TODAY.plusDays(1), LocalTime.of(6, 0), null);
        assertThat(rowOf(visit, TODAY).isHeld()).isFalse();
        care.raise(patient, group.west, "RF-CES-1");
        assertThat(rowOf(visit, TODAY).mustWait())
                .as("the schedule shows the hold")
                .isTrue();
        mark(visit, AppointmentStatus.ARRIVED);
        for (var next : List.of(AppointmentStatus.IN_TREATMENT, AppointmentStatus.COMPLETED)) {
            assertThatThrownBy(() -> mark(visit, next))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Clinical hold");
        }
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> appointments.move(
                                planned, 0, timeSlot(group.therapist, TODAY.plusDays(2), LocalTime.of(6, 30)))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Clinical hold");
    }

    private AppointmentRow rowOf(UUID appointment, LocalDate day) {
        return staff.as("westdesk", () -> schedule.calendar(group.west, day, day)).columns().stream()
                .flatMap(column -> column.on(day).stream())
                .filter(row -> row.id().equals(appointment))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTherapistSeesTheirOwnDayAndTheDeskEverybodys() {
        var day = TODAY.plusDays(20);
        book(group.therapist, someone(), day, LocalTime.of(9, 0));
        book(group.chiropractor, someone(), day, LocalTime.of(9, 0));
        assertThat(staff.as("therapist", () -> schedule.calendar(group.west, day, day))
                        .columns())
                .extracting("practitioner")
                .containsExactly(group.therapist);
        assertThat(staff.as("westdesk", () -> schedule.calendar(group.west, day, day))
                        .columns())
                .extracting("practitioner")
                .contains(group.therapist, group.chiropractor);
    }

    @Test
    void nothingIsBookedWhileTheClinicIsClosedOrTheyDoNotWork() {
        var place = placeWithHours("hours", "America/New_York");
        var who = practitionerAt(place, LocalTime.of(10, 0), LocalTime.of(16, 0));
        var monday = LocalDate.of(2027, 3, 1);
        assertThatThrownBy(() -> bookAt(place, who, monday, LocalTime.of(7, 0)))
                .hasMessageContaining("is open 8:00 AM–6:00 PM on that day");
        assertThatThrownBy(() -> bookAt(place, who, monday, LocalTime.of(9, 0)))
                .hasMessageContaining("does not work there at that time");
        assertThatThrownBy(() -> bookAt(place, who, monday, LocalTime.of(15, 45)))
                .hasMessageContaining("does not work there at that time");
        assertThatThrownBy(() -> bookAt(place, who, monday.plusDays(1), LocalTime.of(11, 0)))
                .as("a closed day")
                .hasMessageContaining("is closed on Tue, Mar 2");
        assertThatThrownBy(() -> bookAt(place, who, LocalDate.of(2027, 3, 7), LocalTime.of(11, 0)))
                .as("a Sunday")
                .hasMessageContaining("is closed on Sun, Mar 7");
        assertThat(bookAt(place, who, monday, LocalTime.of(10, 0))).isNotNull();
    }

    @Test
    void theHourThatTheClocksSkipIsNeverOffered() {
        var place = placeWithHours("night", "America/New_York", LocalTime.of(0, 0), LocalTime.of(6, 0));
        var who = practitionerAt(place, LocalTime.of(0, 0), LocalTime.of(6, 0));
        var springs = LocalDate.of(2027, 3, 14);
        assertThatThrownBy(() -> bookAt(place, who, springs, LocalTime.of(2, 30)))
                .hasMessageContaining("The clocks skip 2:30 AM");
        var free = staff.as(
                "planner-night",
                () -> schedule.freeTimes(
                        place, AppointmentType.CONSULTATION, new TimeSlot(who, null, springs, LocalTime.MIN, 30, 0)));
        assertThat(free).contains(LocalTime.of(1, 30), LocalTime.of(3, 0)).noneMatch(at -> at.getHour() == 2);
    }

    @Test
    void whereTheClocksShowAnHourTwiceTheFirstIsMeantAndTakenOnce() {
        var place = placeWithHours("autumn", "America/New_York", LocalTime.of(0, 0), LocalTime.of(6, 0));
        var who = practitionerAt(place, LocalTime.of(0, 0), LocalTime.of(6, 0));
        var falls = LocalDate.of(2027, 11, 7);
        bookAt(place, who, falls, LocalTime.of(1, 30));
        assertThatThrownBy(() -> bookAt(place, who, falls, LocalTime.of(1, 30))).isInstanceOf(SlotTaken.class);
        assertThat(bookAt(place, who, falls, LocalTime.of(2, 0))).isNotNull();
    }

    @Test
    void aVisitOnThe29thOfFebruaryIsBookedAndMovedLikeAnyOther() {
        var leap = LocalDate.of(2028, 2, 29);
        var visit = book(group.therapist, someone(), leap, LocalTime.of(9, 0));
        staff.doAs(
                "westdesk",
                () -> appointments.move(visit, 0, timeSlot(group.therapist, leap.plusDays(1), LocalTime.of(9, 0))));
        assertThat(found(visit).on()).isEqualTo(LocalDate.of(2028, 3, 1));
    }

    @Test
    void theTimeAfterAVisitIsKeptFree() {
        var day = TODAY.plusDays(25);
        var who = group.therapist;
        staff.as(
                "westdesk",
                () -> schedule.book(new Booking(
                        group.west,
                        someone(),
                        AppointmentType.CONSULTATION,
                        new TimeSlot(who, null, day, LocalTime.of(9, 0), 30, 15),
                        null)));
        assertThatThrownBy(() -> book(who, someone(), day, LocalTime.of(9, 30))).isInstanceOf(SlotTaken.class);
        assertThat(book(who, someone(), day, LocalTime.of(9, 45))).isNotNull();
    }

    @Test
    void aRoomHoldsOneVisitAtATime() {
        var place = placeWithRooms("onevisit", false, "Blue", "Green");
        var day = LocalDate.of(2027, 3, 1);
        var rooms = rooms(place);
        bookIn(place, rooms.getFirst(), day);
        assertThatThrownBy(() -> bookIn(place, rooms.getFirst(), day)).isInstanceOf(SlotTaken.class);
        assertThat(bookIn(place, rooms.getLast(), day)).isNotNull();
    }

    @Test
    void aRoomIsOneThatTheClinicUses() {
        var place = placeWithRooms("ownrooms", false, "Blue", "Green");
        var elsewhere = placeWithRooms("elsewhere", false, "Blue");
        var day = LocalDate.of(2027, 3, 1);
        var blue = rooms(place).getFirst();
        var visit = bookIn(place, rooms(place).getLast(), day);
        assertThatThrownBy(() -> bookIn(place, rooms(elsewhere).getFirst(), day))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("choose another");
        closeRoom(place, blue);
        assertThatThrownBy(() -> bookIn(place, blue, day)).isInstanceOf(Refused.class);
        var row = found(visit, "planner-ownrooms");
        assertThatThrownBy(() -> staff.doAs(
                        "planner-ownrooms",
                        () -> appointments.move(
                                visit, 0, new TimeSlot(row.practitioner(), blue, day, row.at(), 30, 0))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatNeedsARoomGetsAFreeOneAndIsRefusedWhereNoneIs() {
        var place = placeWithRooms("rooms", true, "Blue", "Green");
        var day = LocalDate.of(2027, 3, 1);
        var booked = new ArrayList<UUID>();
        for (int i = 0; i < 2; i++) {
            var visit = bookAt(place, allDay(place), day, LocalTime.NOON);
            booked.add(found(visit, "planner-rooms").room());
        }
        assertThat(booked).doesNotContainNull().doesNotHaveDuplicates();
        var third = allDay(place);
        assertThat(freeAt(place, third, day))
                .contains(LocalTime.of(11, 30), LocalTime.of(12, 30))
                .doesNotContain(LocalTime.NOON, LocalTime.of(11, 45));
        assertThatThrownBy(() -> bookAt(place, third, day, LocalTime.NOON))
                .isInstanceOf(SlotTaken.class)
                .hasMessageContaining("none is free")
                .extracting("next")
                .isEqualTo(new FreeTime(day, LocalTime.of(12, 30)));
        assertThat(bookAt(place, third, day, LocalTime.of(13, 0))).isNotNull();
    }

    @Test
    void whatNeedsARoomHasOneAfterItWasMovedToo() {
        var place = placeWithRooms("movedin", true, "Blue");
        var day = LocalDate.of(2027, 3, 1);
        var visit = bookAt(place, allDay(place), day, LocalTime.NOON);
        var row = found(visit, "planner-movedin");
        var free = staff.as("planner-movedin", () -> appointments.freeTimes(visit, row.timeSlot()));
        assertThat(free).as("its own time is no hindrance").contains(LocalTime.NOON, LocalTime.of(12, 15));
        var later = new TimeSlot(row.practitioner(), null, day, LocalTime.of(12, 15), 30, 0);
        staff.doAs("planner-movedin", () -> appointments.move(visit, 0, later));
        assertThat(found(visit, "planner-movedin").room()).isEqualTo(row.room());
        var other = bookAt(place, allDay(place), day, LocalTime.of(9, 0));
        assertThatThrownBy(() -> staff.doAs(
                        "planner-movedin",
                        () -> appointments.move(
                                other,
                                0,
                                timeSlot(found(other, "planner-movedin").practitioner(), day, later.at()))))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    void twoDesksAtOnceGetTheTwoRoomsThatAreFree() throws Exception {
        var place = placeWithRooms("race", true, "Blue", "Green", "Red");
        var day = LocalDate.of(2027, 3, 1);
        var who = List.of(allDay(place), allDay(place));
        try (var desks = Executors.newSingleThreadExecutor()) {
            var second = transactions.execute(first -> {
                bookAt(place, who.getFirst(), day, LocalTime.NOON);
                // the second has looked for rooms, and waits for the one that the first has taken
                var waits = statements.next("insert into booked_slot");
                var booking = desks.submit(() -> bookAt(place, who.getLast(), day, LocalTime.NOON));
                await(waits);
                return booking;
            });
            assertThat(found(second.get(), "planner-race").room())
                    .isEqualTo(rooms(place).get(1));
        }
        var visits = new ArrayList<Callable<UUID>>();
        for (int i = 0; i < 3; i++) {
            var whoever = allDay(place);
            visits.add(() -> bookAt(place, whoever, day, LocalTime.of(15, 0)));
        }
        var rooms = new ArrayList<UUID>();
        try (var desks = Executors.newFixedThreadPool(3)) {
            for (var visit : desks.invokeAll(visits)) {
                rooms.add(found(visit.get(), "planner-race").room());
            }
        }
        assertThat(rooms).containsExactlyInAnyOrderElementsOf(rooms(place));
    }

    private ClinicId placeWithRooms(String code, boolean areNeeded, String... names) {
        var place = placeWithHours(code, "America/Phoenix");
        change(
                place,
                Arrays.stream(names).map(ClinicRoom::named).toList(),
                service -> new OfferedService(
                        service.code(), service.name(), service.minutes(), service.bufferMinutes(), areNeeded, true));
        return place;
    }

    private void closeRoom(ClinicId place, UUID closed) {
        var setup =
                staff.as("planner-" + codeOf(place), () -> clinics.setup(place)).orElseThrow();
        change(
                place,
                setup.offer().rooms().stream()
                        .map(room -> new ClinicRoom(
                                room.id(), room.name(), !room.id().equals(closed)))
                        .toList(),
                service -> service);
    }

    private void change(ClinicId place, List<ClinicRoom> rooms, UnaryOperator<OfferedService> services) {
        staff.doAs("planner-" + codeOf(place), () -> {
            var setup = clinics.setup(place).orElseThrow();
            var offer = setup.offer();
            clinics.change(
                    place,
                    setup.details().version(),
                    setup.details().draft(),
                    new ClinicOffer(
                            offer.dayParts(),
                            rooms,
                            offer.services().stream().map(services).toList()));
        });
    }

    /** The rooms in use, by name. */
    private List<UUID> rooms(ClinicId place) {
        return staff.as("planner-" + codeOf(place), () -> schedule.rooms(place)).stream()
                .map(ClinicRoom::id)
                .toList();
    }

    private StaffId allDay(ClinicId place) {
        return practitionerAt(place, LocalTime.of(8, 0), LocalTime.of(18, 0));
    }

    private List<LocalTime> freeAt(ClinicId place, StaffId who, LocalDate day) {
        return staff.as(
                "planner-" + codeOf(place),
                () -> schedule.freeTimes(place, AppointmentType.CONSULTATION, timeSlot(who, day, LocalTime.MIN)));
    }

    private UUID bookIn(ClinicId place, UUID room, LocalDate day) {
        var patient = someone();
        var who = allDay(place);
        return staff.as(
                "planner-" + codeOf(place),
                () -> schedule.book(new Booking(
                        place,
                        patient,
                        AppointmentType.CONSULTATION,
                        new TimeSlot(who, room, day, LocalTime.of(9, 0), 30, 0),
                        null)));
    }

    private PatientId someone() {
        return group.patient("Visitor", "Number " + NAMES.incrementAndGet(), group.west);
    }

    private UUID book(StaffId who, PatientId patient, LocalDate day, LocalTime at) {
        return group.book(who, patient, group.west, day, at);
    }

    private static TimeSlot timeSlot(StaffId who, LocalDate day, LocalTime at) {
        return new TimeSlot(who, null, day, at, 30, 0);
    }

    private List<LocalTime> times(LocalDate day) {
        return staff.as(
                "westdesk",
                () -> schedule.freeTimes(
                        group.west, AppointmentType.CONSULTATION, timeSlot(group.therapist, day, LocalTime.MIN)));
    }

    private AppointmentRow found(UUID visit) {
        return found(visit, "manager");
    }

    private AppointmentRow found(UUID visit, String reader) {
        return staff.as(reader, () -> appointments.find(visit)).orElseThrow().row();
    }

    private void mark(UUID visit, AppointmentStatus status) {
        staff.doAs("westdesk", () -> appointments.mark(visit, found(visit).version(), status));
    }

    private FreeTime nextVisit(PatientId patient) {
        var opened = staff.as("manager", () -> patients.open(patient)).orElseThrow();
        return opened.nextVisitOn() == null ? null : new FreeTime(opened.nextVisitOn(), opened.nextVisitAt());
    }

    private boolean isLate(UUID visit) {
        return jdbc.sql("select cancelled_late from appointment where id = ?")
                .param(Ids.bytes(visit))
                .query(Boolean.class)
                .single();
    }

    private long audited(String kind, UUID subject) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(Long.class)
                .single();
    }

    private ClinicId placeWithHours(String code, String zone) {
        return placeWithHours(code, zone, LocalTime.of(8, 0), LocalTime.of(18, 0));
    }

    /** A clinic that is open from Monday to Saturday (at night on Sundays too), with a planner of its own. */
    private ClinicId placeWithHours(String code, String zone, LocalTime opens, LocalTime closes) {
        var days = Arrays.stream(DayOfWeek.values())
                .filter(day -> opens.equals(LocalTime.MIN) || day != DayOfWeek.SUNDAY)
                .map(day -> new BusinessHours(day, opens, closes))
                .toList();
        var draft = new ClinicDraft(
                code,
                "Place of " + code,
                ZoneId.of(zone),
                "US",
                "911",
                15,
                days,
                List.of(new ClosedDay(LocalDate.of(2027, 3, 2), "Inventory")));
        var place = staff.as("system", () -> clinics.create(draft));
        group.account("planner-" + code, Role.MANAGER, place, group.west);
        return place;
    }

    private StaffId practitionerAt(ClinicId place, LocalTime from, LocalTime until) {
        var id = StaffId.next();
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingHours(place, day, from, until))
                .toList();
        staff.doAs(
                "planner-" + codeOf(place),
                () -> practitioners.add(
                        id,
                        new PractitionerDraft(
                                "", "Hour", "Keeper", Set.of(Discipline.MASSAGE_THERAPY), Set.of("English"), hours)));
        return id;
    }

    private UUID bookAt(ClinicId place, StaffId who, LocalDate day, LocalTime at) {
        var patient = someone();
        return staff.as(
                "planner-" + codeOf(place),
                () -> schedule.book(new Booking(place, who, patient, AppointmentType.CONSULTATION, day, at, 30)));
    }

    private String codeOf(ClinicId place) {
        return jdbc.sql("select code from clinic where id = ?")
                .param(Ids.bytes(place.value()))
                .query(String.class)
                .single();
    }
}
