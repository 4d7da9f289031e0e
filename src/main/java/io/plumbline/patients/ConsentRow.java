package io.plumbline.patients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A consent of a patient: its kind and status, no clinical content.
 *
 * @param version the version to pass when withdrawing it
 * @param wording the version of the wording that the patient agreed to
 * @param withdrawnOn null while it is in force
 * @param withdrawalTakenBy null while it is in force
 * @param mine whether the caller recorded it
 * @param withdrawalMine whether the caller recorded its withdrawal
 */
public record ConsentRow(
        ConsentId id,
        long version,
        ConsentKind kind,
        String wording,
        LocalDate givenOn,
        String takenBy,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawalTakenBy,
        boolean mine,
        boolean withdrawalMine) {}
