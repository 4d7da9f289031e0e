package io.plumbline.audit;

import io.plumbline.shared.Count;
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
 * @param contents number of records of covered tables compared with their hashes
 * @param flaw the first problem found; null if there is none
 * @param isStopped whether the verification was canceled
 */
public record AuditVerdict(
        long rows,
        long waiting,
        AuditHead head,
        long signed,
        long contents,
        @Nullable Flaw flaw,
        boolean isStopped) {
    /** What can be wrong with a trail. */
    enum Kind {
        ALTERED("its fields are not what the portal wrote"),
        INSERTED("the portal did not write it"),
        OUT_OF_PLACE("it does not follow the row before it: rows were moved, removed or inserted"),
        REMOVED("it was removed, or its number was taken from it"),
        CUT_OFF("the trail ends before it: the last rows were removed"),
        HEAD("the head of the trail is missing, altered or older than the rows"),
        DIFFERS("the trail differs from it: rows were rewritten, or the store was restored from a backup"),
        NOT_AS_SIGNED("the portal did not write it as it is"),
        NOT_CHAINED("it was not chained within an hour: its number was taken from it, or nothing is chained"),
        REWRITTEN("it does not say what was signed"),
        STATUS("its status is not on record: no signed amendment or co-signature gave it, or one gave it another"),
        WITHOUT_SIGNATURE("the trail has no row of its signature as the portal wrote it"),
        CONTENT_CHANGED("it does not say what the portal last wrote"),
        CONTENT_INSERTED("the trail has no hash of it: the portal did not write it, or it was deleted and is back"),
        CONTENT_GONE("the trail has its hash, but it is missing"),
        SIGNED_AND_GONE("the trail has the row of its signature, but the note is missing or a draft again");

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
     * @param record what the sentence is about if it is not the row itself, such as <em>session note</em> and its id, or
     *     a checkpoint
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

        /** Creates a flaw that a head shows that was kept outside, at a row of the trail. */
        static Flaw ofKeptHead(Kind kind, String place, long seq) {
            return new Flaw(kind, seq, null, null, place + ", head of row " + seq);
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

    /** Creates the result for the rows of the trail alone. */
    static AuditVerdict ofRows(long rows, long waiting, AuditHead head, @Nullable Flaw flaw, boolean isStopped) {
        return new AuditVerdict(rows, waiting, head, 0, 0, flaw, isStopped);
    }

    /** Returns this result together with that of the signed records. */
    AuditVerdict with(long records, @Nullable Flaw found, boolean wasStopped) {
        return new AuditVerdict(rows, waiting, head, records, contents, found, wasStopped);
    }

    /** Returns this result together with that of the covered records. */
    AuditVerdict withContents(ContentVerifier.Found found) {
        return new AuditVerdict(rows, waiting, head, signed, found.records(), found.flaw(), found.isStopped());
    }

    /** Returns how many rows are not chained yet, as a sentence without a period; empty if there are none. */
    public String waitingWords() {
        return counted(waiting, "newer row is not chained yet", "newer rows are not chained yet");
    }

    /** Returns how many signed notes were compared, as a sentence without a period; empty if there are none. */
    public String signedWords() {
        return counted(signed, "signed note matches its signature", "signed notes match their signatures");
    }

    /** Returns how many covered records were compared, as a sentence without a period; empty if there are none. */
    public String contentsWords() {
        return counted(contents, "record matches its hash", "records match their hashes");
    }

    private static String counted(long count, String one, String several) {
        return count == 0 ? "" : Count.of(count, one, several);
    }

    /** Returns how many rows were checked. */
    public String rowsWords() {
        return Count.of(rows, "row", "rows");
    }

    /** Returns whether everything was checked and no problem was found. */
    boolean isWhole() {
        return flaw == null && !isStopped;
    }
}
