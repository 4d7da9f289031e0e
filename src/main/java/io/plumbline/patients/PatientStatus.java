package io.plumbline.patients;

import io.plumbline.shared.Dates;
import io.plumbline.shared.Labeled;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a patient can be booked and written to, and what may follow. */
public enum PatientStatus implements Labeled {
    ACTIVE,
    /** Does not come any more, such as after a move. */
    INACTIVE,
    DECEASED;

    /** Returns the statuses that may follow; even <em>deceased</em> can be set by mistake. */
    public Set<PatientStatus> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(INACTIVE, DECEASED);
            case INACTIVE -> EnumSet.of(ACTIVE, DECEASED);
            case DECEASED -> EnumSet.of(ACTIVE);
        };
    }

    /** Returns the status with its day, such as <em>Inactive since Nov 3, 2026</em>; empty if the patient is active. */
    public String sentence(@Nullable LocalDate since) {
        if (this == ACTIVE) {
            return "";
        }
        return since == null ? label() : label() + (this == DECEASED ? " " : " since ") + Dates.dayAndYear(since);
    }

    /** Returns why something is refused or ended, as a sentence without a period; only for those who are not active. */
    public String because() {
        return "The patient is " + (this == DECEASED ? "deceased" : "inactive");
    }
}
