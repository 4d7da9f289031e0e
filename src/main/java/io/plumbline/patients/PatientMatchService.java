package io.plumbline.patients;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Requires;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which patients may be the person of a consultation lead: by the whole phone number, the whole e-mail address or the
 * sound of the name; up to twenty by each. How much speaks for it is for the caller to say.
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
        return twins.candidates(fullName, phone, email, relations.scope().clinics());
    }

    /** Those of all clinics, whoever may see them; for the portal itself, which tells nobody but the managers who may. */
    @Requires(Permission.PATIENT_MATCH)
    public List<PatientCandidate> anywhere(String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return twins.candidates(fullName, phone, email, clinics.labels().keySet());
    }

    /** Those of some patients whom the caller may see, in no order. */
    public List<PatientRow> mineOf(Collection<PatientId> patients) {
        return directory.ofClinics(relations.scope().clinics(), patients);
    }
}
