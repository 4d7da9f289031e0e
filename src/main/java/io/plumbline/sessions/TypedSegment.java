package io.plumbline.sessions;

import java.util.TreeSet;

/**
 * A segment as it was typed.
 *
 * @param typed its words
 * @param row what they say, without the unclear one
 * @param unclear the word that may be a listing or findings, such as {@code PR}, in upper case; empty if all is clear
 */
public record TypedSegment(String typed, SegmentRow row, String unclear) {
    /** Returns whether each word has one meaning. */
    public boolean isClear() {
        return unclear.isEmpty();
    }

    /** Returns the row if the unclear word is its listing. */
    public SegmentRow asListing() {
        return new SegmentRow(row.segment(), row.side(), row.findings(), unclear, row.technique(), row.response());
    }

    /** Returns the row if the unclear word is findings of the alignment check. */
    public SegmentRow asFindings() {
        var found = new TreeSet<>(row.findings());
        SegmentFinding.read(unclear).ifPresent(found::addAll);
        return new SegmentRow(row.segment(), row.side(), found, row.listing(), row.technique(), row.response());
    }
}
