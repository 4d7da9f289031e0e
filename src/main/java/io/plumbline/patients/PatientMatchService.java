package io.plumbline.patients;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Requires;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which patients may be the person of a consultation lead: by the whole phone number, the whole e-mail address or the
 * sound of the name; up to twenty by each. How much speaks for it is for the caller to say. A number that was kept without
 * a country code is taken for one of the country of each clinic that knows the patient.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class PatientMatchService {
    private final PatientTwins twins;
    private final PatientDirectory directory;
    private final RelationService relations;
    private final ClinicService clinics;

    PatientMatchService(
            PatientTwins twins, PatientDirectory directory, RelationService relations, ClinicService clinics) {
        this.twins = twins;
        this.directory = directory;
        this.relations = relations;
        this.clinics = clinics;
    }

    /**
     * Those whom the caller may see.
     *
     * @param fullName empty while it is not known
     */
    public List<PatientCandidate> mine(String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return dialled(
                twins.candidates(fullName, phone, email, relations.scope().clinics()));
    }

    /**
     * Those of all clinics who have the phone number or the e-mail address, whoever may see them; for the portal itself,
     * which tells nobody but the managers who may. By the sound of a name alone nobody is asked about.
     */
    @Requires(Permission.PATIENT_MATCH)
    public List<PatientCandidate> anywhere(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return dialled(twins.candidates("", phone, email, clinics.labels().keySet()));
    }

    /** A patient, whoever may see them, with all clinics that know them; for the portal itself. */
    @Requires(Permission.PATIENT_MATCH)
    public Optional<PatientCandidate> anywhere(PatientId patient) {
        return twins.candidate(patient).map(this::dialled);
    }

    /** Those of some patients whom the caller may see, in no order. */
    public List<PatientRow> mineOf(Collection<PatientId> patients) {
        return directory.ofClinics(relations.scope().clinics(), patients);
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
                .flatMap(phone -> countries.stream().map(phone::dialledIn))
                .collect(Collectors.toSet());
        return new PatientCandidate(candidate.patient(), phones, candidate.email(), candidate.clinics());
    }
}
