package io.plumbline.clinics;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TypedDay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clinics of the group. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.CLINIC_READ)
public class ClinicService {
    /** What is said where another clinic has the code. */
    public static final String CODE_TAKEN = "Another clinic has this code: choose another";

    private final Clinics clinics;
    private final KnownClinics known;
    private final ClinicInUse use;
    private final Clock clock;

    ClinicService(Clinics clinics, KnownClinics known, ClinicInUse use, Clock clock) {
        this.clinics = clinics;
        this.known = known;
        this.use = use;
        this.clock = clock;
    }

    /** The caller's own clinics with hours and closed days, by name. */
    public List<ClinicDetails> mine() {
        return clinics
                .withHours(
                        Caller.current().clinics().stream().map(ClinicId::value).toList())
                .stream()
                .map(Clinic::details)
                .toList();
    }

    /** How many visits are still booked on closed days to come, today too, of these clinics of the caller's, by day. */
    public List<ClinicInUse.Booked> stillBookedThoughClosed(List<ClinicDetails> some) {
        var mine = some.stream()
                .filter(clinic -> Caller.current().clinics().contains(clinic.id()))
                .toList();
        var closed =
                mine.stream().collect(Collectors.toMap(ClinicDetails::id, clinic -> closedFromToday(clinic.draft())));
        var days = closed.values().stream().flatMap(Set::stream).distinct().toList();
        return use.bookedOn(closed.keySet(), days).stream()
                .filter(booked -> closed.getOrDefault(booked.clinic(), Set.of()).contains(booked.on()))
                .toList();
    }

    private Set<LocalDate> closedFromToday(ClinicDraft clinic) {
        var today = LocalDate.ofInstant(clock.instant(), clinic.zone());
        return clinic.closedDays().stream()
                .map(ClosedDay::on)
                .filter(day -> !day.isBefore(today))
                .collect(Collectors.toSet());
    }

    /** Names and zones of all clinics, by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public Map<ClinicId, ClinicLabel> labels() {
        return known.labels();
    }

    /** Names and zones of the caller's own clinics, by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public List<ClinicLabel> myLabels() {
        return known.labels().values().stream()
                .filter(clinic -> Caller.current().clinics().contains(clinic.id()))
                .toList();
    }

    /** The zone of the caller's first clinic by name; UTC for who works at none. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public ZoneId ownZone() {
        return myLabels().stream().findFirst().map(ClinicLabel::zone).orElse(ZoneOffset.UTC);
    }

    /**
     * The region of telephone numbers that name no country: that of the caller's clinics, for who works at none that of
     * all, where they share one; else {@link PhoneNumber#NO_REGION}.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public String phoneRegion() {
        var mine = myLabels();
        var countries = (mine.isEmpty() ? known.labels().values() : mine)
                .stream().map(ClinicLabel::country).distinct().toList();
        return countries.size() == 1 ? countries.getFirst() : PhoneNumber.NO_REGION;
    }

    /** How the caller's clinics write days, from {@link #phoneRegion}, and the day that it is at {@link #ownZone}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public TypedDay typedDays() {
        return new TypedDay(TypedDay.Order.of(phoneRegion()), LocalDate.ofInstant(clock.instant(), ownZone()));
    }

    /** The names of some clinics, by name, as one text. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public String names(Set<ClinicId> some) {
        return known.labels().values().stream()
                .filter(clinic -> some.contains(clinic.id()))
                .map(ClinicLabel::name)
                .collect(Collectors.joining(", "));
    }

    /** What a promise to call runs in, at all clinics, by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public Map<ClinicId, CallTimes> callTimes() {
        return known.callTimes();
    }

    /** What all clinics offer now, by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public Map<ClinicId, List<OfferedService>> offered() {
        return known.offered();
    }

    /**
     * When a clinic is open on a day; nothing on a closed day.
     *
     * @throws IllegalArgumentException if there is no such clinic
     */
    @Requires(Permission.CLINIC_LABEL)
    public List<OpeningHours> openOn(ClinicId clinic, LocalDate day) {
        return hoursOn(draftOf(clinic), day);
    }

    /**
     * On which days a clinic opens at all, read once.
     *
     * @throws IllegalArgumentException if there is no such clinic
     */
    @Requires(Permission.CLINIC_LABEL)
    public Predicate<LocalDate> openDays(ClinicId clinic) {
        var draft = draftOf(clinic);
        return day -> !hoursOn(draft, day).isEmpty();
    }

    private static List<OpeningHours> hoursOn(ClinicDraft clinic, LocalDate day) {
        return clinic.closedDays().stream().anyMatch(closed -> closed.on().equals(day))
                ? List.of()
                : clinic.hours().stream()
                        .filter(stretch -> stretch.weekday() == day.getDayOfWeek())
                        .toList();
    }

    /**
     * Some days of a clinic in order: when it is open, and why it is closed where that is said; read once.
     *
     * @throws IllegalArgumentException if there is no such clinic
     */
    @Requires(Permission.CLINIC_LABEL)
    public List<ClinicDay> daysOf(ClinicId clinic, LocalDate first, LocalDate last) {
        var draft = draftOf(clinic);
        var reasons = draft.closedDays().stream().collect(Collectors.toMap(ClosedDay::on, ClosedDay::reason));
        return first.datesUntil(last.plusDays(1))
                .map(day -> new ClinicDay(day, hoursOn(draft, day), reasons.get(day)))
                .toList();
    }

    /**
     * The rooms of a clinic in which something may be booked, by name.
     *
     * @throws IllegalArgumentException if there is no such clinic
     */
    @Requires(Permission.CLINIC_LABEL)
    public List<ClinicRoom> roomsOf(ClinicId clinic) {
        return found(clinic).offer().rooms().stream().filter(ClinicRoom::active).toList();
    }

    /**
     * What a clinic offers now, by name.
     *
     * @throws IllegalArgumentException if there is no such clinic
     */
    @Requires(Permission.CLINIC_LABEL)
    public List<OfferedService> servicesOf(ClinicId clinic) {
        return found(clinic).offer().services().stream()
                .filter(OfferedService::active)
                .toList();
    }

    /** A clinic of the caller's with all that may be changed; empty for all others. */
    public Optional<ClinicSetup> setup(ClinicId id) {
        return clinics.findById(id.value())
                .filter(clinic -> Caller.current().clinics().contains(clinic.id()))
                .map(clinic -> new ClinicSetup(
                        clinic.details(), clinic.offer(), use.isBooked(clinic.id()), clinic.changedBy()));
    }

    /**
     * Adds a clinic, with the usual parts of the day and services.
     *
     * @throws IllegalArgumentException if a value is out of its range, or another clinic has its code
     */
    @Transactional
    @Requires(Permission.CLINIC_WRITE)
    public ClinicId create(ClinicDraft draft) {
        return create(draft, ClinicOffer.usual());
    }

    /**
     * Adds a clinic.
     *
     * @throws IllegalArgumentException if a value is out of its range, or another clinic has its code
     */
    @Transactional
    @Requires(Permission.CLINIC_WRITE)
    public ClinicId create(ClinicDraft draft, ClinicOffer offer) {
        return saved(Clinic.of(draft, offer, Caller.current().displayName())).id();
    }

    /**
     * Changes a clinic of the caller's.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if there is no such clinic, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague changed it meanwhile
     * @throws IllegalArgumentException if a value is out of its range, or another clinic has its code
     * @throws IllegalStateException if the zone is another though appointments were booked in it
     */
    @Transactional
    @Requires(Permission.CLINIC_WRITE)
    public void change(ClinicId id, long version, ClinicDraft draft, ClinicOffer offer) {
        var clinic = clinics.findById(id.value())
                .filter(found -> Caller.current().clinics().contains(found.id()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        if (clinic.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Clinic.class, id);
        }
        if (!clinic.zone().equals(draft.zone()) && use.isBooked(id)) {
            throw new IllegalStateException("Appointments are booked here in the time of " + clinic.zone()
                    + ", so the time zone stays. Add another clinic for another zone.");
        }
        clinic.change(draft, offer, Caller.current().displayName());
        saved(clinic);
    }

    private Clinic saved(Clinic clinic) {
        try {
            return clinics.saveAndFlush(clinic);
        } catch (DataIntegrityViolationException another) {
            throw new IllegalArgumentException(CODE_TAKEN, another);
        }
    }

    private ClinicDraft draftOf(ClinicId clinic) {
        return found(clinic).details().draft();
    }

    private Clinic found(ClinicId clinic) {
        return clinics.findById(clinic.value())
                .orElseThrow(() -> new IllegalArgumentException("There is no such clinic"));
    }
}
