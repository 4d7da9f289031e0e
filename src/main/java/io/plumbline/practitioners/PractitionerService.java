package io.plumbline.practitioners;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plumbline.access.StaffNames;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of practitioners. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class PractitionerService {
    private static final int YEARS_AHEAD = 10;

    private final Practitioners practitioners;
    private final Absences absences;
    private final Directory directory;
    private final PractitionerModalities modalities;
    private final PractitionerBookings bookings;
    private final StaffNames names;
    private final ClinicService clinics;
    private final Clock clock;

    PractitionerService(
            Practitioners practitioners,
            Absences absences,
            Directory directory,
            PractitionerModalities modalities,
            PractitionerBookings bookings,
            StaffNames names,
            ClinicService clinics,
            Clock clock) {
        this.practitioners = practitioners;
        this.absences = absences;
        this.directory = directory;
        this.modalities = modalities;
        this.bookings = bookings;
        this.names = names;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * A page of the directory by name.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<PractitionerRow> list(PractitionerFilter filter, @Nullable PractitionerRow after, int limit) {
        var page = directory.page(filter, today(), after, limit);
        var places = practitioners
                .workplaces(page.stream().map(row -> row.id().value()).toList())
                .stream()
                .collect(groupingBy(
                        Practitioners.Workplace::practitioner,
                        mapping(Practitioners.Workplace::clinic, toUnmodifiableSet())));
        return page.stream()
                .map(row -> row.at(places.getOrDefault(row.id().value(), Set.of())))
                .toList();
    }

    /** One practitioner; empty where there is none. */
    public Optional<PractitionerDetails> find(StaffId id) {
        return practitioners.findById(id.value()).map(found -> {
            var changedBy = found.changedBy();
            var caller = Caller.current();
            return new PractitionerDetails(
                    id,
                    found.version(),
                    found.label().name(),
                    found.draft(),
                    found.isActive(),
                    directory.accountOf(id).orElse(null),
                    changedBy == null ? "" : names.of(Set.of(changedBy)).getOrDefault(changedBy, ""),
                    caller.has(Role.MANAGER) && found.isChangeableAt(caller.clinics()));
        });
    }

    /** What a practitioner is trained in and does; empty for who is not in the directory. */
    public Optional<PractitionerScope> scopeOf(StaffId id) {
        return practitioners.findById(id.value()).map(Practitioner::scope);
    }

    /** Who works at a clinic, by name. */
    public List<PractitionerLabel> workingAt(ClinicId clinic) {
        return practitioners.workingAt(clinic).stream().map(Practitioner::label).toList();
    }

    /** The names of some practitioners, also of those who do not work here any more. */
    public Map<StaffId, String> namesOf(Set<StaffId> some) {
        return practitioners.findAllById(some.stream().map(StaffId::value).toList()).stream()
                .map(Practitioner::label)
                .collect(toUnmodifiableMap(PractitionerLabel::id, PractitionerLabel::name));
    }

    /** When a practitioner works at a clinic on a day of the week. */
    public List<WorkingHours> hoursOf(StaffId practitioner, ClinicId clinic, DayOfWeek weekday) {
        return practitioners.hours(practitioner.value()).stream()
                .filter(hours -> hours.clinic().equals(clinic) && hours.weekday() == weekday)
                .toList();
    }

    /** When a practitioner is there for patients at a clinic on a day: their working hours without their absences. */
    public List<WorkingHours> availableHours(StaffId practitioner, ClinicId clinic, LocalDate day) {
        var hours = hoursOf(practitioner, clinic, day.getDayOfWeek());
        if (hours.isEmpty()) {
            return hours;
        }
        return Availability.on(
                day,
                hours,
                absences.between(practitioner, day, day, Limit.unlimited()).stream()
                        .map(Absence::row)
                        .toList());
    }

    /** Who is there for patients at a clinic on some days, by name; two statements. */
    public List<Roster> roster(ClinicId clinic, LocalDate first, LocalDate last) {
        var week = practitioners.weekAt(clinic).stream()
                .collect(groupingBy(
                        stretch -> stretch.practitioner().label(),
                        LinkedHashMap::new,
                        mapping(Practitioners.Stretch::hours, toList())));
        if (week.isEmpty()) {
            return List.of();
        }
        var away = absences
                .ofAll(week.keySet().stream().map(PractitionerLabel::id).toList(), first, last)
                .stream()
                .map(Absence::row)
                .collect(groupingBy(AbsenceRow::practitioner));
        return week.entrySet().stream()
                .map(entry -> new Roster(
                        entry.getKey(),
                        first.datesUntil(last.plusDays(1))
                                .flatMap(day -> shifts(
                                        day,
                                        entry.getValue(),
                                        away.getOrDefault(entry.getKey().id(), List.of())))
                                .toList()))
                .toList();
    }

    private static Stream<Roster.Shift> shifts(LocalDate day, List<WorkingHours> week, List<AbsenceRow> away) {
        var hours = week.stream()
                .filter(stretch -> stretch.weekday() == day.getDayOfWeek())
                .toList();
        return Availability.on(day, hours, away).stream()
                .map(left -> new Roster.Shift(day, left.startsAt(), left.endsAt()));
    }

    /** How many practitioners work here. */
    public long countActive() {
        return practitioners.countActive();
    }

    /** Accounts of those who treat at a clinic of the caller's and are not in the directory yet. */
    @Requires(Permission.PRACTITIONER_WRITE)
    public List<LinkableAccount> linkableAccounts() {
        return directory.linkable(Caller.current().clinics());
    }

    /** What is still booked with a practitioner, from today on. */
    @Requires(Permission.PRACTITIONER_WRITE)
    public PractitionerBookings.Booked stillBooked(StaffId practitioner) {
        return bookings.booked(practitioner, today(), today().plusYears(YEARS_AHEAD));
    }

    /** What is booked with a practitioner within some days, such as those of an absence. */
    @Requires(Permission.PRACTITIONER_WRITE)
    public PractitionerBookings.Booked bookedBetween(StaffId practitioner, LocalDate first, LocalDate last) {
        return bookings.booked(practitioner, first, last);
    }

    /**
     * Adds a practitioner.
     *
     * @param id that of their account where they have one, else a new one
     * @throws IllegalArgumentException if a value is out of its range, or somebody is in the directory under that id
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void add(StaffId id, PractitionerDraft draft) {
        if (practitioners.findById(id.value()).isPresent()) {
            throw new IllegalArgumentException("This person is in the directory already");
        }
        draft.modalities().forEach(modalities::require);
        refuseForeignHours(List.of(), draft.hours());
        practitioners.save(Practitioner.of(id, draft));
    }

    /**
     * Changes a practitioner. Hours at clinics that are not the caller's stay as they are.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if there is no such practitioner, or none who works at a clinic of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague changed them meanwhile
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void change(StaffId id, long version, PractitionerDraft draft) {
        var practitioner = mineAt(id, version);
        draft.modalities().forEach(modalities::require);
        refuseForeignHours(practitioner.draft().hours(), draft.hours());
        practitioner.change(draft, Caller.current().staff());
        practitioners.save(practitioner);
    }

    /**
     * Takes a practitioner out of the directory; what is booked stays and is to be moved.
     *
     * @throws NoSuchElementException if there is no such practitioner, or none who works at a clinic of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague changed them meanwhile
     * @throws IllegalStateException if they have left before
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void deactivate(StaffId id, long version) {
        var practitioner = mineAt(id, version);
        practitioner.deactivate(Caller.current().staff());
        practitioners.save(practitioner);
    }

    /** Takes a practitioner into the directory again; throws what {@link #deactivate} throws. */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void reactivate(StaffId id, long version) {
        var practitioner = mineAt(id, version);
        practitioner.reactivate(Caller.current().staff());
        practitioners.save(practitioner);
    }

    private Practitioner mineAt(StaffId id, long version) {
        var practitioner = practitioners.writable(id);
        if (practitioner.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Practitioner.class, id);
        }
        return practitioner;
    }

    private static void refuseForeignHours(List<WorkingHours> before, List<WorkingHours> wanted) {
        if (!Set.copyOf(foreign(before)).equals(Set.copyOf(foreign(wanted)))) {
            throw new IllegalArgumentException("Set hours at clinics of yours only");
        }
    }

    private static List<WorkingHours> foreign(List<WorkingHours> hours) {
        var mine = Caller.current().clinics();
        return hours.stream()
                .filter(stretch -> !mine.contains(stretch.clinic()))
                .toList();
    }

    private LocalDate today() {
        return Today.of(Caller.current(), clinics, clock);
    }
}
