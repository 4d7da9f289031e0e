package io.plumbline.sessions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pain or tenderness, asymmetry or misalignment, abnormal range of motion, change of tissue or tone: a finding at a segment of the spine: one of the four of P.A.R.T. (Medicare Benefit Policy Manual, chapter 15, section
 * 240.1.2).
 */
public enum SegmentFinding {
    PAIN("Pain", "P"),
    ASYMMETRY("Asymmetry", "A"),
    RANGE_OF_MOTION("Range of motion", "R"),
    TISSUE("Tissue", "T");

    private final String label;
    private final String letter;

    SegmentFinding(String label, String letter) {
        this.label = label;
        this.letter = letter;
    }

    /** Returns the name on screen. */
    public String label() {
        return label;
    }

    /** Returns the letter of the finding in P.A.R.T. */
    public String letter() {
        return letter;
    }

    /** Returns the findings that letters stand for, each of them once; empty if one is none, or stands twice. */
    static Optional<Set<SegmentFinding>> read(String letters) {
        var found = new TreeSet<SegmentFinding>();
        for (var letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            var known = Arrays.stream(values())
                    .filter(one -> one.letter.charAt(0) == letter)
                    .findFirst();
            if (known.isEmpty() || !found.add(known.get())) {
                return Optional.empty();
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
