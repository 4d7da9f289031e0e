package io.plumbline.patients.file;

import io.plumbline.patients.ConsentId;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consents of patients: given for a version of the wording, withdrawn, never deleted. */
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
     * Records a consent of a patient in relation to the caller.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the caller
     * @throws Refused if a value is out of range; the message is for the user
     * @throws Refused if a consent of the kind is in force
     */
    public void give(PatientId patient, ConsentDraft draft) {
        give(patient, draft, Caller.current().staff());
    }

    /**
     * Records a consent that the patient gave earlier, as {@link #give(PatientId, ConsentDraft)} does; does nothing if
     * one of the kind is in force.
     *
     * @param takenBy who took it then; the portal, for a form
     */
    public void giveUnlessInForce(PatientId patient, ConsentDraft draft, StaffId takenBy) {
        if (!consents.isInForce(PatientConsent.key(patient, draft.kind()))) {
            give(patient, draft, takenBy);
        }
    }

    private void give(PatientId patient, ConsentDraft draft, StaffId takenBy) {
        var details = requirePatient(patient);
        if (consents.isInForce(PatientConsent.key(patient, draft.kind()))) {
            throw new Refused("This consent is already in force: withdraw it before recording a new one");
        }
        consents.saveAndFlush(PatientConsent.given(patient, draft, takenBy, details.today()));
    }

    /**
     * Records that a patient in relation to the caller withdrew a consent today.
     *
     * @param version the version that the caller saw
     * @throws NotAvailable if the consent does not exist or its patient is not in relation to the caller
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    public void withdraw(ConsentId id, long version) {
        var consent = consents.findById(id.value()).orElseThrow(NotAvailable::new);
        var details = requirePatient(consent.patient());
        if (consent.version() != version) {
            throw new StaleVersion(PatientConsent.class, id);
        }
        consent.withdraw(Caller.current().staff(), details.today());
        consents.saveAndFlush(consent);
    }

    private PatientDetails requirePatient(PatientId patient) {
        return patients.details(patient).orElseThrow(NotAvailable::new);
    }
}
