package io.plumbline.patients;

import io.plumbline.shared.Caller;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consents of patients: given in a version of the wording, withdrawn, never deleted. */
@Service
@Transactional
@Requires(Permission.PATIENT_CONSENT)
public class ConsentService {
    private final PatientConsents consents;
    private final PatientService patients;

    ConsentService(PatientConsents consents, PatientService patients) {
        this.consents = consents;
        this.patients = patients;
    }

    /**
     * Notes that a patient of the caller's gave a consent.
     *
     * @throws NoSuchElementException if there is no such patient, or none that is the caller's
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     * @throws IllegalStateException if one of the kind is in force
     */
    public void give(PatientId patient, ConsentDraft draft) {
        var details = mine(patient);
        if (consents.isInForce(PatientConsent.key(patient, draft.kind()))) {
            throw new IllegalStateException("This consent is in force already: withdraw it before taking a new one");
        }
        consents.saveAndFlush(
                PatientConsent.given(patient, draft, Caller.current().staff(), details.today()));
    }

    /** The same for a consent that they gave before; nothing where one of the kind is in force already. */
    public void giveUnlessInForce(PatientId patient, ConsentDraft draft) {
        if (!consents.isInForce(PatientConsent.key(patient, draft.kind()))) {
            give(patient, draft);
        }
    }

    /**
     * Notes that a patient of the caller's withdrew a consent today.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if there is no such consent, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague changed it meanwhile
     */
    public void withdraw(UUID id, long version) {
        var consent = consents.findById(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        var details = mine(consent.patient());
        if (consent.version() != version) {
            throw new ObjectOptimisticLockingFailureException(PatientConsent.class, id);
        }
        consent.withdraw(Caller.current().staff(), details.today());
        consents.saveAndFlush(consent);
    }

    private PatientDetails mine(PatientId patient) {
        return patients.details(patient).orElseThrow(() -> new NoSuchElementException("Not available"));
    }
}
