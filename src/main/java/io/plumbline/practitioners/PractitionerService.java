package io.plumbline.practitioners;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of practitioners. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class PractitionerService {
    private static final int YEARS_AHEAD = 10;

    private final Practitioners practitioners;
    private final LinkableAccountQuery accounts;
    private final PractitionerModalities modalities;
    private final PractitionerBookings bookings;
    private final StaffNameQuery names;
    private final ClinicService clinics;
    private final Clock clock;

    PractitionerService(
            Practitioners practitioners,
            LinkableAccountQuery accounts,
            PractitionerModalities modalities,
            PractitionerBookings bookings,
            StaffNameQuery names,
            ClinicService clinics,
            Clock clock) {
        this.practitioners = practitioners;
        this.accounts = accounts;
        this.modalities = modalities;
        this.bookings = bookings;
        this.names = names;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Returns a practitioner; empty if there is none. */
    public Optional<PractitionerDetails> find(StaffId id) {
        return practitioners.findById(id.value()).map(found -> {
            var changedBy = found.changedBy();
            var user = CurrentUser.current();
            return new PractitionerDetails(
                    id,
                    found.version(),
                    found.label().name(),
                    found.draft(),
                    found.isActive(),
                    accounts.accountOf(id).orElse(null),
                    changedBy == null ? "" : names.findNames(Set.of(changedBy)).getOrDefault(changedBy, ""),
                    found.isChangeableAt(user.clinicsAs(Role.MANAGER)));
        });
    }

    /** Returns a practitioner's disciplines and modalities; empty for somebody who is not in the directory. */
    public Optional<PractitionerScope> scopeOf(StaffId id) {
        return practitioners.findById(id.value()).map(Practitioner::scope);
    }

    /** Returns the practitioners who work at a clinic, by name. */
    public List<PractitionerLabel> workingAt(ClinicId clinic) {
        return practitioners.workingAt(clinic).stream().map(Practitioner::label).toList();
    }

    /** Returns the names of some practitioners, including those who no longer work here. */
    public Map<StaffId, String> namesOf(Set<StaffId> some) {
        return practitioners.findAllById(some.stream().map(StaffId::value).toList()).stream()
                .map(Practitioner::label)
                .collect(toUnmodifiableMap(PractitionerLabel::id, PractitionerLabel::name));
    }

    /** Returns a practitioner's working hours at a clinic on a day of the week. */
    public List<WorkingHours> hoursOf(StaffId practitioner, ClinicId clinic, DayOfWeek weekday) {
        return practitioners.hours(practitioner.value()).stream()
                .filter(hours -> hours.clinic().equals(clinic) && hours.weekday() == weekday)
                .toList();
    }

    /** Returns the working hours at a clinic of those who work there, by name; one statement. */
    public Map<PractitionerLabel, List<WorkingHours>> weekAt(ClinicId clinic) {
        return practitioners.weekAt(clinic).stream()
                .collect(groupingBy(
                        stretch -> stretch.practitioner().label(),
                        LinkedHashMap::new,
                        mapping(Practitioners.Stretch::hours, toList())));
    }

    /** Returns a practitioner by name, also one who has left; empty if there is none. */
    public Optional<PractitionerBrief> brief(StaffId id) {
        return practitioners
                .findById(id.value())
                .map(found -> new PractitionerBrief(found.label().name(), found.isActive()));
    }

    /** Returns how many practitioners work here. */
    public long countActive() {
        return practitioners.countActive();
    }

    /** Returns accounts of clinicians at a clinic of the current user who are not in the directory yet. */
    @Requires(Permission.PRACTITIONER_WRITE)
    public List<LinkableAccount> linkableAccounts() {
        return accounts.linkable(CurrentUser.current().clinics());
    }

    /** Returns a practitioner's remaining appointments from today on. */
    @Requires(Permission.PRACTITIONER_WRITE)
    public PractitionerBookings.Booked stillBooked(StaffId practitioner) {
        return bookings.booked(practitioner, today(), today().plusYears(YEARS_AHEAD));
    }

    /** Returns a practitioner's appointments in a range of days, such as an absence. */
    @Requires(Permission.PRACTITIONER_WRITE)
    public PractitionerBookings.Booked bookedBetween(StaffId practitioner, LocalDate first, LocalDate last) {
        return bookings.booked(practitioner, first, last);
    }

    /**
     * Adds a practitioner.
     *
     * @param id the id of their account if they have one, otherwise a new one
     * @throws Refused if a value is out of range, or the directory already has that id
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void add(StaffId id, PractitionerDraft draft) {
        if (practitioners.findById(id.value()).isPresent()) {
            throw new Refused("This person is already in the directory");
        }
        draft.modalities().forEach(modalities::require);
        refuseForeignHours(List.of(), draft.hours());
        practitioners.save(Practitioner.of(id, draft));
    }

    /**
     * Edits a practitioner. Hours at clinics that are not the current user's are not changed.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the practitioner does not exist or works at no clinic of the current user
     * @throws StaleVersion if a colleague edited the practitioner in the meantime
     * @throws Refused if a value is out of range; the message is for the user
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void change(StaffId id, long version, PractitionerDraft draft) {
        var practitioner = mineAt(id, version);
        draft.modalities().forEach(modalities::require);
        refuseForeignHours(practitioner.draft().hours(), draft.hours());
        practitioner.change(draft, CurrentUser.current().staff());
        practitioners.save(practitioner);
    }

    /**
     * Deactivates a practitioner; appointments stay booked and have to be moved.
     *
     * @throws NotAvailable if the practitioner does not exist or works at no clinic of the current user
     * @throws StaleVersion if a colleague edited the practitioner in the meantime
     * @throws Refused if the practitioner is already deactivated
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void deactivate(StaffId id, long version) {
        var practitioner = mineAt(id, version);
        practitioner.deactivate(CurrentUser.current().staff());
        practitioners.save(practitioner);
    }

    /** Reactivates a practitioner; throws the same exceptions as {@link #deactivate}. */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void reactivate(StaffId id, long version) {
        var practitioner = mineAt(id, version);
        practitioner.reactivate(CurrentUser.current().staff());
        practitioners.save(practitioner);
    }

    /**
     * Refuses to edit what belongs to a practitioner whom the current user may not edit.
     *
     * @throws NotAvailable if the practitioner does not exist or works at no clinic of the current user
     */
    @Requires(Permission.PRACTITIONER_WRITE)
    public void requireMine(StaffId id) {
        practitioners.writable(id);
    }

    private Practitioner mineAt(StaffId id, long version) {
        var practitioner = practitioners.writable(id);
        StaleVersion.throwUnless(practitioner.version() == version, Practitioner.class, id);
        return practitioner;
    }

    private static void refuseForeignHours(List<WorkingHours> before, List<WorkingHours> wanted) {
        if (!Set.copyOf(foreign(before)).equals(Set.copyOf(foreign(wanted)))) {
            throw new Refused("Set hours only at your own clinics");
        }
    }

    private static List<WorkingHours> foreign(List<WorkingHours> hours) {
        var mine = CurrentUser.current().clinics();
        return hours.stream()
                .filter(stretch -> !mine.contains(stretch.clinic()))
                .toList();
    }

    private LocalDate today() {
        return Today.of(CurrentUser.current(), clinics, clock);
    }
}
