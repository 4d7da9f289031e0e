package io.plumbline.leads.clock;

import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.shared.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a person wants to be called. Days without parts mean the whole of those days; parts without days mean every day.
 *
 * @param from the first day; null for no limit
 */
public record CallWindow(
        Set<DayOfWeek> days, Set<DayPart> parts, @Nullable LocalDate from) {
    /** Any day, at any time. */
    public static final CallWindow ANY_TIME = new CallWindow(Set.of(), Set.of());

    public CallWindow(Set<DayOfWeek> days, Set<DayPart> parts) {
        this(days, parts, null);
    }

    public CallWindow {
        days = Set.copyOf(days);
        parts = Set.copyOf(parts);
    }

    /** Parses the stored form. */
    public static CallWindow of(String dayNames, String partNames, @Nullable LocalDate from) {
        return new CallWindow(
                names(dayNames).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                names(partNames).map(DayPart::valueOf).collect(Collectors.toSet()),
                from);
    }

    /** Returns whether all business hours suit the person, from the first day on. */
    public boolean isAnyTime() {
        return days.isEmpty() && parts.isEmpty();
    }

    /**
     * Returns the part of a clinic's business time that suits the person, on any date.
     *
     * @param hours the hours of the parts of the day at this clinic
     */
    BusinessTime within(BusinessTime clinic, List<DayPartHours> hours) {
        return clinic.within(
                days, hours.stream().filter(part -> parts.contains(part.part())).toList());
    }

    /**
     * Returns whether a time suits the person.
     *
     * @param at local time at the clinic
     * @param hours the hours of the parts of the day at this clinic
     */
    boolean suits(LocalDateTime at, List<DayPartHours> hours) {
        return (from == null || !at.toLocalDate().isBefore(from))
                && (days.isEmpty() || days.contains(at.getDayOfWeek()))
                && (parts.isEmpty()
                        || hours.stream()
                                .filter(part -> parts.contains(part.part()))
                                .anyMatch(part -> !part.startsAt().isAfter(at.toLocalTime())
                                        && part.endsAt().isAfter(at.toLocalTime())));
    }

    public String dayNames() {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    public String partNames() {
        return parts.stream().sorted().map(DayPart::name).collect(Collectors.joining(","));
    }

    private static Stream<String> names(String list) {
        return list.isEmpty() ? Stream.empty() : Arrays.stream(list.split(","));
    }

    /** Returns the window as text, such as <em>Tue, Thu: morning, from Tue, Nov 24</em>. */
    public String words() {
        var dayWords = Arrays.stream(DayOfWeek.values())
                .filter(days::contains)
                .map(Dates::shortWeekday)
                .collect(Collectors.joining(", "));
        var partWords = Arrays.stream(DayPart.values())
                .filter(parts::contains)
                .map(part -> part.label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        var words = dayWords.isEmpty()
                ? partWords.isEmpty() ? "Any time" : "Every day: " + partWords
                : dayWords + ": " + (partWords.isEmpty() ? "all day" : partWords);
        return from == null ? words : words + ", from " + Dates.day(from);
    }
}
