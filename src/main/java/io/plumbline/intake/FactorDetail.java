package io.plumbline.intake;

import io.plumbline.shared.Labeled;
import org.jspecify.annotations.Nullable;

/**
 * How much a contributing factor weighs, and what has become of it. It records what the patient reports or what is
 * observed; it claims no cause.
 *
 * @param severity null if not recorded
 * @param status null if not recorded
 */
public record FactorDetail(
        @Nullable Severity severity, @Nullable Status status) {
    /** A factor of which no more than its name is recorded. */
    public static final FactorDetail NONE = new FactorDetail(null, null);

    /** How much a factor weighs. */
    public enum Severity implements Labeled {
        MILD,
        MODERATE,
        SEVERE
    }

    /** What has become of a factor. */
    public enum Status implements Labeled {
        OPEN,
        IMPROVING,
        RESOLVED
    }
}
