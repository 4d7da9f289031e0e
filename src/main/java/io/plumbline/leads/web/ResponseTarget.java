package io.plumbline.leads.web;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.DisplayFormats;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When the clinic calls, in words for the person: day, part of the day, and zone. A person who named no clinic, where
 * the clinics are in several zones, may be in another zone than the clinic that calls; the words then avoid anything
 * that holds in one zone only, such as <em>today</em> or <em>in the morning</em>.
 *
 * @param sentences in order, such as <em>We are closed until Wednesday, November 25, 8:00 AM.</em>
 * @param at the earliest time of the call
 * @param until when the response target is missed
 */
record ResponseTarget(String sentences, Instant at, Instant until) {
    /**
     * Returns the response target for a follow-up.
     *
     * @param formats of the clinic that calls
     * @param byPhone whether the person can be called; otherwise the clinic writes
     * @param isNear whether the person is known to be in the clinic's zone
     */
    static ResponseTarget of(
            NextFollowUp followUp,
            CallTimes times,
            DisplayFormats formats,
            boolean byPhone,
            boolean isNear,
            Instant now) {
        var zone = times.businessTime().zone();
        var at = followUp.at().isBefore(now) ? now.atZone(zone) : followUp.at().atZone(zone);
        var until = followUp.overdueAt().atZone(zone);
        var doing = byPhone && !followUp.writeFirst() ? "We will call you " : "We will write to you ";
        var hours = at.toLocalDate().equals(until.toLocalDate())
                        && at.toInstant().isAfter(now)
                ? "between " + time(at, formats) + " and " + time(until, formats)
                : "by " + (at.toLocalDate().equals(until.toLocalDate()) ? "" : day(until, formats, isNear, now) + ", ")
                        + time(until, formats);
        var when = Stream.of(day(at, formats, isNear, now), isNear ? part(at.toLocalTime(), times) : "", hours)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        var sentences = Stream.of(
                        closed(times, formats, isNear, now),
                        followUp.writeFirst() ? "The times you gave are outside our business hours." : "",
                        doing + when + zone(until) + ".")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return new ResponseTarget(sentences, at.toInstant(), until.toInstant());
    }

    private static String closed(CallTimes times, DisplayFormats formats, boolean isNear, Instant now) {
        var opening = times.businessTime();
        try {
            return opening.closesAfter(now).isPresent()
                    ? ""
                    : "We are closed until "
                            + opensAt(opening.after(now, Duration.ZERO).atZone(opening.zone()), formats, isNear, now)
                            + ".";
        } catch (DateTimeException neverOpen) {
            return "";
        }
    }

    private static String opensAt(ZonedDateTime at, DisplayFormats formats, boolean isNear, Instant now) {
        return day(at, formats, isNear, now) + ", " + time(at, formats) + (isNear ? "" : zone(at));
    }

    private static String day(ZonedDateTime at, DisplayFormats formats, boolean isNear, Instant now) {
        var words = formats.longDay(at.toLocalDate());
        if (!isNear) {
            return words;
        }
        var today = now.atZone(at.getZone()).toLocalDate();
        var day = at.toLocalDate();
        var near = day.equals(today) ? "today, " : day.equals(today.plusDays(1)) ? "tomorrow, " : "";
        return near + words;
    }

    private static String time(ZonedDateTime at, DisplayFormats formats) {
        return formats.time(at.toLocalTime());
    }

    /** Formatted for the given day, since a clinic may stay on standard time in summer. */
    private static String zone(ZonedDateTime at) {
        return " (" + DisplayFormats.zoneName(at) + ")";
    }

    private static String part(LocalTime at, CallTimes times) {
        return times.dayParts().stream()
                .filter(part -> !at.isBefore(part.startsAt()) && at.isBefore(part.endsAt()))
                .findFirst()
                .map(part -> inWords(part.part()))
                .orElse("");
    }

    private static String inWords(DayPart part) {
        return switch (part) {
            case MORNING -> "in the morning";
            case MIDDAY -> "at midday";
            case AFTERNOON -> "in the afternoon";
            case EVENING -> "in the evening";
        };
    }
}
