package io.plumbline.leads;

import io.plumbline.clinics.DayPart;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When a person may be called. A day without a part means all of that day, a part without a day every day. */
public record CallWindow(Set<DayOfWeek> days, Set<DayPart> parts) {
    /** Any day, at any time. */
    public static final CallWindow ANY_TIME = new CallWindow(Set.of(), Set.of());

    public CallWindow {
        days = Set.copyOf(days);
        parts = Set.copyOf(parts);
    }

    /** Reads a window as it is kept. */
    static CallWindow of(String dayNames, String partNames) {
        return new CallWindow(
                names(dayNames).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                names(partNames).map(DayPart::valueOf).collect(Collectors.toSet()));
    }

    String dayNames() {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    String partNames() {
        return parts.stream().sorted().map(DayPart::name).collect(Collectors.joining(","));
    }

    private static Stream<String> names(String list) {
        return list.isEmpty() ? Stream.empty() : Arrays.stream(list.split(","));
    }

    /** The window in words, such as <em>Tue, Thu: morning</em>. */
    public String words() {
        var dayWords = Arrays.stream(DayOfWeek.values())
                .filter(days::contains)
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
        var partWords = Arrays.stream(DayPart.values())
                .filter(parts::contains)
                .map(part -> part.word().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        if (dayWords.isEmpty()) {
            return partWords.isEmpty() ? "Any time" : "Every day: " + partWords;
        }
        return partWords.isEmpty() ? dayWords + ": all day" : dayWords + ": " + partWords;
    }
}
