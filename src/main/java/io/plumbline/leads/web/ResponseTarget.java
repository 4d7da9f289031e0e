package io.plumbline.leads.web;

import io.plumbline.clinics.CallTimes;
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
            Instant now,
            PublicWords words) {
        return new Sentences(times, formats, isNear, now, words).of(followUp, byPhone);
    }

    /** What the sentences have in common. */
    private record Sentences(CallTimes times, DisplayFormats formats, boolean isNear, Instant now, PublicWords words) {
        ResponseTarget of(NextFollowUp followUp, boolean byPhone) {
            var zone = times.businessTime().zone();
            var at = followUp.at().isBefore(now)
                    ? now.atZone(zone)
                    : followUp.at().atZone(zone);
            var until = followUp.overdueAt().atZone(zone);
            var when = Stream.of(day(at), isNear ? part(at.toLocalTime()) : "", hours(at, until))
                    .filter(some -> !some.isEmpty())
                    .collect(Collectors.joining(", "));
            var isCalled = byPhone && !followUp.writeFirst();
            var sentences = Stream.of(
                            closed(),
                            followUp.writeFirst() ? words.of("target.outside") : "",
                            words.sentence(isCalled ? "target.call" : "target.write", when + zone(until)))
                    .filter(sentence -> !sentence.isEmpty())
                    .collect(Collectors.joining(" "));
            return new ResponseTarget(sentences, at.toInstant(), until.toInstant());
        }

        private String hours(ZonedDateTime at, ZonedDateTime until) {
            if (!at.toLocalDate().equals(until.toLocalDate())) {
                return words.of("target.byDay", day(until), time(until));
            }
            return at.toInstant().isAfter(now)
                    ? words.of("target.between", time(at), time(until))
                    : words.of("target.by", time(until));
        }

        private String closed() {
            var opening = times.businessTime();
            try {
                return opening.closesAfter(now).isPresent()
                        ? ""
                        : words.sentence(
                                "target.closedUntil",
                                opensAt(opening.after(now, Duration.ZERO).atZone(opening.zone())));
            } catch (DateTimeException neverOpen) {
                return "";
            }
        }

        private String opensAt(ZonedDateTime at) {
            return day(at) + ", " + time(at) + (isNear ? "" : zone(at));
        }

        private String day(ZonedDateTime at) {
            var day = at.toLocalDate();
            var named = formats.longDay(day, words.language());
            if (!isNear) {
                return words.of("target.day", named);
            }
            var today = now.atZone(at.getZone()).toLocalDate();
            if (day.equals(today)) {
                return words.of("target.today") + ", " + named;
            }
            return day.equals(today.plusDays(1))
                    ? words.of("target.tomorrow") + ", " + named
                    : words.of("target.day", named);
        }

        private String time(ZonedDateTime at) {
            return formats.time(at.toLocalTime(), words.language());
        }

        /** Formatted for the given day, since a clinic may stay on standard time in summer. */
        private String zone(ZonedDateTime at) {
            return " (" + DisplayFormats.zoneName(at, words.language()) + ")";
        }

        private String part(LocalTime at) {
            return times.dayParts().stream()
                    .filter(part -> !at.isBefore(part.startsAt()) && at.isBefore(part.endsAt()))
                    .findFirst()
                    .map(part -> words.of("target." + part.part()))
                    .orElse("");
        }
    }
}
