package io.plumbline.patients.file;

import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertId;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.patients.FileUndone;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Alerts of patients. Only clinicians read and write alerts for clinicians. */
@Service
@Transactional
@Requires(Permission.PATIENT_ALERT)
public class AlertService {
    private final PatientAlerts alerts;
    private final FileUndoneStore undone;
    private final PatientService patients;
    private final Clock clock;

    AlertService(PatientAlerts alerts, FileUndoneStore undone, PatientService patients, Clock clock) {
        this.alerts = alerts;
        this.undone = undone;
        this.patients = patients;
        this.clock = clock;
    }

    /**
     * Adds an alert to a patient in relation to the current user.
     *
     * @param operation idempotency key: submitting the same form twice adds one alert
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     * @throws Refused if a value is out of range; the message is for the user
     */
    public AlertId add(PatientId patient, AlertDraft draft, OperationId operation) {
        var details = requirePatient(patient);
        if (draft.audience() == AlertAudience.CLINICIANS && details.clinical() == null) {
            throw new Refused("You would no longer see this alert. Choose " + AlertAudience.EVERYBODY.label());
        }
        return alerts.findByOperation(operation.value()).map(AlertId::new).orElseGet(() -> {
            details.on(patient).require(NewEntry.OTHER);
            return save(patient, draft, operation);
        });
    }

    private AlertId save(PatientId patient, AlertDraft draft, OperationId operation) {
        return alerts.saveAndFlush(PatientAlert.added(
                        patient, draft, operation, CurrentUser.current().staff(), clock.instant()))
                .id();
    }

    /**
     * Adds an alert that a signed note confirmed, from today on and for its usual audience, to a patient in relation to
     * the current user. Does nothing if an alert of that kind applies already; of areas not to touch, one with the same words.
     *
     * @param words cut to the 160 characters that an alert has
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     */
    public void addUnlessRunning(PatientId patient, AlertKind kind, String words) {
        var details = requirePatient(patient);
        var cut = cut(words);
        var isRunning = details.alerts().stream()
                .filter(alert -> isOf(patient, alert))
                .anyMatch(alert -> alert.kind() == kind
                        && alert.isOn(details.today())
                        && (kind.speaksForItself() || alert.words().equals(cut)));
        if (!isRunning) {
            // on the record of the note that confirms it
            save(patient, new AlertDraft(kind, cut, kind.usualAudience(), details.today(), null), OperationId.next());
        }
    }

    /**
     * Ends the alert with these words that a signed note confirmed and that another rules out, so that it no longer
     * applies from today on, to a patient in relation to the current user. Does nothing if there is none.
     *
     * @param words cut to the 160 characters that an alert has
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     */
    public void endRunning(PatientId patient, AlertKind kind, String words) {
        var details = requirePatient(patient);
        var cut = cut(words);
        details.alerts().stream()
                .filter(alert -> alert.kind() == kind
                        && alert.isOn(details.today())
                        && alert.words().equals(cut))
                .filter(alert -> isOf(patient, alert))
                .forEach(alert -> end(alert.id(), alert.version()));
    }

    /**
     * Says where on the body an alert applies, so that it is asked about only where the patient is treated there.
     *
     * @param version the version that the current user saw
     * @param regions empty for the whole body
     * @throws NotAvailable if the alert does not exist or the current user may not read it
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if the current user does not treat the patient, the alert has ended, its kind has no regions, or they
     *     are too many; the message is for the user
     */
    public void setRegions(AlertId id, long version, Set<BodyRegion> regions) {
        var alert = requireAlert(id).at(version);
        var details = requirePatient(alert.patient());
        if (details.clinical() == null) {
            throw new Refused("Only those who treat the patient say where an alert applies");
        }
        alert.applyTo(regions, details.today());
        alerts.saveAndFlush(alert);
    }

    /**
     * Ends an alert, so that it no longer applies from today on.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the alert does not exist or the current user may not read it
     * @throws StaleVersion if a colleague ended it in the meantime
     */
    public void end(AlertId id, long version) {
        var alert = requireAlert(id).at(version);
        var today = requirePatient(alert.patient()).today();
        alert.end(CurrentUser.current().staff(), clock.instant(), today);
        alerts.saveAndFlush(alert);
    }

    /**
     * Undoes the current user's own addition of an alert, which then never applied.
     *
     * @throws NotAvailable if the alert does not exist or the current user may not read it
     * @throws Refused after ten minutes, if somebody else added it, or if it was ended since; the message is for the
     *     user
     */
    public void undoAddition(AlertId id) {
        undo(id, FileUndone.Action.ALERT_ADDED, PatientAlert::undoAddition);
    }

    /**
     * Undoes that the current user ended an alert; it applies again as before.
     *
     * @throws NotAvailable if the alert does not exist or the current user may not read it
     * @throws Refused after ten minutes, if somebody else ended it, or if it is not ended; the message is for the user
     */
    public void undoEnd(AlertId id) {
        undo(id, FileUndone.Action.ALERT_ENDED, PatientAlert::undoEnd);
    }

    private void undo(AlertId id, FileUndone.Action action, Undoing undoing) {
        var alert = requireAlert(id);
        var me = CurrentUser.current().staff();
        var now = clock.instant();
        var doneAt = undoing.undo(alert, me, now);
        alerts.saveAndFlush(alert);
        undone.keep(alert.patient(), id.value(), action, doneAt, me, now);
    }

    /** Undoes an action on an alert; returns when it was done. */
    private interface Undoing {
        Instant undo(PatientAlert alert, StaffId by, Instant at);
    }

    /** Of merged records, each has what its own notes confirmed, so that it stands after an unmerge. */
    private boolean isOf(PatientId record, AlertRow alert) {
        return alerts.findById(alert.id().value())
                .filter(one -> one.patient().equals(record))
                .isPresent();
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), PatientAlert.LONGEST_WORDS))
                .strip();
    }

    private PatientAlert requireAlert(AlertId id) {
        var alert = alerts.findById(id.value()).orElseThrow(NotAvailable::new);
        var details = requirePatient(alert.patient());
        if (alert.audience() == AlertAudience.CLINICIANS && details.clinical() == null) {
            throw new NotAvailable();
        }
        return alert;
    }

    private PatientDetails requirePatient(PatientId patient) {
        return patients.details(patient).orElseThrow(NotAvailable::new);
    }
}
