package io.plumbline.notes.ui;

import io.plumbline.sessions.BodySide;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SpineSegment;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The drawing of the spine from behind, so that the patient's left is on the left. */
final class SpineDrawing {
    private static final int MIDDLE = 110;

    private SpineDrawing() {}

    /**
     * A part of the drawing that can be chosen.
     *
     * @param side null for the body of a segment, which says nothing about the side
     */
    record Place(SpineSegment segment, @Nullable BodySide side) {
        /** Returns the name of the place in the drawing, such as <em>L5-LEFT</em>. */
        String name() {
            return segment.code() + (side == null ? "" : "-" + side);
        }

        SegmentRow row() {
            return new SegmentRow(segment, side, Set.of(), "", null, null);
        }

        static Optional<Place> find(String name) {
            var parts = name.split("-");
            return SpineSegment.find(parts[0])
                    .map(segment -> new Place(segment, parts.length == 1 ? null : BodySide.valueOf(parts[1])));
        }
    }

    static String svg() {
        var svg = new StringBuilder("""
                <svg viewBox="0 0 220 522" role="img" aria-label="Spine" class="spine" xmlns="http://www.w3.org/2000/svg">
                <text x="14" y="16" class="spine-side">L</text><text x="206" y="16" class="spine-side">R</text>
                """);
        occiput(svg);
        double top = 32;
        for (var segment : SpineSegment.values()) {
            var size = sizeOf(segment);
            if (size != null) {
                vertebra(svg, segment, top, size);
                top += size.height() + 2;
            }
        }
        pelvis(svg, top);
        return svg.append("</svg>").toString();
    }

    /** The size of a vertebra: its height, the width of its body, and how far its processes reach. */
    private record Size(double height, double body, double process) {}

    private static @Nullable Size sizeOf(SpineSegment segment) {
        var number = numberOf(segment);
        return switch (segment.name().charAt(0)) {
            case 'C' -> new Size(13, 30 + number * 0.5, 16);
            case 'T' -> new Size(14, 32 + number * 0.9, 26 - number * 0.3);
            case 'L' -> new Size(18, 44 + number, 26);
            default -> null;
        };
    }

    private static int numberOf(SpineSegment segment) {
        return Integer.parseInt("0" + segment.name().replaceAll("\\D", ""));
    }

    private static void occiput(StringBuilder svg) {
        path(svg, new Place(SpineSegment.OCCIPUT, null), "M72 30 Q72 4 110 4 Q148 4 148 30 Z");
        text(svg, SpineSegment.OCCIPUT, MIDDLE, 23);
    }

    private static void vertebra(StringBuilder svg, SpineSegment segment, double top, Size size) {
        var half = size.body() / 2;
        var middle = top + size.height() / 2;
        for (var side : new BodySide[] {BodySide.LEFT, BodySide.RIGHT}) {
            var direction = side == BodySide.LEFT ? -1 : 1;
            var inner = MIDDLE + direction * (half + 1.5);
            var outer = MIDDLE + direction * (half + size.process());
            path(
                    svg,
                    new Place(segment, side),
                    String.format(
                            Locale.ROOT,
                            "M%.1f %.1f L%.1f %.1f Q%.1f %.1f %.1f %.1f L%.1f %.1f Z",
                            inner,
                            top,
                            outer,
                            top + 2,
                            outer + direction * 5,
                            middle,
                            outer,
                            top + size.height() - 2,
                            inner,
                            top + size.height()));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<rect data-place=\"%s\" class=\"spine-part\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\"/>",
                segment.code(),
                MIDDLE - half,
                top,
                size.body(),
                size.height()));
        text(svg, segment, MIDDLE, middle + 3.5);
    }

    private static void pelvis(StringBuilder svg, double top) {
        for (var side : new BodySide[] {BodySide.LEFT, BodySide.RIGHT}) {
            var direction = side == BodySide.LEFT ? -1 : 1;
            path(svg, new Place(SpineSegment.PELVIS, side), iliac(top, direction));
            text(svg, SpineSegment.PELVIS, MIDDLE + direction * 66, top + 34);
            path(svg, new Place(SpineSegment.SACROILIAC, side), joint(top, direction));
            text(svg, SpineSegment.SACROILIAC, MIDDLE + direction * 33, top + 34);
        }
        path(
                svg,
                new Place(SpineSegment.SACRUM, null),
                String.format(
                        Locale.ROOT,
                        "M82 %.1f L138 %.1f L124 %.1f Q110 %.1f 96 %.1f Z",
                        top,
                        top,
                        top + 58,
                        top + 72,
                        top + 58));
        text(svg, SpineSegment.SACRUM, MIDDLE, top + 32);
    }

    private static String joint(double top, int direction) {
        return String.format(
                Locale.ROOT,
                "M%.1f %.1f L%.1f %.1f L%.1f %.1f L%.1f %.1f Z",
                MIDDLE + direction * 30.0,
                top + 4,
                MIDDLE + direction * 46.0,
                top + 4,
                MIDDLE + direction * 34.0,
                top + 60,
                MIDDLE + direction * 18.0,
                top + 60);
    }

    private static String iliac(double top, int direction) {
        return String.format(
                Locale.ROOT,
                "M%.1f %.1f Q%.1f %.1f %.1f %.1f Q%.1f %.1f %.1f %.1f L%.1f %.1f Z",
                MIDDLE + direction * 49.0,
                top + 2,
                MIDDLE + direction * 92.0,
                top - 22,
                MIDDLE + direction * 98.0,
                top + 26,
                MIDDLE + direction * 84.0,
                top + 66,
                MIDDLE + direction * 40.0,
                top + 78,
                MIDDLE + direction * 36.0,
                top + 62);
    }

    private static void path(StringBuilder svg, Place place, String path) {
        svg.append("<path data-place=\"")
                .append(place.name())
                .append("\" class=\"spine-part\" d=\"")
                .append(path)
                .append("\"/>");
    }

    private static void text(StringBuilder svg, SpineSegment segment, double x, double y) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" class=\"spine-name\">%s</text>", x, y, segment.code()));
    }
}
