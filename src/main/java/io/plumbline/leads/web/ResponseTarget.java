package io.plumbline.leads.web;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.clock.NextFollowUp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When the clinic calls, in words for the person: day, part of the day, and zone. A person who named no clinic, where
 * the clinics are in several zones, may be in another zone than the clinic that calls; the words then avoid anything
 * that holds in one zone only, such as <em>today</em> or <em>in the morning</em>.
 *
 * @param sentences in order, such as <em>We are closed until Wednesday 25 November, 08:00.</em>
 * @param at the earliest time of the call
 * @param until when the response target is missed
 */
record ResponseTarget(String sentences, Instant at, Instant until) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** Formatted for the given day, since a clinic may stay on standard time in summer. */
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern(" (zzzz)", Locale.ENGLISH);

    /**
     * Returns the response target for a follow-up.
     *
     * @param byPhone whether the person can be called; otherwise the clinic writes
     * @param isNear whether the person is known to be in the clinic's zone
     */
    static ResponseTarget of(NextFollowUp followUp, CallTimes times, boolean byPhone, boolean isNear, Instant now) {
        var zone = times.businessTime().zone();
        var at = followUp.at().isBefore(now) ? now.atZone(zone) : followUp.at().atZone(zone);
        var until = followUp.overdueAt().atZone(zone);
        var doing = byPhone && !followUp.writeFirst() ? "We call you " : "We write to you ";
        var hours =
                at.toLocalDate().equals(until.toLocalDate()) && at.toInstant().isAfter(now)
                        ? "between " + at.format(TIME) + " and " + until.format(TIME)
                        : "by " + (at.toLocalDate().equals(until.toLocalDate()) ? "" : day(until, isNear, now) + ", ")
                                + until.format(TIME);
        var when = Stream.of(day(at, isNear, now), isNear ? part(at.toLocalTime(), times) : "", hours)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        var sentences = Stream.of(
                        closed(times, isNear, now),
                        followUp.writeFirst() ? "The times that you gave and our business hours do not meet." : "",
                        doing + when + until.format(ZONE) + ".")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return new ResponseTarget(sentences, at.toInstant(), until.toInstant());
    }

    private static String closed(CallTimes times, boolean isNear, Instant now) {
        var opening = times.businessTime();
        try {
            return opening.closesAfter(now).isPresent()
                    ? ""
                    : "We are closed until "
                            + opensAt(opening.after(now, Duration.ZERO).atZone(opening.zone()), isNear, now) + ".";
        } catch (DateTimeException neverOpen) {
            return "";
        }
    }

    private static String opensAt(ZonedDateTime at, boolean isNear, Instant now) {
        return day(at, isNear, now) + ", " + at.format(TIME) + (isNear ? "" : at.format(ZONE));
    }

    private static String day(ZonedDateTime at, boolean isNear, Instant now) {
        if (!isNear) {
            return at.format(DAY);
        }
        var today = now.atZone(at.getZone()).toLocalDate();
        var day = at.toLocalDate();
        var near = day.equals(today) ? "today, " : day.equals(today.plusDays(1)) ? "tomorrow, " : "";
        return near + at.format(DAY);
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
