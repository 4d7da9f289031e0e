package io.plumbline.schedule;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OfferedService;
import io.plumbline.clinics.OpeningHours;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.ui.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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

/** When a practitioner can be booked at a clinic: while it is open, they work there, and nobody else comes. */
@Component
class BookableTimes {
    /** So far ahead the next free time is looked for. */
    private static final int DAYS_AHEAD = 60;

    private final ClinicService clinics;
    private final PractitionerService practitioners;
    private final SlotBook slots;
    private final Clock clock;

    BookableTimes(ClinicService clinics, PractitionerService practitioners, SlotBook slots, Clock clock) {
        this.clinics = clinics;
        this.practitioners = practitioners;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * The free times of a day, not past; where any room will do, one is free at each of them.
     *
     * @param moved the appointment that is to be moved, whose own time counts as free; null where none is
     */
    List<LocalTime> freeTimes(ClinicId clinic, AppointmentType type, Timing wanted, @Nullable UUID moved) {
        var zone = zoneOf(clinic);
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

    private boolean needsRoom(ClinicId clinic, AppointmentType type, Timing wanted) {
        return wanted.room() != null || offer(clinic, type).needsRoom();
    }

    /** The rooms of which it needs one, by name: the chosen one, else all; none where it needs none. */
    private List<UUID> roomsFor(ClinicId clinic, AppointmentType type, Timing wanted) {
        if (wanted.room() != null) {
            return List.of(wanted.room());
        }
        return needsRoom(clinic, type, wanted)
                ? clinics.roomsOf(clinic).stream().map(ClinicRoom::id).toList()
                : List.of();
    }

    /** The first free time from the wanted one on; null where none is near. */
    @Nullable
    FreeTime nextFree(ClinicId clinic, AppointmentType type, Timing wanted, @Nullable UUID moved) {
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

    private static Timing on(LocalDate day, Timing wanted) {
        return new Timing(
                wanted.practitioner(), wanted.room(), day, wanted.at(), wanted.minutes(), wanted.bufferMinutes());
    }

    /** That a clinic is closed on a day, and why, in words for who books; empty where it is open. */
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
     * @throws IllegalArgumentException in words for who books
     */
    void requireOpen(ClinicId clinic, Timing wanted) {
        var open = open(clinic, wanted.on());
        closed(clinic, wanted.on()).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        var until = wanted.at().plusMinutes(wanted.minutes());
        var pastMidnight = !until.isAfter(wanted.at());
        if (pastMidnight || open.stream().noneMatch(h -> covers(h.opensAt(), h.closesAt(), wanted.at(), until))) {
            throw new IllegalArgumentException(nameOf(clinic) + " is open "
                    + open.stream()
                            .map(hours -> Dates.time(hours.opensAt()) + "–" + Dates.time(hours.closesAt()))
                            .collect(Collectors.joining(" and "))
                    + " on that day: choose a time within");
        }
        if (working(clinic, wanted).stream().noneMatch(h -> covers(h.startsAt(), h.endsAt(), wanted.at(), until))) {
            throw new IllegalArgumentException(
                    "The practitioner does not work there at that time: choose another time or practitioner");
        }
    }

    /** What can be booked there, in the order of the kinds. */
    List<Offer> offers(ClinicId clinic) {
        var offered = clinics.servicesOf(clinic).stream().collect(toMap(OfferedService::code, identity()));
        return Arrays.stream(AppointmentType.values())
                .filter(type -> offered.containsKey(type.code()))
                .map(type -> offer(type, Objects.requireNonNull(offered.get(type.code()))))
                .toList();
    }

    /** How a clinic books one kind of appointment; its usual length where the clinic does not offer it. */
    Offer offer(ClinicId clinic, AppointmentType type) {
        return offers(clinic).stream()
                .filter(offer -> offer.type() == type)
                .findFirst()
                .orElseGet(() -> new Offer(type, type.word(), type.minutes(), 0, false));
    }

    /**
     * The rooms in which it can take place, by name: the chosen one where one is chosen; none where it needs none.
     *
     * @throws SlotTaken if it needs a room and none is free then
     */
    List<UUID> freeRooms(ClinicId clinic, AppointmentType type, Timing wanted) {
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
     * Refuses a room that is not one of the clinic's, or is closed.
     *
     * @throws IllegalArgumentException in words for who books
     */
    void requireRoom(ClinicId clinic, Timing wanted) {
        var room = wanted.room();
        if (room != null
                && clinics.roomsOf(clinic).stream().noneMatch(one -> one.id().equals(room))) {
            throw new IllegalArgumentException("Nothing is booked in that room: choose another");
        }
    }

    /** The slots that it takes, with the time after it. */
    LongStream slotsOf(ClinicId clinic, Timing timing) {
        return Slots.of(timing.on(), timing.at(), timing.minutes() + timing.bufferMinutes(), zoneOf(clinic));
    }

    private static Offer offer(AppointmentType type, OfferedService service) {
        return new Offer(type, service.name(), service.minutes(), service.bufferMinutes(), service.needsRoom());
    }

    /** The days of a clinic with these appointments, of one practitioner where one is named. */
    Calendar calendar(
            ClinicId clinic, LocalDate first, LocalDate last, List<AppointmentRow> rows, @Nullable StaffId only) {
        var byPractitioner = rows.stream()
                .collect(groupingBy(AppointmentRow::practitioner, LinkedHashMap::new, Collectors.toList()));
        var columns = new ArrayList<Calendar.Column>();
        for (var roster : practitioners.roster(clinic, first, last)) {
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
        // who left has appointments still
        byPractitioner.forEach((who, theirs) -> columns.add(
                new Calendar.Column(who, theirs.getFirst().practitionerName(), Set.of(), List.of(), theirs)));
        return new Calendar(clinic, clinics.daysOf(clinic, first, last), List.copyOf(columns));
    }

    private static boolean covers(LocalTime from, LocalTime to, LocalTime starts, LocalTime ends) {
        return !starts.isBefore(from) && !ends.isAfter(to);
    }

    private List<OpeningHours> open(ClinicId clinic, LocalDate day) {
        return clinics.openOn(clinic, day);
    }

    private List<WorkingHours> working(ClinicId clinic, Timing wanted) {
        return practitioners.availableHours(wanted.practitioner(), clinic, wanted.on());
    }

    /**
     * The zone of a clinic.
     *
     * @throws IllegalArgumentException if there is no such clinic
     */
    ZoneId zoneOf(ClinicId clinic) {
        var label = clinics.labels().get(clinic);
        if (label == null) {
            throw new IllegalArgumentException("There is no such clinic");
        }
        return label.zone();
    }

    String nameOf(ClinicId clinic) {
        return clinics.names(Set.of(clinic));
    }

    LocalDate todayAt(ClinicId clinic) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(clinic));
    }
}
