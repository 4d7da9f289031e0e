package io.plumbline.clinics;

import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Consecutive closed days with one reason; both ends are inclusive. */
public record ClosedSpan(LocalDate from, LocalDate until, String reason) {
    private static final int LONGEST_DAYS = 366;

    /**
     * @throws Refused if it ends before it begins, or is longer than a year
     */
    public ClosedSpan {
        if (until.isBefore(from)) {
            throw new Refused("The last closed day is before the first");
        }
        if (ChronoUnit.DAYS.between(from, until) >= LONGEST_DAYS) {
            throw new Refused("A closure can last at most a year");
        }
    }

    /** Returns each day of the span. */
    public List<ClosedDay> days() {
        return from.datesUntil(until.plusDays(1))
                .map(day -> new ClosedDay(day, reason))
                .toList();
    }

    /** Groups closed days into spans, in order; adjacent days with the same reason form one span. */
    public static List<ClosedSpan> of(List<ClosedDay> days) {
        var spans = new ArrayList<ClosedSpan>();
        for (var day : days.stream().sorted(Comparator.comparing(ClosedDay::on)).toList()) {
            var before = spans.isEmpty() ? null : spans.getLast();
            if (before != null && before.isFollowedBy(day)) {
                spans.removeLast();
                spans.add(new ClosedSpan(before.from, day.on(), day.reason()));
            } else {
                spans.add(new ClosedSpan(day.on(), day.on(), day.reason()));
            }
        }
        return List.copyOf(spans);
    }

    private boolean isFollowedBy(ClosedDay day) {
        return until.plusDays(1).equals(day.on())
                && reason.equals(day.reason())
                && ChronoUnit.DAYS.between(from, day.on()) < LONGEST_DAYS;
    }
}
