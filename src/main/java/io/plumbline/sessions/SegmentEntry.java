package io.plumbline.sessions;

import io.plumbline.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads segments as a chiropractor types them: {@code L5 L PRS HVLA, SI R P.R DROP}. A segment may be followed by its
 * side, then by its listing, the letters of its findings and a technique in any order; commas separate segments.
 *
 * <p>Letters of P.A.R.T. are findings if they are written as such, {@code P.R} or {@code PART:PR}, if each is written
 * apart, and if they cannot be a listing: with a T, or three of them. Two of P, A and R are unclear: the chiropractor
 * says which they are. {@code listing:} stands before a listing that is not known.
 */
public final class SegmentEntry {
    private static final String EXAMPLE = "Type, for example, L5 left PRS HVLA, SI right P.R DROP";

    private SegmentEntry() {}

    /**
     * Returns the segments in the order in which they were typed; none if nothing was.
     *
     * @throws Refused if a word is not understood; the message names it and its segment
     */
    public static List<TypedSegment> read(String typed) {
        return Arrays.stream(typed.split("[,;]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(SegmentEntry::segment)
                .toList();
    }

    private static TypedSegment segment(String typed) {
        var words = List.of(typed.split("\\s+", -1));
        var first = words.getFirst();
        var segment = SpineSegment.find(first).orElseThrow(() -> new Refused(unknown(first)));
        var side = words.size() > 1 ? side(words.get(1)) : Optional.<BodySide>empty();
        var read = new SegmentWords(segment);
        words.stream().skip(side.isPresent() ? 2 : 1).forEach(read::add);
        return read.end(typed, side.orElse(null));
    }

    private static String unknown(String word) {
        return "There is no segment " + word.toUpperCase(Locale.ROOT) + ": C0 to C7, T1 to T12, L1 to L5, S, SI or P. "
                + EXAMPLE;
    }

    /** Returns the sentence that refuses a word of a segment. */
    static String notUnderstood(String word, SpineSegment segment) {
        return "“" + word + "” is not a side, a finding or a technique of " + segment.label()
                + ", nor a known listing of it. Type listing:" + word + " if it is one. " + EXAMPLE;
    }

    private static Optional<BodySide> side(String word) {
        return Arrays.stream(BodySide.values())
                .filter(side ->
                        side.code().equalsIgnoreCase(word) || side.label().equalsIgnoreCase(word))
                .findFirst();
    }
}
