package io.plumbline.patients;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds many patients at once for an import, and removes those again on whom nobody has written. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_IMPORT)
public class ImportedPatientService {
    private static final Pattern NUMBER = Pattern.compile("(?:[Pp]-)?([0-9]{1,18})");

    private final Patients patients;
    private final PatientDirectoryQuery directory;
    private final PatientSearch search;
    private final PatientRemovalQuery removal;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportedPatientService(
            Patients patients,
            PatientDirectoryQuery directory,
            PatientSearch search,
            PatientRemovalQuery removal,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.patients = patients;
        this.directory = directory;
        this.search = search;
        this.removal = removal;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** Returns name and number of those of some patients who are registered at the current user's clinics. */
    @Transactional
    public Map<PatientId, String> namesOf(Set<PatientId> some) {
        var visible = directory.knownAmong(some, CurrentUser.current().clinics());
        if (!visible.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("patient.listed", visible.size()).narrowedBy("import"));
        }
        return visible.stream()
                .collect(Collectors.toUnmodifiableMap(PatientRow::id, row -> row.name() + ", " + row.number()));
    }

    /** Returns why a patient cannot be added as a draft says, for the user; empty if the patient can. */
    public Optional<String> refusalOf(PatientDraft draft, ClinicId clinic) {
        try {
            addable(draft, clinic);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.sentence());
        }
    }

    /**
     * Adds patients and registers them at a clinic.
     *
     * @param drafts each as {@link #refusalOf} does not refuse it; some hundred at once
     * @return their ids, in the same order
     * @throws Refused if a value is out of range; then none is added
     * @throws AccessDeniedException if the current user does not work at that clinic
     */
    @Transactional
    public List<PatientId> addAll(List<PatientDraft> drafts, ClinicId clinic) {
        if (!CurrentUser.current().clinics().contains(clinic)) {
            throw new AccessDeniedException("Import the patients at one of your clinics");
        }
        if (drafts.isEmpty()) {
            return List.of();
        }
        var added = new ArrayList<Patient>();
        drafts.forEach(draft -> added.add(addable(draft, clinic)));
        patients.saveAllAndFlush(added);
        var ids = added.stream().map(Patient::id).toList();
        directory.firstKnownAt(ids, clinic);
        directory.beginSummaries(ids);
        search.keepNew(added.stream().collect(Collectors.toMap(Patient::id, Patient::draft)), clinic);
        return ids;
    }

    private Patient addable(PatientDraft draft, ClinicId clinic) {
        return Patient.added(draft, null, CurrentUser.current().staff(), clock.instant(), clinics.todayAt(clinic));
    }

    /**
     * Returns the patient of one of the current user's clinics with a number.
     *
     * @param number with or without the letter before it
     */
    public Optional<PatientId> withNumber(String number, ClinicId clinic) {
        var digits = NUMBER.matcher(number.strip());
        return digits.matches() && CurrentUser.current().clinics().contains(clinic)
                ? directory.numbered(Long.parseLong(digits.group(1)), clinic)
                : Optional.empty();
    }

    /** Returns the patients of one of the current user's clinics with a name, in any spelling, and a birth date. */
    public Set<PatientId> named(String givenName, String familyName, LocalDate birthDate, ClinicId clinic) {
        return CurrentUser.current().clinics().contains(clinic)
                ? directory.named(givenName + " " + familyName, birthDate, clinic)
                : Set.of();
    }

    /**
     * Returns whether a patient is registered at one of the current user's clinics only, nobody has edited the patient, and the patient has no appointment, no relation to a clinician, no
     * score. Other records are found when the patient is removed.
     */
    public boolean isUntouched(PatientId id) {
        return removal.isUntouched(id, CurrentUser.current().clinics());
    }

    /**
     * Removes a patient of an import with everything that adding them has stored.
     *
     * @throws Refused if the patient is not {@link #isUntouched untouched}
     * @throws DataIntegrityViolationException if another record refers to the patient: then the patient stays, and the
     *     transaction must be rolled back
     */
    @Transactional
    public void remove(PatientId id) {
        // who books or raises a flag at this moment holds the header too
        directory.holdHeader(id);
        if (!isUntouched(id)) {
            throw new Refused("Somebody has written on this patient");
        }
        removal.remove(id);
        events.publishEvent(new PatientEvent.Removed(id));
    }
}
