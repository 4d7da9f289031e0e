package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.OfferedService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Rooms: one visit at a time, and what needs one gets one. */
@StoreTest
@OnMySql("bookings at once wait for MySQL's lock of a room's slots")
class ScheduleServiceRoomsTest extends ScheduleTestSteps {
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
    void aVisitNeedsAnActiveRoomOfItsClinic() {
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
    void aServiceThatNeedsARoomGetsAFreeOneOrIsRefused() {
        var place = placeWithRooms("rooms", true, "Blue", "Green");
        var day = LocalDate.of(2027, 3, 1);
        var booked = new ArrayList<AppointmentId>();
        for (int i = 0; i < 2; i++) {
            var visit = bookAt(place, allDay(place), day, LocalTime.NOON);
            booked.add(new AppointmentId(found(visit, "planner-rooms").room()));
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
    void aMovedServiceThatNeedsARoomStillHasOne() {
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
    void concurrentBookingsGetDifferentFreeRooms() throws Exception {
        var place = placeWithRooms("race", true, "Blue", "Green", "Red");
        var day = LocalDate.of(2027, 3, 1);
        var who = List.of(allDay(place), allDay(place));
        try (var desks = Executors.newSingleThreadExecutor()) {
            var second = transactions.execute(first -> {
                bookAt(place, who.getFirst(), day, LocalTime.NOON);
                // the second has looked for rooms, and waits for the one that the first has taken
                var waits = statements.next("insert into booked_slot");
                var booking = desks.submit(() -> bookAt(place, who.getLast(), day, LocalTime.NOON));
                awaitOnMySql(waits);
                return booking;
            });
            assertThat(found(second.get(), "planner-race").room())
                    .isEqualTo(rooms(place).get(1));
        }
        var visits = new ArrayList<Callable<AppointmentId>>();
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
        var setup = staff.as(plannerOf(place), () -> clinics.setup(place)).orElseThrow();
        change(
                place,
                setup.offer().rooms().stream()
                        .map(room -> new ClinicRoom(
                                room.id(), room.name(), !room.id().equals(closed)))
                        .toList(),
                service -> service);
    }

    private void change(ClinicId place, List<ClinicRoom> rooms, UnaryOperator<OfferedService> services) {
        staff.doAs(plannerOf(place), () -> {
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
        return staff.as(plannerOf(place), () -> schedule.rooms(place)).stream()
                .map(ClinicRoom::id)
                .toList();
    }

    private StaffId allDay(ClinicId place) {
        return practitionerAt(place, LocalTime.of(8, 0), LocalTime.of(18, 0));
    }

    private List<LocalTime> freeAt(ClinicId place, StaffId who, LocalDate day) {
        return staff.as(
                plannerOf(place),
                () -> schedule.freeTimes(place, AppointmentType.CONSULTATION, timeSlot(who, day, LocalTime.MIN)));
    }

    private AppointmentId bookIn(ClinicId place, UUID room, LocalDate day) {
        var patient = someone();
        var who = allDay(place);
        return staff.as(
                plannerOf(place),
                () -> schedule.book(new Booking(
                        place,
                        patient,
                        AppointmentType.CONSULTATION,
                        new TimeSlot(who, room, day, LocalTime.of(9, 0), 30, 0),
                        null)));
    }
}
