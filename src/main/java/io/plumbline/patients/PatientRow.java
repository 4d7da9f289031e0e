package io.plumbline.patients;

import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A patient in the directory: no clinical content. */
public record PatientRow(
        PatientId id,
        String number,
        String name,
        String sortKey,
        @Nullable LocalDate birthDate,
        @Nullable String phone,
        @Nullable LocalDate nextVisitOn,
        @Nullable LocalTime nextVisitAt,
        PatientStatus status) {
    private static final Pattern PREFERRED = Pattern.compile("(?<=.) \\([^()]*\\)$");

    /** Returns the name without the preferred one, by which people are compared. */
    public String ownName() {
        return PREFERRED.matcher(name).replaceFirst("");
    }

    /** Returns the patient number and, for a patient who is not active, the status: <em>P-1042 · Deceased</em>. */
    public String numberAndStatus() {
        return status == PatientStatus.ACTIVE ? number : number + " · " + status.label();
    }
}
