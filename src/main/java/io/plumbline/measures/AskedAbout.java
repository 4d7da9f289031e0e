package io.plumbline.measures;

import io.plumbline.shared.BodyRegion;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the questions of an outcome measure call that which hurts.
 *
 * @param pain such as <em>low-back pain</em>
 * @param part such as <em>back</em>
 */
public record AskedAbout(String pain, String part) {
    /** Without a name, where no region is known, or none of the spine or pelvis. */
    public static final AskedAbout UNNAMED = new AskedAbout("pain", "complaint");

    /**
     * Names the regions of a complaint. Pain radiates from the spine: where a part of it is marked, arms, legs and hips are
     * not named.
     */
    public static AskedAbout of(Collection<BodyRegion> regions) {
        var marked = Arrays.stream(Part.values())
                .filter(part -> regions.stream().anyMatch(part::holds))
                .toList();
        var named = marked.size() > 1
                ? marked.stream().filter(part -> part != Part.PELVIS).toList()
                : marked;
        return named.isEmpty()
                ? UNNAMED
                : new AskedAbout(
                        joined(named.stream().map(part -> part.adjective).toList()) + " pain",
                        joined(named.stream().map(part -> part.noun).toList()));
    }

    private static String joined(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " and " + words.getLast();
    }

    /** A part of the spine or the pelvis, with the regions of the body chart that belong to it. */
    private enum Part {
        NECK("neck", "neck", "neck"),
        UPPER_BACK("upper-back", "upper back", "upper-trapezius", "shoulder-blade", "thoracic", "mid-back"),
        LOW_BACK("low-back", "back", "lumbar", "quadratus-lumborum", "sacrum", "si-joint"),
        PELVIS("pelvic", "pelvis", "glute", "hip-side", "hip-flexor", "groin");

        private final String adjective;
        private final String noun;
        private final List<String> regions;

        Part(String adjective, String noun, String... regions) {
            this.adjective = adjective;
            this.noun = noun;
            this.regions = List.of(regions);
        }

        boolean holds(BodyRegion region) {
            return regions.stream().anyMatch(region.code()::contains);
        }
    }
}
