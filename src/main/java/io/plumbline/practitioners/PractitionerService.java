package io.plumbline.practitioners;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaffId;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of practitioners. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class PractitionerService {
    private static final UUID FIRST = new UUID(0, 0);

    private final Practitioners practitioners;

    PractitionerService(Practitioners practitioners) {
        this.practitioners = practitioners;
    }

    /**
     * A page of the directory by name.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<PractitionerRow> list(@Nullable PractitionerRow after, int limit) {
        var page = practitioners.after(
                after == null ? "" : after.sortKey(),
                after == null ? FIRST : after.id().value(),
                Limit.of(limit));
        var clinics = practitioners
                .workplaces(page.stream().map(Practitioners.Basics::id).toList())
                .stream()
                .collect(groupingBy(
                        Practitioners.Workplace::practitioner,
                        mapping(Practitioners.Workplace::clinic, toUnmodifiableSet())));
        return page.stream()
                .map(p -> new PractitionerRow(
                        new StaffId(p.id()),
                        (p.title() + " " + p.givenName() + " " + p.familyName()).strip(),
                        p.sortKey(),
                        p.disciplines(),
                        p.languages(),
                        p.active(),
                        clinics.getOrDefault(p.id(), Set.of())))
                .toList();
    }

    /** Who works at a clinic, by name. */
    public List<PractitionerLabel> workingAt(ClinicId clinic) {
        return practitioners.workingAt(clinic).stream().map(Practitioner::label).toList();
    }

    /** When a practitioner works at a clinic on a day of the week. */
    public List<WorkingHours> hoursOf(StaffId practitioner, ClinicId clinic, DayOfWeek weekday) {
        return practitioners.hours(practitioner.value()).stream()
                .filter(hours -> hours.clinic().equals(clinic) && hours.weekday() == weekday)
                .toList();
    }

    /** How many practitioners work here. */
    public long countActive() {
        return practitioners.countActive();
    }

    /**
     * Adds a practitioner, who has an account under the same id.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    @Transactional
    @Requires(Permission.PRACTITIONER_WRITE)
    public void add(StaffId id, PractitionerDraft draft) {
        practitioners.save(Practitioner.of(id, draft));
    }
}
