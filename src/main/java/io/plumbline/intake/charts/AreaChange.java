package io.plumbline.intake.charts;

import io.plumbline.intake.MarkedArea;
import io.plumbline.intake.PainQuality;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of one region of the body between two charts.
 *
 * @param differences at least one, in the order of {@link Kind}
 */
public record AreaChange(BodyRegion region, List<Difference> differences) {

    /** A way in which a region differs between two charts. */
    public enum Kind {
        NEW("New"),
        GONE("Gone"),
        STRONGER("Stronger"),
        WEAKER("Weaker"),
        /** The intensity is recorded on only one of the charts, so that nobody can say which is stronger. */
        INTENSITY("Intensity"),
        QUALITY("Quality"),
        RADIATION("Radiates to");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One difference.
     *
     * @param before what the earlier chart says; empty for a new region
     * @param after what the later chart says; empty for a region that is gone
     */
    public record Difference(Kind kind, String before, String after) {}

    /**
     * Returns the regions that differ, in the order of the later chart, then those that are gone. A region that a chart
     * names twice counts as it was named first.
     */
    public static List<AreaChange> between(List<MarkedArea> earlier, List<MarkedArea> later) {
        var before = byRegion(earlier);
        var after = byRegion(later);
        return Stream.concat(after.keySet().stream(), before.keySet().stream())
                .distinct()
                .flatMap(region -> change(region, before.get(region), after.get(region)).stream())
                .toList();
    }

    private static Map<BodyRegion, MarkedArea> byRegion(List<MarkedArea> areas) {
        var regions = new LinkedHashMap<BodyRegion, MarkedArea>();
        areas.forEach(area -> regions.putIfAbsent(area.region(), area));
        return regions;
    }

    private static Optional<AreaChange> change(
            BodyRegion region, @Nullable MarkedArea before, @Nullable MarkedArea after) {
        if (before == null || after == null) {
            var found = before == null
                    ? new Difference(Kind.NEW, "", said(Objects.requireNonNull(after)))
                    : new Difference(Kind.GONE, said(before), "");
            return Optional.of(new AreaChange(region, List.of(found)));
        }
        var found = new ArrayList<Difference>();
        if (!Objects.equals(before.intensity(), after.intensity())) {
            found.add(new Difference(
                    kind(before.intensity(), after.intensity()),
                    strength(before.intensity()),
                    strength(after.intensity())));
        }
        if (!PainQuality.same(before.quality(), after.quality())) {
            found.add(new Difference(Kind.QUALITY, orNone(before.quality()), orNone(after.quality())));
        }
        if (!Objects.equals(before.radiatingTo(), after.radiatingTo())) {
            found.add(new Difference(Kind.RADIATION, where(before.radiatingTo()), where(after.radiatingTo())));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new AreaChange(region, found));
    }

    private static Kind kind(@Nullable Pain before, @Nullable Pain after) {
        if (before == null || after == null) {
            return Kind.INTENSITY;
        }
        return before.score() < after.score() ? Kind.STRONGER : Kind.WEAKER;
    }

    private static String said(MarkedArea area) {
        return Stream.of(
                        strength(area.intensity()),
                        area.quality(),
                        area.radiatingTo() == null
                                ? ""
                                : "radiates to " + area.radiatingTo().label())
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private static String strength(@Nullable Pain intensity) {
        return intensity == null ? "intensity not recorded" : intensity.score() + " of " + Pain.WORST;
    }

    private static String orNone(String quality) {
        return quality.isEmpty() ? "not recorded" : quality;
    }

    private static String where(@Nullable BodyRegion region) {
        return region == null ? "nowhere" : region.label();
    }
}
