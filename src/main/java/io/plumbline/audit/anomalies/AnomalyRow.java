package io.plumbline.audit.anomalies;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One anomaly on screen.
 *
 * @param person whose accesses they were
 * @param name the name of that person
 * @param username the user name of that person; empty if the account does not exist
 * @param patient the one patient concerned; null for several
 * @param patientNumber the number of that patient; null for several, or if the patient is gone
 * @param accesses how many accesses, or different patients where the rule counts those
 * @param isOwn whether they were the current user's own, who cannot decide on them
 * @param decidedBy who decided; null if nobody has
 * @param note what was noted with the decision; may be empty
 */
public record AnomalyRow(
        AnomalyId id,
        AnomalyRule rule,
        StaffId person,
        String name,
        String username,
        @Nullable PatientId patient,
        @Nullable String patientNumber,
        Instant firstAt,
        Instant lastAt,
        int accesses,
        boolean isOwn,
        AnomalyState state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String note) {

    AnomalyRow withNumber(@Nullable String number) {
        return new AnomalyRow(
                id, rule, person, name, username, patient, number, firstAt, lastAt, accesses, isOwn, state, decidedBy,
                decidedAt, note);
    }
}
