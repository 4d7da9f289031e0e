package io.plumbline.intake;

import io.plumbline.shared.Labeled;
import java.util.EnumSet;
import java.util.Set;

/** The status of an intake note through its versions. Each version is a row of its own, which stays as it was signed. */
public enum IntakeStatus implements Labeled {
    DRAFT,
    SIGNED,
    /** A version from the second on, signed. */
    AMENDED;

    /** Returns the statuses that may follow this one, in the same version or in the next. */
    Set<IntakeStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SIGNED);
            case SIGNED, AMENDED -> EnumSet.of(AMENDED);
        };
    }
}
