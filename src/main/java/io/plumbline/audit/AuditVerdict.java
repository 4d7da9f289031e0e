package io.plumbline.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying the whole trail.
 *
 * @param rows number of chained rows checked
 * @param waiting number of newer rows that are not chained yet
 * @param head the last verified head
 * @param signed number of signed records compared with what was signed
 * @param flaw the first problem found; null if there is none
 * @param isStopped whether the verification was canceled
 */
public record AuditVerdict(
        long rows,
        long waiting,
        AuditHead head,
        long signed,
        @Nullable Flaw flaw,
        boolean isStopped) {
    /** What can be wrong with a trail. */
    enum Kind {
        ALTERED("its fields are not what the portal wrote"),
        INSERTED("the portal did not write it"),
        OUT_OF_PLACE("it does not follow the row before it: rows were moved, taken out or put between"),
        REMOVED("it was removed, or its number was taken from it"),
        CUT_OFF("the trail ends before it: the last rows were removed"),
        HEAD("the head of the trail is missing, altered or older than the rows"),
        NOT_CHAINED("it waits for its seal for more than an hour: its number was taken from it, or nothing is sealed"),
        REWRITTEN("it does not say what was signed"),
        WITHOUT_SIGNATURE("the trail has no row of its signature as the portal wrote it"),
        SIGNED_AND_GONE("the trail has the row of its signature, and it is gone or a draft again");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** Returns the explanation that follows the name of the row. */
        String sentence() {
            return sentence;
        }
    }

    /**
     * The first problem found.
     *
     * @param seq the number of the row; null if it is not chained yet
     * @param row the id of the row, if it exists
     * @param at when the action happened, according to the row
     * @param record the affected record if it is not a row of the trail, such as <em>session note</em> and its id
     */
    public record Flaw(
            Kind kind,
            @Nullable Long seq,
            @Nullable UUID row,
            @Nullable Instant at,
            @Nullable String record) {
        /** Creates a flaw of a row. */
        static Flaw ofRow(Kind kind, @Nullable Long seq, @Nullable UUID row, @Nullable Instant at) {
            return new Flaw(kind, seq, row, at, null);
        }

        /** Creates a flaw of a signed record, without an id if it is unknown. */
        static Flaw ofRecord(Kind kind, String name, @Nullable UUID id) {
            return new Flaw(kind, null, null, null, id == null ? "a " + name : name + " " + id);
        }

        /** Returns the flaw as a sentence without a period. */
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

    /** Returns this result together with that of the signed records. */
    AuditVerdict with(long records, @Nullable Flaw found, boolean wasStopped) {
        return new AuditVerdict(rows, waiting, head, records, found, wasStopped);
    }

    /** Returns whether everything was checked and no problem was found. */
    boolean isWhole() {
        return flaw == null && !isStopped;
    }
}
