package io.plumbline.patients;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A patient's page, as far as the caller may read it.
 *
 * @param clinicalHold whether no manual treatment may be booked now; said without the reason
 * @param thrustHold whether no adjustment may be booked now; said without the reason
 * @param plan the treatment plan that runs; null where none does
 * @param clinical what only those in relation to the patient read; null for everybody else, and then not even loaded
 */
public record PatientDetails(
        PatientId id,
        long version,
        String number,
        PatientDraft draft,
        Set<ClinicId> clinics,
        @Nullable LocalDate nextVisitOn,
        @Nullable LocalTime nextVisitAt,
        boolean clinicalHold,
        boolean thrustHold,
        @Nullable PlanProgress plan,
        @Nullable ClinicalHeader clinical) {

    /** The name as people say it. */
    public String name() {
        return draft.givenName() + " " + draft.familyName();
    }

    /** The plan that runs: its name and how many of its visits are delivered, nothing clinical. */
    public record PlanProgress(String title, int planned, int delivered) {}

    /**
     * The clinical part of the header.
     *
     * @param openFlagLevel the most urgent open red flag; null where none is open
     */
    public record ClinicalHeader(@Nullable FlagLevel openFlagLevel) {}
}
