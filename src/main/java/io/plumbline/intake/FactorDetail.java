package io.plumbline.intake;

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
    public enum Severity {
        MILD("Mild"),
        MODERATE("Moderate"),
        SEVERE("Severe");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What has become of a factor. */
    public enum Status {
        OPEN("Open"),
        IMPROVING("Improving"),
        RESOLVED("Resolved");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
