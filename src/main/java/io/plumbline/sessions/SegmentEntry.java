package io.plumbline.sessions;

import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads segments as a chiropractor types them: {@code L5 L PART HVLA, SI R DROP}. A segment may be followed by its side,
 * then by the letters of its findings and a technique; commas separate segments.
 */
public final class SegmentEntry {
    private static final String EXAMPLE = "Type, for example, L5 left PART HVLA, SI right DROP";

    private SegmentEntry() {}

    /**
     * Returns the segments in the order in which they were typed; none if nothing was.
     *
     * @throws Refused if a word is not understood; the message names it
     */
    public static List<SegmentRow> read(String typed) {
        return Arrays.stream(typed.split("[,;]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(SegmentEntry::row)
                .toList();
    }

    private static SegmentRow row(String typed) {
        var words = new ArrayList<>(List.of(typed.split("\\s+")));
        var first = words.removeFirst();
        var segment = SpineSegment.find(first).orElseThrow(() -> new Refused(unknown(first)));
        var side = words.isEmpty() ? Optional.<BodySide>empty() : side(words.getFirst());
        if (side.isPresent()) {
            words.removeFirst();
        }
        Set<SegmentFinding> findings = new TreeSet<>();
        var techniques = new ArrayList<AdjustmentTechnique>();
        for (var word : words) {
            technique(word).ifPresentOrElse(techniques::add, () -> findings.addAll(findings(word, segment)));
        }
        if (techniques.size() > 1) {
            throw new Refused(segment.label() + " has two techniques. Type it twice, once for each");
        }
        var technique = techniques.isEmpty() ? null : techniques.getFirst();
        return new SegmentRow(segment, side.orElse(null), findings, "", technique, null);
    }

    private static String unknown(String word) {
        return "There is no segment " + word.toUpperCase(Locale.ROOT) + ": C0 to C7, T1 to T12, L1 to L5, S, SI or P. "
                + EXAMPLE;
    }

    private static Optional<BodySide> side(String word) {
        return Arrays.stream(BodySide.values())
                .filter(side ->
                        side.code().equalsIgnoreCase(word) || side.label().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Optional<AdjustmentTechnique> technique(String word) {
        return Arrays.stream(AdjustmentTechnique.values())
                .filter(technique -> technique.code().equalsIgnoreCase(word)
                        || technique.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Set<SegmentFinding> findings(String word, SpineSegment segment) {
        var findings = new TreeSet<SegmentFinding>();
        for (var letter : word.toUpperCase(Locale.ROOT).split("")) {
            findings.add(finding(letter)
                    .orElseThrow(() -> new Refused("“" + word + "” is not a side, a finding or a technique of "
                            + segment.label() + ". " + EXAMPLE)));
        }
        return findings;
    }

    private static Optional<SegmentFinding> finding(String letter) {
        return Arrays.stream(SegmentFinding.values())
                .filter(finding -> finding.letter().equals(letter))
                .findFirst();
    }
}
