package io.plumbline.shared;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a time of day as people type it. Refuses ambiguous input instead of guessing. */
public final class TypedTime {
    private static final String EXAMPLE = "Enter a time such as 8:30 pm, 20:30 or noon";
    private static final int NOON_HOUR = 12;
    private static final Set<String> NOON = Set.of("noon", "midday", "12 noon");
    private static final Set<String> MIDNIGHT = Set.of("midnight", "12 midnight");
    private static final Pattern SPACES = Pattern.compile("[\\u00a0\\u202f]");
    private static final Pattern TIME =
            Pattern.compile("(?<hour>\\d{1,2}?)(?:[:.h](?<minute>\\d{2})|(?<joined>\\d{2})|h)?"
                    + "(?:\\s*(?<half>[ap])(?:\\.?\\s?m\\.?)?)?");

    private TypedTime() {}

    /**
     * Parses {@code 8:30 pm}, {@code 5pm}, {@code 2:30p}, {@code 17:00}, {@code 1730}, and {@code noon}. To a reader of
     * 24-hour time, {@code 2:30} is in the night; a reader of 12-hour time must add am or pm, because no screen shows
     * them a time without it.
     *
     * @throws Refused if the text is not a time or is ambiguous, with a message for the user
     */
    public static LocalTime read(String typed, HourCycle hours) {
        // browsers write a narrow no-break space before AM and PM
        var text = SPACES.matcher(typed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        if (NOON.contains(text)) {
            return LocalTime.NOON;
        }
        if (MIDNIGHT.contains(text)) {
            return LocalTime.MIDNIGHT;
        }
        var found = TIME.matcher(text);
        if (!found.matches()) {
            throw new Refused(EXAMPLE);
        }
        var joined = found.group("joined");
        var minute = joined == null ? found.group("minute") : joined;
        var hour = Integer.parseInt(found.group("hour"));
        var half = found.group("half");
        if (hour > 23 || minute != null && Integer.parseInt(minute) > 59) {
            throw new Refused(EXAMPLE);
        }
        var isBare = minute == null && !text.contains("h");
        if (half == null && hour <= NOON_HOUR && (isBare || hours == HourCycle.TWELVE && hour > 0)) {
            throw new Refused("Add am or pm, such as " + withHalf(hour, minute)
                    + (hours == HourCycle.TWELVE ? "" : ", or minutes"));
        }
        return at(hour, minute == null ? 0 : Integer.parseInt(minute), half);
    }

    private static String withHalf(int hour, @Nullable String minute) {
        return (hour == 0 ? NOON_HOUR : hour) + (minute == null ? "" : ":" + minute) + (hour == 0 ? " am" : " pm");
    }

    private static LocalTime at(int hour, int minute, @Nullable String half) {
        if (half == null) {
            return LocalTime.of(hour, minute);
        }
        var isMorning = half.equals("a");
        // 20:30 pm is redundant but valid; 20:30 am and 0:30 pm contradict themselves
        if (isMorning ? hour > 12 : hour == 0) {
            throw new Refused(EXAMPLE);
        }
        return LocalTime.of(isMorning ? hour % 12 : hour < 12 ? hour + 12 : hour, minute);
    }
}
