package io.plumbline.schedule;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OfferedService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.practitioners.absences.AvailabilityService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The times at which a practitioner can be booked at a clinic: it is open, they work there, and the time is free. */
@Component
class BookableTimes {
    /** How many days ahead the next free time is searched for. */
    private static final int DAYS_AHEAD = 60;

    private final ClinicService clinics;
    private final AvailabilityService availability;
    private final SlotStore slots;
    private final Clock clock;

    BookableTimes(ClinicService clinics, AvailabilityService availability, SlotStore slots, Clock clock) {
        this.clinics = clinics;
        this.availability = availability;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * Returns the free times of a day that are not in the past; if any room is allowed, at least one is free at each of
     * them.
     *
     * @param moved the appointment to move, whose own time counts as free; null if there is none
     */
    List<LocalTime> freeTimes(ClinicId clinic, AppointmentType type, TimeSlot wanted, @Nullable AppointmentId moved) {
        var zone = clinics.zoneOf(clinic);
        var day = new FreeTimes(wanted.on(), zone, wanted.minutes() + wanted.bufferMinutes(), clock.instant());
        var rooms = roomsFor(clinic, type, wanted);
        var who = wanted.practitioner().value();
        var taken = slots.taken(
                Stream.concat(Stream.of(who), rooms.stream()).toList(), day.firstSlot(), day.lastSlot(), moved);
        var theirs = taken.getOrDefault(who, Set.of());
        var ways = needsRoom(clinic, type, wanted)
                ? rooms.stream()
                        .map(room -> union(theirs, taken.getOrDefault(room, Set.of())))
                        .toList()
                : List.of(theirs);
        return day.within(open(clinic, wanted.on()), working(clinic, wanted), ways);
    }

    private static Set<Long> union(Set<Long> some, Set<Long> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private boolean needsRoom(ClinicId clinic, AppointmentType type, TimeSlot wanted) {
        return wanted.room() != null || offer(clinic, type).needsRoom();
    }

    /** Returns the possible rooms by name: the chosen one, otherwise all; empty if the type needs no room. */
    private List<UUID> roomsFor(ClinicId clinic, AppointmentType type, TimeSlot wanted) {
        if (wanted.room() != null) {
            return List.of(wanted.room());
        }
        return needsRoom(clinic, type, wanted)
                ? clinics.roomsOf(clinic).stream().map(ClinicRoom::id).toList()
                : List.of();
    }

    /** Returns the first free time from the wanted one on; null if there is none soon. */
    @Nullable
    FreeTime nextFree(ClinicId clinic, AppointmentType type, TimeSlot wanted, @Nullable AppointmentId moved) {
        for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            var day = wanted.on().plusDays(ahead);
            var from = ahead == 0 ? wanted.at() : LocalTime.MIN;
            var free = freeTimes(clinic, type, on(day, wanted), moved).stream()
                    .filter(at -> !at.isBefore(from))
                    .findFirst();
            if (free.isPresent()) {
                return new FreeTime(day, free.get());
            }
        }
        return null;
    }

    private static TimeSlot on(LocalDate day, TimeSlot wanted) {
        return new TimeSlot(
                wanted.practitioner(), wanted.room(), day, wanted.at(), wanted.minutes(), wanted.bufferMinutes());
    }

    /** Returns a message that a clinic is closed on a day, with the reason; empty if it is open. */
    Optional<String> closed(ClinicId clinic, LocalDate day) {
        var there = clinics.daysOf(clinic, day, day).getFirst();
        if (!there.open().isEmpty()) {
            return Optional.empty();
        }
        var why = there.closed() == null ? "" : " (" + there.closed() + ")";
        return Optional.of(nameOf(clinic) + " is closed on " + Dates.day(day) + why + ": choose another day");
    }

    /**
     * Refuses a time at which the clinic is closed or the practitioner does not work there.
     *
     * @throws Refused with a message for the user
     */
    void requireOpen(ClinicId clinic, TimeSlot wanted) {
        var open = open(clinic, wanted.on());
        closed(clinic, wanted.on()).ifPresent(sentence -> {
            throw new Refused(sentence);
        });
        var until = wanted.at().plusMinutes(wanted.minutes());
        var pastMidnight = !until.isAfter(wanted.at());
        if (pastMidnight || open.stream().noneMatch(h -> covers(h.opensAt(), h.closesAt(), wanted.at(), until))) {
            throw new Refused(nameOf(clinic) + " is open "
                    + open.stream()
                            .map(hours -> Dates.times(hours.opensAt(), hours.closesAt()))
                            .collect(Collectors.joining(" and "))
                    + " on that day: choose a time within");
        }
        if (working(clinic, wanted).stream().noneMatch(h -> covers(h.startsAt(), h.endsAt(), wanted.at(), until))) {
            throw new Refused("The practitioner does not work there at that time: choose another time or practitioner");
        }
    }

    /** Returns what can be booked there, in the order of the types. */
    List<AvailableSlot> offers(ClinicId clinic) {
        var offered = clinics.servicesOf(clinic).stream().collect(toMap(OfferedService::code, identity()));
        return Arrays.stream(AppointmentType.values())
                .filter(type -> offered.containsKey(type.code()))
                .map(type -> offer(type, Objects.requireNonNull(offered.get(type.code()))))
                .toList();
    }

    /** Returns how a clinic books a type of appointment; with the usual duration if the clinic does not offer it. */
    AvailableSlot offer(ClinicId clinic, AppointmentType type) {
        return offers(clinic).stream()
                .filter(availableSlot -> availableSlot.type() == type)
                .findFirst()
                .orElseGet(() -> new AvailableSlot(type, type.label(), type.minutes(), 0, false));
    }

    /**
     * Returns the free rooms by name: only the chosen one if there is one; empty if the type needs no room.
     *
     * @throws SlotTaken if a room is needed and none is free then
     */
    List<UUID> freeRooms(ClinicId clinic, AppointmentType type, TimeSlot wanted) {
        var rooms = roomsFor(clinic, type, wanted);
        if (wanted.room() != null || !needsRoom(clinic, type, wanted)) {
            return rooms;
        }
        var needed = slotsOf(clinic, wanted).boxed().toList();
        var taken = rooms.isEmpty()
                ? Map.<UUID, Set<Long>>of()
                : slots.taken(rooms, needed.getFirst(), needed.getLast(), null);
        var free = rooms.stream().filter(room -> !taken.containsKey(room)).toList();
        if (free.isEmpty()) {
            throw SlotTaken.noRoom(nextFree(clinic, type, wanted, null));
        }
        return free;
    }

    /**
     * Refuses a room that does not belong to the clinic or is closed.
     *
     * @throws Refused with a message for the user
     */
    void requireRoom(ClinicId clinic, TimeSlot wanted) {
        var room = wanted.room();
        if (room != null
                && clinics.roomsOf(clinic).stream().noneMatch(one -> one.id().equals(room))) {
            throw new Refused("That room cannot be booked: choose another");
        }
    }

    /** Returns the slots of a time slot, including its buffer. */
    LongStream slotsOf(ClinicId clinic, TimeSlot timeSlot) {
        return Slots.of(
                timeSlot.on(), timeSlot.at(), timeSlot.minutes() + timeSlot.bufferMinutes(), clinics.zoneOf(clinic));
    }

    private static AvailableSlot offer(AppointmentType type, OfferedService service) {
        return new AvailableSlot(type, service.name(), service.minutes(), service.bufferMinutes(), service.needsRoom());
    }

    /** Returns the days of a clinic with these appointments, for one practitioner if one is given. */
    Calendar calendar(
            ClinicId clinic, LocalDate first, LocalDate last, List<AppointmentRow> rows, @Nullable StaffId only) {
        var byPractitioner = rows.stream()
                .collect(groupingBy(AppointmentRow::practitioner, LinkedHashMap::new, Collectors.toList()));
        var columns = new ArrayList<Calendar.Column>();
        for (var roster : availability.roster(clinic, first, last)) {
            var here = roster.who();
            if (only == null || only.equals(here.id())) {
                columns.add(new Calendar.Column(
                        here.id(),
                        here.name(),
                        here.disciplines(),
                        roster.shifts(),
                        Objects.requireNonNullElse(byPractitioner.remove(here.id()), List.of())));
            }
        }
        // a practitioner who has left may still have appointments
        byPractitioner.forEach((who, theirs) -> columns.add(
                new Calendar.Column(who, theirs.getFirst().practitionerName(), Set.of(), List.of(), theirs)));
        return new Calendar(clinic, clinics.daysOf(clinic, first, last), List.copyOf(columns));
    }

    private static boolean covers(LocalTime from, LocalTime to, LocalTime starts, LocalTime ends) {
        return !starts.isBefore(from) && !ends.isAfter(to);
    }

    private List<BusinessHours> open(ClinicId clinic, LocalDate day) {
        return clinics.openOn(clinic, day);
    }

    private List<WorkingHours> working(ClinicId clinic, TimeSlot wanted) {
        return availability.availableHours(wanted.practitioner(), clinic, wanted.on());
    }

    String nameOf(ClinicId clinic) {
        return clinics.names(Set.of(clinic));
    }
}
