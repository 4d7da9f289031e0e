package io.plumbline.clinics;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clinics of the group. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.CLINIC_READ)
public class ClinicService {
    private final Clinics clinics;
    private final ClinicLabels labels;

    ClinicService(Clinics clinics, ClinicLabels labels) {
        this.clinics = clinics;
        this.labels = labels;
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

    /** Names and zones of all clinics, by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public Map<ClinicId, ClinicLabel> labels() {
        return labels.all();
    }

    /** The zone of the caller's first clinic by name; UTC for who works at none. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public ZoneId ownZone() {
        return labels.all().values().stream()
                .filter(clinic -> Caller.current().clinics().contains(clinic.id()))
                .findFirst()
                .map(ClinicLabel::zone)
                .orElse(ZoneOffset.UTC);
    }

    /** The names of some clinics, by name, as one text. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.CLINIC_LABEL)
    public String names(Set<ClinicId> some) {
        return labels.all().values().stream()
                .filter(clinic -> some.contains(clinic.id()))
                .map(ClinicLabel::name)
                .collect(Collectors.joining(", "));
    }

    /**
     * The instant at which so much time has passed while a clinic was open. A zero duration gives {@code from} itself
     * while it is open, else the next opening.
     *
     * @throws IllegalArgumentException if there is no such clinic
     * @throws DateTimeException if it does not open for so long within a year
     */
    @Requires(Permission.CLINIC_LABEL)
    public Instant afterOpening(ClinicId clinic, Instant from, Duration opening) {
        return OpeningTime.of(draftOf(clinic)).after(from, opening);
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
     * Adds a clinic, with the usual parts of the day.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    @Transactional
    @Requires(Permission.CLINIC_WRITE)
    public ClinicId create(ClinicDraft draft) {
        return clinics.save(Clinic.of(draft)).id();
    }

    private ClinicDraft draftOf(ClinicId clinic) {
        return clinics.findById(clinic.value())
                .map(found -> found.details().draft())
                .orElseThrow(() -> new IllegalArgumentException("There is no such clinic"));
    }
}
