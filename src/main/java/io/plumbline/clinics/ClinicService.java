package io.plumbline.clinics;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.TypedDay;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Manages the clinics of the group. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.CLINIC_READ)
public class ClinicService {
    /** The message shown if another clinic has the code. */
    public static final String CODE_TAKEN = "Another clinic has this code: choose another";

    private final Clinics clinics;
    private final ClinicCache known;
    private final ClinicInUse use;
    private final Clock clock;

    ClinicService(Clinics clinics, ClinicCache known, ClinicInUse use, Clock clock) {
        this.clinics = clinics;
        this.known = known;
        this.use = use;
        this.clock = clock;
    }

    /** Returns the current user's own clinics with business hours and closed days, ordered by name. */
    public List<ClinicDetails> findForCurrentUser() {
        return clinics
                .withHours(CurrentUser.current().clinics().stream()
                        .map(ClinicId::value)
                        .toList())
                .stream()
                .map(Clinic::details)
                .toList();
    }

    /**
     * Counts the visits still booked on closed days from today on, at those of the given clinics that are the current user's
     * own, by day.
     */
    public List<ClinicInUse.Booked> stillBookedThoughClosed(List<ClinicDetails> some) {
        var mine = some.stream()
                .filter(clinic -> CurrentUser.current().clinics().contains(clinic.id()))
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

    /** Returns the names and time zones of all clinics, ordered by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public Map<ClinicId, ClinicLabel> labels() {
        return known.labels();
    }

    /** Returns the names and time zones of the current user's own clinics, ordered by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public List<ClinicLabel> myLabels() {
        return known.labels().values().stream()
                .filter(clinic -> CurrentUser.current().clinics().contains(clinic.id()))
                .toList();
    }

    /** Returns the names and time zones of the clinics at which the current user has one of some roles, ordered by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public List<ClinicLabel> myLabelsAs(Collection<Role> some) {
        var mine = CurrentUser.current().clinicsAs(some);
        return known.labels().values().stream()
                .filter(clinic -> mine.contains(clinic.id()))
                .toList();
    }

    /**
     * Returns the name and time zone of a clinic.
     *
     * @throws Refused if the clinic does not exist
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public ClinicLabel label(ClinicId clinic) {
        return Optional.ofNullable(known.labels().get(clinic))
                .orElseThrow(() -> new Refused("There is no such clinic"));
    }

    /**
     * Returns the time zone of a clinic.
     *
     * @throws Refused if the clinic does not exist
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public ZoneId zoneOf(ClinicId clinic) {
        return label(clinic).zone();
    }

    /**
     * Returns the instant of a local time at a clinic; the earlier one where clocks are set back.
     *
     * @throws Refused if the clinic does not exist
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public Instant instantOf(ClinicId clinic, LocalDate on, LocalTime at) {
        return on.atTime(at).atZone(zoneOf(clinic)).withEarlierOffsetAtOverlap().toInstant();
    }

    /**
     * Returns the current date at a clinic.
     *
     * @throws Refused if the clinic does not exist
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public LocalDate todayAt(ClinicId clinic) {
        return label(clinic).today(clock);
    }

    /**
     * Returns the time zone of the current user's first clinic by name; for a user without a clinic that of all clinics, or
     * UTC if they are in several.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public ZoneId ownZone() {
        return myLabels().stream().findFirst().map(ClinicLabel::zone).orElseGet(this::zoneOfAll);
    }

    private ZoneId zoneOfAll() {
        var zones = known.labels().values().stream()
                .map(ClinicLabel::zone)
                .distinct()
                .toList();
        return zones.size() == 1 ? zones.getFirst() : ZoneOffset.UTC;
    }

    /** Returns the region for telephone numbers without a country code: {@link #countryOf} the current user's clinics. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public String phoneRegion() {
        return countryOf(CurrentUser.current().clinics(), null);
    }

    /**
     * Returns the country of some clinics, or of all clinics if there are none, if they share one; otherwise
     * {@link PhoneNumber#NO_REGION}.
     *
     * @param another the country of a further clinic, which is not committed yet
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public String countryOf(Set<ClinicId> some, @Nullable String another) {
        var countries = known.labels().values().stream()
                .filter(clinic -> some.contains(clinic.id()))
                .map(ClinicLabel::country)
                .collect(Collectors.toSet());
        if (another != null) {
            countries.add(another);
        }
        if (countries.isEmpty()) {
            known.labels().values().forEach(clinic -> countries.add(clinic.country()));
        }
        return countries.size() == 1 ? countries.iterator().next() : PhoneNumber.NO_REGION;
    }

    /** Returns today's date in {@link #ownZone}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public LocalDate ownToday() {
        return LocalDate.ofInstant(clock.instant(), ownZone());
    }

    /** Returns how the current user types dates. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public TypedDay typedDays() {
        return new TypedDay(CurrentUser.current().formats().order(), ownToday());
    }

    /** Joins the names of some clinics, in order, into one text. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public String names(Set<ClinicId> some) {
        return known.labels().values().stream()
                .filter(clinic -> some.contains(clinic.id()))
                .map(ClinicLabel::name)
                .collect(Collectors.joining(", "));
    }

    /** Returns the response target and the hours it is measured in for all clinics, ordered by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public Map<ClinicId, CallTimes> callTimes() {
        return known.callTimes();
    }

    /** Returns the services that all clinics currently offer, ordered by clinic name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public Map<ClinicId, List<OfferedService>> offered() {
        return known.offered();
    }

    /**
     * Returns a clinic's business hours on a day; empty on a closed day.
     *
     * @throws Refused if the clinic does not exist
     */
    @Requires(Permission.CLINIC_LABEL)
    public List<BusinessHours> openOn(ClinicId clinic, LocalDate day) {
        return hoursOn(draftOf(clinic), day);
    }

    /**
     * Returns a test for whether a clinic opens on a day. Reads the clinic once.
     *
     * @throws Refused if the clinic does not exist
     */
    @Requires(Permission.CLINIC_LABEL)
    public Predicate<LocalDate> openDays(ClinicId clinic) {
        var draft = draftOf(clinic);
        return day -> !hoursOn(draft, day).isEmpty();
    }

    private static List<BusinessHours> hoursOn(ClinicDraft clinic, LocalDate day) {
        return clinic.closedDays().stream().anyMatch(closed -> closed.on().equals(day))
                ? List.of()
                : clinic.hours().stream()
                        .filter(stretch -> stretch.weekday() == day.getDayOfWeek())
                        .toList();
    }

    /**
     * Returns a range of days of a clinic, in order, with business hours and the reason for a closure if one is
     * recorded. Reads the clinic once.
     *
     * @throws Refused if the clinic does not exist
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
     * Returns the rooms of a clinic that can be booked, ordered by name.
     *
     * @throws Refused if the clinic does not exist
     */
    @Requires(Permission.CLINIC_LABEL)
    public List<ClinicRoom> roomsOf(ClinicId clinic) {
        return found(clinic).offer().rooms().stream().filter(ClinicRoom::active).toList();
    }

    /**
     * Returns the services that a clinic currently offers, ordered by name.
     *
     * @throws Refused if the clinic does not exist
     */
    @Requires(Permission.CLINIC_LABEL)
    public List<OfferedService> servicesOf(ClinicId clinic) {
        return found(clinic).offer().services().stream()
                .filter(OfferedService::active)
                .toList();
    }

    /** Finds one of the current user's clinics with everything that can be edited; empty for other clinics. */
    public Optional<ClinicSetup> setup(ClinicId id) {
        return clinics.findById(id.value())
                .filter(clinic -> CurrentUser.current().clinics().contains(clinic.id()))
                .map(clinic -> new ClinicSetup(
                        clinic.details(), clinic.offer(), use.isBooked(clinic.id()), clinic.changedBy()));
    }

    /**
     * Creates a clinic with the default parts of the day and services.
     *
     * @throws Refused if a value is out of range, or another clinic has its code
     */
    @Transactional
    @Requires(Permission.CLINIC_WRITE)
    public ClinicId create(ClinicDraft draft) {
        return create(draft, ClinicOffer.usual());
    }

    /**
     * Creates a clinic.
     *
     * @throws Refused if a value is out of range, or another clinic has its code
     */
    @Transactional
    @Requires(Permission.CLINIC_WRITE)
    public ClinicId create(ClinicDraft draft, ClinicOffer offer) {
        return saved(Clinic.of(draft, offer, CurrentUser.current().displayName()))
                .id();
    }

    /**
     * Changes one of the current user's clinics.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the clinic does not exist or is not one of the current user's
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if a value is out of range, or another clinic has its code
     * @throws Refused if the time zone differs although appointments were booked in the current one
     */
    @Transactional
    @Requires(Permission.CLINIC_WRITE)
    public void change(ClinicId id, long version, ClinicDraft draft, ClinicOffer offer) {
        var clinic = clinics.findById(id.value())
                .filter(found -> CurrentUser.current().clinics().contains(found.id()))
                .orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(clinic.version() == version, Clinic.class, id);
        if (!clinic.zone().equals(draft.zone()) && use.isBooked(id)) {
            throw new Refused("Appointments are booked here in the time of " + clinic.zone()
                    + ", so the time zone cannot be changed. Add another clinic for another zone.");
        }
        clinic.change(draft, offer, CurrentUser.current().displayName());
        saved(clinic);
    }

    private Clinic saved(Clinic clinic) {
        try {
            return clinics.saveAndFlush(clinic);
        } catch (DataIntegrityViolationException another) {
            throw new Refused(ClinicField.CODE, CODE_TAKEN);
        }
    }

    private ClinicDraft draftOf(ClinicId clinic) {
        return found(clinic).details().draft();
    }

    private Clinic found(ClinicId clinic) {
        return clinics.findById(clinic.value()).orElseThrow(() -> new Refused("There is no such clinic"));
    }
}
