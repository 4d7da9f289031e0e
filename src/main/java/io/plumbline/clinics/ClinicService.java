package io.plumbline.clinics;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /**
     * The instant at which so much time has passed while a clinic was open. A zero duration gives {@code from} itself
     * while it is open, else the next opening.
     *
     * @throws IllegalArgumentException if there is no such clinic
     * @throws DateTimeException if it does not open for so long within a year
     */
    @Requires(Permission.CLINIC_LABEL)
    public Instant afterOpening(ClinicId clinic, Instant from, Duration opening) {
        var details = clinics.findById(clinic.value())
                .map(Clinic::details)
                .orElseThrow(() -> new IllegalArgumentException("There is no such clinic"));
        return OpeningTime.of(details.draft()).after(from, opening);
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
}
