package io.plumbline.records.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record on a disposal list, which is its line in the disposal log.
 *
 * @param rule in words
 * @param keptBecause why it was kept after all; empty if it was not
 * @param settledAt when it was disposed of or kept; null as long as it waits
 * @param counts how many rows of which table were removed; empty as long as none is
 * @param sha256 the hash of what was removed; null as long as nothing is
 */
public record DisposalEntryRow(
        UUID id,
        String patientNumber,
        String rule,
        LocalDate lastTreatedOn,
        LocalDate untilOn,
        State state,
        String keptBecause,
        @Nullable Instant settledAt,
        String counts,
        @Nullable String sha256) {
    /** What became of a record on a list. */
    public enum State {
        WAITING("Waits"),
        RUNNING("Is disposed of"),
        DISPOSED("Disposed of"),
        KEPT("Kept"),
        DROPPED("Taken off the list");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Returns the state in words. */
        public String label() {
            return label;
        }
    }
}
