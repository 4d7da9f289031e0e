package io.plumbline.patients.file;

import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertId;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Alerts of patients. Only clinicians read and write alerts for clinicians. */
@Service
@Transactional
@Requires(Permission.PATIENT_ALERT)
public class AlertService {
    private final PatientAlerts alerts;
    private final PatientService patients;
    private final Clock clock;

    AlertService(PatientAlerts alerts, PatientService patients, Clock clock) {
        this.alerts = alerts;
        this.patients = patients;
        this.clock = clock;
    }

    /**
     * Adds an alert to a patient in relation to the caller.
     *
     * @param operation idempotency key: submitting the same form twice adds one alert
     * @throws NotAvailable if the patient does not exist or is not in relation to the caller
     * @throws Refused if a value is out of range; the message is for the user
     */
    public AlertId add(PatientId patient, AlertDraft draft, OperationId operation) {
        var details = requirePatient(patient);
        if (draft.audience() == AlertAudience.CLINICIANS && details.clinical() == null) {
            throw new Refused("You would no longer see this alert. Choose " + AlertAudience.EVERYBODY.label());
        }
        return alerts.findByOperation(operation.value()).map(AlertId::new).orElseGet(() -> alerts.saveAndFlush(
                        PatientAlert.added(
                                patient, draft, operation, Caller.current().staff(), clock.instant()))
                .id());
    }

    /**
     * Ends an alert, so that it no longer applies from today on.
     *
     * @param version the version that the caller saw
     * @throws NotAvailable if the alert does not exist or the caller may not read it
     * @throws StaleVersion if a colleague ended it in the meantime
     */
    public void end(AlertId id, long version) {
        var alert = alerts.findById(id.value()).orElseThrow(NotAvailable::new);
        var details = requirePatient(alert.patient());
        if (alert.audience() == AlertAudience.CLINICIANS && details.clinical() == null) {
            throw new NotAvailable();
        }
        if (alert.version() != version) {
            throw new StaleVersion(PatientAlert.class, id);
        }
        alert.end(Caller.current().staff(), details.today());
        alerts.saveAndFlush(alert);
    }

    private PatientDetails requirePatient(PatientId patient) {
        return patients.details(patient).orElseThrow(NotAvailable::new);
    }
}
