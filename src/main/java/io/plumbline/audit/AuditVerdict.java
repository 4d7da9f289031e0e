package io.plumbline.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a walk over the whole trail found.
 *
 * @param rows how many sealed rows were looked at
 * @param waiting how many newer rows wait for their seal
 * @param head how far the trail is whole
 * @param flaw the first thing that is wrong; null where nothing is
 * @param isStopped whether the walk was ended before the end
 */
public record AuditVerdict(
        long rows, long waiting, AuditHead head, @Nullable Flaw flaw, boolean isStopped) {
    /** What can be wrong with a trail. */
    public enum Kind {
        ALTERED("its fields are not what the portal wrote"),
        INSERTED("the portal did not write it"),
        OUT_OF_PLACE("it does not follow the row before it: rows were moved, taken out or put between"),
        REMOVED("it was removed, or its number was taken from it"),
        CUT_OFF("the trail ends before it: the last rows were removed"),
        HEAD("the head of the trail is missing, altered or older than the rows");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** What it means, to follow the name of the row. */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * The first thing that is wrong.
     *
     * @param seq the number of the row; null for one that was not sealed yet
     * @param row its id, where it is there
     * @param at when it happened, as it says
     */
    public record Flaw(
            Kind kind,
            @Nullable Long seq,
            @Nullable UUID row,
            @Nullable Instant at) {
        /** In a sentence without a full stop. */
        public String words() {
            return "row " + (seq == null ? "without number" : seq)
                    + (row == null ? "" : ", id " + row)
                    + (at == null ? "" : ", of " + at)
                    + ": " + kind.sentence();
        }
    }

    /** Whether nothing is wrong, and all was looked at. */
    public boolean isWhole() {
        return flaw == null && !isStopped;
    }
}
