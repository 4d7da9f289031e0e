package io.plumbline.patients;

import io.plumbline.shared.Caller;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Alerts: what must not be overlooked of a patient. Those for clinicians alone are neither read nor written by others. */
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
     * Adds an alert to a patient of the caller's.
     *
     * @param operation what makes sending the same form twice one alert
     * @throws NoSuchElementException if there is no such patient, or none that is the caller's
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     */
    public UUID add(PatientId patient, AlertDraft draft, UUID operation) {
        var details = mine(patient);
        if (draft.audience() == AlertAudience.CLINICIANS && details.clinical() == null) {
            throw new IllegalArgumentException("You would not see it again: choose " + AlertAudience.EVERYBODY.word());
        }
        return alerts.findByOperation(operation).orElseGet(() -> alerts.saveAndFlush(PatientAlert.added(
                        patient, draft, operation, Caller.current().staff(), clock.instant()))
                .id());
    }

    /**
     * Ends an alert, so that it counts no longer from today on.
     *
     * @param version the version that the caller saw
     * @throws NoSuchElementException if there is no such alert, or none that the caller reads
     * @throws ObjectOptimisticLockingFailureException if a colleague ended it meanwhile
     */
    public void end(UUID id, long version) {
        var alert = alerts.findById(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        var details = mine(alert.patient());
        if (alert.audience() == AlertAudience.CLINICIANS && details.clinical() == null) {
            throw new NoSuchElementException("Not available");
        }
        if (alert.version() != version) {
            throw new ObjectOptimisticLockingFailureException(PatientAlert.class, id);
        }
        alert.end(Caller.current().staff(), details.today());
        alerts.saveAndFlush(alert);
    }

    private PatientDetails mine(PatientId patient) {
        return patients.details(patient).orElseThrow(() -> new NoSuchElementException("Not available"));
    }
}
