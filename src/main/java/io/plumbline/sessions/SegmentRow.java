package io.plumbline.sessions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plumbline.shared.TextLimit;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a segment of the spine, and how it was adjusted.
 *
 * @param side required to sign
 * @param findings the findings of the alignment check
 * @param listing the direction of the misalignment in the chiropractor's notation, at most 20 characters
 * @param technique null if the segment was examined and not adjusted
 * @param response how the segment responded to the adjustment
 */
public record SegmentRow(
        SpineSegment segment,
        @Nullable BodySide side,
        Set<SegmentFinding> findings,
        String listing,
        @Nullable AdjustmentTechnique technique,
        @Nullable Response response) {
    public SegmentRow {
        findings = new TreeSet<>(findings);
        listing = TextLimit.optional("The listing of " + segment.label(), listing, 20);
    }

    /** Returns whether the segment was adjusted. */
    @JsonIgnore
    public boolean isAdjusted() {
        return technique != null;
    }

    /** Returns the segment with its side, such as <em>L5 left</em>. */
    public String label() {
        return side == null
                ? segment.label()
                : segment.label() + " " + side.label().toLowerCase(Locale.ROOT);
    }

    /** Returns the row in words. */
    public String words() {
        var found = findings.stream().map(SegmentFinding::letter).collect(Collectors.joining());
        var parts = Stream.of(
                        found.isEmpty() ? "" : "P.A.R.T.: " + found,
                        listing.isEmpty() ? "" : "listing " + listing,
                        technique == null ? "not adjusted" : technique.label(),
                        response == null ? "" : response.label())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return label() + ": " + parts;
    }
}
