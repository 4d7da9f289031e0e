package io.plumbline.patients.file;

import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.FileUndone;
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
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consents of patients: given for a version of the wording, withdrawn, never deleted. */
@Service
@Transactional
@Requires(Permission.PATIENT_CONSENT)
public class ConsentService {
    private final PatientConsents consents;
    private final FileUndoneStore undone;
    private final PatientService patients;
    private final Clock clock;

    ConsentService(PatientConsents consents, FileUndoneStore undone, PatientService patients, Clock clock) {
        this.consents = consents;
        this.undone = undone;
        this.patients = patients;
        this.clock = clock;
    }

    /**
     * Records a consent of a patient in relation to the caller.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the caller
     * @throws Refused if a value is out of range; the message is for the user
     * @throws Refused if a consent of the kind is in force
     */
    public ConsentId give(PatientId patient, ConsentDraft draft) {
        return give(patient, draft, Caller.current().staff());
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

    private ConsentId give(PatientId patient, ConsentDraft draft, StaffId takenBy) {
        var details = requirePatient(patient);
        if (consents.isInForce(PatientConsent.key(patient, draft.kind()))) {
            throw new Refused("This consent is already in force: withdraw it before recording a new one");
        }
        var me = Caller.current().staff();
        return consents.saveAndFlush(
                        PatientConsent.given(patient, draft, takenBy, details.today(), me, clock.instant()))
                .id();
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
        consent.withdraw(Caller.current().staff(), clock.instant(), details.today());
        consents.saveAndFlush(consent);
    }

    /**
     * Undoes the caller's own record of a consent, which was then never in force.
     *
     * @throws NotAvailable if the consent does not exist or its patient is not in relation to the caller
     * @throws Refused after ten minutes, if somebody else recorded it, or if it was withdrawn since; the message is for
     *     the user
     */
    public void undo(ConsentId id) {
        var consent = requireConsent(id);
        var me = Caller.current().staff();
        var now = clock.instant();
        var recordedAt = consent.undo(me, now);
        consents.saveAndFlush(consent);
        undone.keep(consent.patient(), id.value(), FileUndone.Action.CONSENT_GIVEN, recordedAt, me, now);
    }

    /**
     * Undoes the withdrawal of a consent that the caller recorded; the consent is in force again.
     *
     * @throws NotAvailable if the consent does not exist or its patient is not in relation to the caller
     * @throws Refused after ten minutes, if somebody else recorded it, or if a consent of the kind was given since; the
     *     message is for the user
     */
    public void undoWithdrawal(ConsentId id) {
        var consent = requireConsent(id);
        var me = Caller.current().staff();
        var now = clock.instant();
        if (consent.isWithdrawn() && consents.isInForce(consent.key())) {
            throw new Refused("This consent was given again since");
        }
        var withdrawnAt = consent.undoWithdrawal(me, now);
        consents.saveAndFlush(consent);
        undone.keep(consent.patient(), id.value(), FileUndone.Action.CONSENT_WITHDRAWN, withdrawnAt, me, now);
    }

    /** Returns whether a patient withdrew the consent to be contacted, and has not given it again. */
    @Requires(Permission.RECALL_KEEP)
    public boolean isContactWithdrawn(PatientId patient) {
        return consents.countWithdrawn(patient, ConsentKind.CONTACT) > 0
                && !consents.isInForce(PatientConsent.key(patient, ConsentKind.CONTACT));
    }

    private PatientConsent requireConsent(ConsentId id) {
        var consent = consents.findById(id.value()).orElseThrow(NotAvailable::new);
        requirePatient(consent.patient());
        return consent;
    }

    private PatientDetails requirePatient(PatientId patient) {
        return patients.details(patient).orElseThrow(NotAvailable::new);
    }
}
