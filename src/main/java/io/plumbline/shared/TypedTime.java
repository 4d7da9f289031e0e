package io.plumbline.shared;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a time of day as people type it. Refuses ambiguous input instead of guessing. */
public final class TypedTime {
    private static final String EXAMPLE = "Enter a time such as 8:30 pm, 20:30 or noon";
    private static final Set<String> NOON = Set.of("noon", "midday", "12 noon");
    private static final Set<String> MIDNIGHT = Set.of("midnight", "12 midnight");
    private static final Pattern TIME =
            Pattern.compile("(?<hour>\\d{1,2}?)(?:[:.h](?<minute>\\d{2})|(?<joined>\\d{2})|h)?"
                    + "(?:\\s*(?<half>[ap])(?:\\.?\\s?m\\.?)?)?");

    private TypedTime() {}

    /**
     * Parses {@code 8:30 pm}, {@code 5pm}, {@code 2:30p}, {@code 17:00}, {@code 1730}, and {@code noon}. Hour and
     * minutes without am or pm are 24-hour time, as on the screens.
     *
     * @throws IllegalArgumentException if the text is not a time or is ambiguous, with a message for the user
     */
    public static LocalTime read(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (NOON.contains(text)) {
            return LocalTime.NOON;
        }
        if (MIDNIGHT.contains(text)) {
            return LocalTime.MIDNIGHT;
        }
        var found = TIME.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(EXAMPLE);
        }
        var joined = found.group("joined");
        var minute = joined == null ? found.group("minute") : joined;
        var isBare = minute == null && !text.contains("h");
        return at(
                Integer.parseInt(found.group("hour")),
                minute == null ? 0 : Integer.parseInt(minute),
                isBare,
                found.group("half"));
    }

    private static LocalTime at(int hour, int minute, boolean isBare, @Nullable String half) {
        if (hour > 23 || minute > 59) {
            throw new IllegalArgumentException(EXAMPLE);
        }
        if (half == null) {
            if (isBare && hour <= 12) {
                throw new IllegalArgumentException(
                        "Add am or pm, such as " + (hour == 0 ? "12 am" : hour + " pm") + ", or minutes");
            }
            return LocalTime.of(hour, minute);
        }
        var isMorning = half.equals("a");
        // 20:30 pm is redundant but valid; 20:30 am and 0:30 pm contradict themselves
        if (isMorning ? hour > 12 : hour == 0) {
            throw new IllegalArgumentException(EXAMPLE);
        }
        return LocalTime.of(isMorning ? hour % 12 : hour < 12 ? hour + 12 : hour, minute);
    }
}
