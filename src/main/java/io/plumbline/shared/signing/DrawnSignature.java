package io.plumbline.shared.signing;

import io.plumbline.shared.Refused;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A signature drawn with a finger, a pen, or the mouse. Its text form separates strokes by a semicolon, their points by a
 * space, and x from y by a comma.
 */
public record DrawnSignature(List<List<Point>> strokes) {
    /** The width of the box in which it is drawn, in units of a point. */
    public static final int WIDTH = 600;

    /** The height of the box in which it is drawn, in units of a point. */
    public static final int HEIGHT = 200;

    private static final int LONGEST_TEXT = 8000;
    private static final int FEWEST_POINTS = 8;
    private static final Pattern POINT = Pattern.compile("(\\d{1,3}),(\\d{1,3})");

    /** A point of a stroke, from the upper left corner of the box: 0 to 600, 0 to 200. */
    public record Point(int x, int y) {}

    /** @throws Refused if it is hardly a signature, or too long to be stored; the message is for the user */
    public DrawnSignature {
        strokes = strokes.stream().map(List::copyOf).toList();
        if (strokes.stream().mapToInt(List::size).sum() < FEWEST_POINTS) {
            throw new Refused("The signature is too short. Clear it and sign again");
        }
        if (text(strokes).length() > LONGEST_TEXT) {
            throw new Refused("The signature is too long. Clear it and sign again");
        }
    }

    /**
     * Reads the text form.
     *
     * @throws Refused if it is no signature; the message is for the user
     */
    public static DrawnSignature of(String text) {
        var strokes = new ArrayList<List<Point>>();
        for (var stroke : text.split(";")) {
            strokes.add(stroke(stroke));
        }
        return new DrawnSignature(strokes);
    }

    /**
     * Reads one stroke, for example {@code 10,20 14,22}.
     *
     * @throws Refused if a point is missing or outside the box
     */
    public static List<Point> stroke(String text) {
        var points = new ArrayList<Point>();
        for (var point : text.split(" ")) {
            var match = POINT.matcher(point);
            if (!match.matches()) {
                throw new Refused("The signature could not be read. Clear it and sign again");
            }
            var x = Integer.parseInt(match.group(1));
            var y = Integer.parseInt(match.group(2));
            if (x > WIDTH || y > HEIGHT) {
                throw new Refused("The signature could not be read. Clear it and sign again");
            }
            points.add(new Point(x, y));
        }
        return points;
    }

    /** Returns the text form. */
    public String text() {
        return text(strokes);
    }

    private static String text(List<List<Point>> strokes) {
        return strokes.stream()
                .map(stroke -> stroke.stream()
                        .map(point -> point.x() + "," + point.y())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    /** Returns the strokes as the path of an SVG of 600 by 200. */
    public String path() {
        return path(strokes);
    }

    /** Returns strokes as the path of an SVG of 600 by 200. */
    public static String path(List<List<Point>> strokes) {
        return strokes.stream()
                .map(stroke -> stroke.stream()
                        .map(point -> point.x() + " " + point.y())
                        .collect(Collectors.joining("L", "M", stroke.size() == 1 ? "h0" : "")))
                .collect(Collectors.joining());
    }

    /** Stores the text form. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<DrawnSignature, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable DrawnSignature signature) {
            return signature == null ? null : signature.text();
        }

        @Override
        public @Nullable DrawnSignature convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : DrawnSignature.of(text);
        }
    }
}
