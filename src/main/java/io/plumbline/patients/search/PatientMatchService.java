package io.plumbline.patients.search;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientRow;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds patients who may be the person of a consultation lead or of another record: by phone number (in full for a lead,
 * by its last nine digits for a record), full e-mail address or the sound of the name, up to 20 by each. For a lead, the
 * current user scores the matches. A number stored without a country code is read as one
 * of the country of each clinic at which the patient is registered.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class PatientMatchService {
    private final DuplicatePatientFinder duplicates;
    private final PatientTokenStore tokens;
    private final RelationService relations;
    private final ClinicService clinics;

    PatientMatchService(
            DuplicatePatientFinder duplicates,
            PatientTokenStore tokens,
            RelationService relations,
            ClinicService clinics) {
        this.duplicates = duplicates;
        this.tokens = tokens;
        this.relations = relations;
        this.clinics = clinics;
    }

    /**
     * Returns the matches that the current user may see.
     *
     * @param fullName empty while unknown
     */
    public List<PatientCandidate> findForCurrentUser(
            String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return dialled(
                duplicates.candidates(fullName, phone, email, relations.scope().clinics()));
    }

    /**
     * Returns the matches of all clinics by phone number or e-mail address, whether or not the current user may see them. For
     * internal use: the portal shows them only to managers who may see them. There is no search by the sound of a name
     * alone.
     */
    @Requires(Permission.PATIENT_MATCH)
    public List<PatientCandidate> anywhere(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return dialled(duplicates.candidates("", phone, email, clinics.labels().keySet()));
    }

    /**
     * Returns a patient with all clinics at which the patient is registered, whether or not the current user may see the
     * patient. For internal use.
     */
    @Requires(Permission.PATIENT_MATCH)
    public Optional<PatientCandidate> anywhere(PatientId patient) {
        return duplicates.candidate(patient).map(this::dialled);
    }

    /**
     * Returns the patients of all clinics who are probably the same person as a patient, whether or not the current user may
     * see them; none of a record that is merged into another. For internal use.
     */
    @Requires(Permission.PATIENT_MATCH)
    public List<ProbableDuplicate> findProbable(PatientId patient) {
        return duplicates.probable(patient, clinics.labels().keySet());
    }

    /** Returns those of the given patients whom the current user may see, in no order. */
    public List<PatientRow> mineOf(Collection<PatientId> patients) {
        return tokens.findByClinics(relations.scope().clinics(), patients);
    }

    private List<PatientCandidate> dialled(List<PatientCandidate> candidates) {
        return candidates.stream().map(this::dialled).toList();
    }

    private PatientCandidate dialled(PatientCandidate candidate) {
        var countries = candidate.clinics().stream()
                .map(clinics.labels()::get)
                .filter(Objects::nonNull)
                .map(ClinicLabel::country)
                .collect(Collectors.toSet());
        var phones = candidate.phones().stream()
                .flatMap(phone -> countries.stream().map(phone::dialedIn))
                .collect(Collectors.toSet());
        return new PatientCandidate(candidate.patient(), phones, candidate.email(), candidate.clinics());
    }
}
