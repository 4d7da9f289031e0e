package io.plumbline.patients.consents;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.FileUndone;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.FileUndoneStore;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
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
    private final PatientRecords records;
    private final ConsentTextService texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsentService(
            PatientConsents consents,
            FileUndoneStore undone,
            PatientService patients,
            PatientRecords records,
            ConsentTextService texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consents = consents;
        this.undone = undone;
        this.patients = patients;
        this.records = records;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a consent of a patient in relation to the current user. It replaces one of the kind that is in force if the
     * patient agrees to another published text.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     * @throws Refused if a value is out of range; the message is for the user
     * @throws Refused if a consent of the kind to the same text is in force, or to any wording if none of them is a
     *     published text
     */
    public ConsentId give(PatientId patient, ConsentDraft draft) {
        var details = requirePatient(patient);
        details.on(patient).require(NewEntry.OTHER);
        return give(details, patient, draft, CurrentUser.current().staff());
    }

    /**
     * Records a consent that the patient gave earlier, as {@link #give(PatientId, ConsentDraft)} does; does nothing if
     * one of the kind is in force.
     *
     * @param takenBy who took it then; the portal, for a form
     */
    public void giveUnlessInForce(PatientId patient, ConsentDraft draft, StaffId takenBy) {
        var details = requirePatient(patient);
        if (consents.findByCurrentKeyIn(keys(details.records(), draft.kind())).isEmpty()) {
            give(details, patient, draft, takenBy);
        }
    }

    private ConsentId give(PatientDetails details, PatientId patient, ConsentDraft draft, StaffId takenBy) {
        var me = CurrentUser.current().staff();
        var text = draft.text() == null ? null : texts.find(draft.text()).orElseThrow(NotAvailable::new);
        var consent = PatientConsent.given(patient, draft, text, takenBy, details.today(), me, clock.instant());
        // of all records that are read as one
        consents.findByCurrentKeyIn(keys(details.records(), draft.kind())).forEach(before -> {
            before.replaceWith(
                    consent.id().value(), text == null ? null : text.id().value(), details.today());
            consents.saveAndFlush(before);
        });
        return consents.saveAndFlush(consent).id();
    }

    /**
     * Records that a patient in relation to the current user withdrew a consent today.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the consent does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    public void withdraw(ConsentId id, long version) {
        var consent = consents.findById(id.value()).orElseThrow(NotAvailable::new);
        var details = requirePatient(consent.patient());
        consent.at(version).withdraw(CurrentUser.current().staff(), clock.instant(), details.today());
        consents.saveAndFlush(consent);
    }

    /**
     * Undoes the current user's own record of a consent, which was then never in force; one that it replaced is in force
     * again.
     *
     * @throws NotAvailable if the consent does not exist or its patient is not in relation to the current user
     * @throws Refused after ten minutes, if somebody else recorded it, or if it was withdrawn since; the message is for
     *     the user
     */
    public void undo(ConsentId id) {
        var consent = requireConsent(id);
        var me = CurrentUser.current().staff();
        var now = clock.instant();
        var recordedAt = consent.undo(me, now);
        consents.saveAndFlush(consent);
        for (var before : consents.findByReplacedBy(id.value())) {
            // of another record of the patient, on which one was given since
            if (!consents.isInForce(before.key())) {
                before.restore();
                consents.saveAndFlush(before);
            }
        }
        undone.keep(consent.patient(), id.value(), FileUndone.Action.CONSENT_GIVEN, recordedAt, me, now);
    }

    /**
     * Undoes the withdrawal of a consent that the current user recorded; the consent is in force again.
     *
     * @throws NotAvailable if the consent does not exist or its patient is not in relation to the current user
     * @throws Refused after ten minutes, if somebody else recorded it, or if a consent of the kind was given since; the
     *     message is for the user
     */
    public void undoWithdrawal(ConsentId id) {
        var consent = consents.findById(id.value()).orElseThrow(NotAvailable::new);
        var patient = requirePatient(consent.patient());
        var me = CurrentUser.current().staff();
        var now = clock.instant();
        if (consent.isWithdrawn()
                && !consents.findByCurrentKeyIn(keys(patient.records(), consent.kind()))
                        .isEmpty()) {
            throw new Refused("This consent was given again since");
        }
        var withdrawnAt = consent.undoWithdrawal(me, now);
        consents.saveAndFlush(consent);
        undone.keep(consent.patient(), id.value(), FileUndone.Action.CONSENT_WITHDRAWN, withdrawnAt, me, now);
    }

    /**
     * Returns whether a patient withdrew the consent to be contacted, and has not given it again since, on whichever of
     * the records that are read as one.
     */
    @Requires(Permission.RECALL_KEEP)
    public boolean isContactWithdrawn(PatientId patient) {
        var all = records.of(patient);
        return consents.countWithdrawn(all, ConsentKind.CONTACT, keys(all, ConsentKind.CONTACT)) > 0;
    }

    private static List<String> keys(Collection<PatientId> records, ConsentKind kind) {
        return records.stream().map(record -> PatientConsent.key(record, kind)).toList();
    }

    /**
     * Returns what a consent of a patient in relation to the current user says, to print it, and records that.
     *
     * @throws NotAvailable if the consent does not exist or its patient is not in relation to the current user
     */
    public PrintedConsent print(ConsentId id) {
        var consent = consents.findById(id.value()).orElseThrow(NotAvailable::new);
        var patient = requirePatient(consent.patient());
        var row = patient.consents().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(NotAvailable::new);
        var text = row.text();
        events.publishEvent(new ConsentPrinted(id, patient.id(), consent.kind()));
        return new PrintedConsent(
                patient, row, text == null ? null : texts.find(text.id()).orElseThrow(NotAvailable::new));
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
