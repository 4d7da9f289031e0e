package io.plumbline.notes;

import io.plumbline.shared.BodyRegion;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Finds regions of the body chart in a text. */
final class NamedRegions {
    private NamedRegions() {}

    /**
     * Returns the regions that a text names in the words of the chart; empty if it says anything else too, so that
     * nothing is taken to be elsewhere by half of what it says.
     */
    static Set<BodyRegion> in(String text) {
        var rest = text.toLowerCase(Locale.ROOT);
        var found = new HashSet<BodyRegion>();
        var longestFirst = BodyRegion.all().stream()
                .sorted(Comparator.comparing(
                                (BodyRegion region) -> region.label().length())
                        .reversed())
                .toList();
        for (var region : longestFirst) {
            var label = region.label().toLowerCase(Locale.ROOT);
            if (rest.contains(label)) {
                found.add(region);
                rest = rest.replace(label, " ");
            }
        }
        return rest.codePoints().anyMatch(Character::isLetter) ? Set.of() : found;
    }
}
