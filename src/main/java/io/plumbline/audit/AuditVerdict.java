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
 * @param signed how many signed records were compared with what was signed
 * @param flaw the first thing that is wrong; null where nothing is
 * @param isStopped whether the walk was ended before the end
 */
public record AuditVerdict(
        long rows,
        long waiting,
        AuditHead head,
        long signed,
        @Nullable Flaw flaw,
        boolean isStopped) {
    /** What can be wrong with a trail. */
    public enum Kind {
        ALTERED("its fields are not what the portal wrote"),
        INSERTED("the portal did not write it"),
        OUT_OF_PLACE("it does not follow the row before it: rows were moved, taken out or put between"),
        REMOVED("it was removed, or its number was taken from it"),
        CUT_OFF("the trail ends before it: the last rows were removed"),
        HEAD("the head of the trail is missing, altered or older than the rows"),
        NOT_SEALED("it waits for its seal for more than an hour: its number was taken from it, or nothing is sealed"),
        REWRITTEN("it does not say what was signed"),
        WITHOUT_SIGNATURE("the trail has no row of its signature as the portal wrote it"),
        SIGNED_AND_GONE("the trail has the row of its signature, and it is gone or a draft again");

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
     * @param record what is wrong where that is no row of the trail, such as <em>session note</em> and its id
     */
    public record Flaw(
            Kind kind,
            @Nullable Long seq,
            @Nullable UUID row,
            @Nullable Instant at,
            @Nullable String record) {
        /** A flaw of a row. */
        static Flaw ofRow(Kind kind, @Nullable Long seq, @Nullable UUID row, @Nullable Instant at) {
            return new Flaw(kind, seq, row, at, null);
        }

        /** A flaw of a signed record; without its id where that is not known. */
        static Flaw ofRecord(Kind kind, String name, @Nullable UUID id) {
            return new Flaw(kind, null, null, null, id == null ? "a " + name : name + " " + id);
        }

        /** In a sentence without a full stop. */
        public String words() {
            if (record != null) {
                return record + ": " + kind.sentence();
            }
            return "row " + (seq == null ? "without number" : seq)
                    + (row == null ? "" : ", id " + row)
                    + (at == null ? "" : ", of " + at)
                    + ": " + kind.sentence();
        }
    }

    /** The same of the trail, with what was found of the signed records. */
    AuditVerdict with(long records, @Nullable Flaw found, boolean wasStopped) {
        return new AuditVerdict(rows, waiting, head, records, found, wasStopped);
    }

    /** Whether nothing is wrong, and all was looked at. */
    public boolean isWhole() {
        return flaw == null && !isStopped;
    }
}
