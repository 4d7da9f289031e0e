package io.plumbline.patients.file;

import io.plumbline.shared.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a clinician needs to know about a patient whom they have seen before: everything that others did or that
 * happened since then, computed from the timeline.
 *
 * @param last the current user's own last visit: the last session or intake note that they signed, otherwise the last
 *     appointment that took place
 * @param facts newest first, visits of one colleague grouped
 */
public record SinceLastSeen(TimelineEntry last, List<Fact> facts) {
    private static final int MOST_DAYS = 3;

    /** One thing that happened since then. */
    public record Fact(TimelineKind kind, String words) {}

    /** Returns what has happened from the current user's own last visit until now; empty if there was none. */
    public static Optional<SinceLastSeen> of(List<TimelineEntry> timeline, Instant now) {
        return last(timeline, Set.of(TimelineKind.NOTE_SIGNED, TimelineKind.INTAKE_SIGNED), now)
                .or(() -> last(timeline, Set.of(TimelineKind.VISIT_HELD), now))
                .map(last -> new SinceLastSeen(last, facts(timeline, last, now)));
    }

    private static Optional<TimelineEntry> last(List<TimelineEntry> timeline, Set<TimelineKind> kinds, Instant now) {
        return timeline.stream()
                .filter(entry -> entry.mine()
                        && kinds.contains(entry.kind())
                        && !entry.at().isAfter(now))
                .max(Comparator.comparing(TimelineEntry::at));
    }

    private static List<Fact> facts(List<TimelineEntry> timeline, TimelineEntry last, Instant now) {
        var since = timeline.stream()
                .filter(entry ->
                        !entry.mine() && isSince(entry, last) && !entry.at().isAfter(now))
                .filter(entry -> entry.kind() != TimelineKind.JOINED)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
        var visits = new LinkedHashMap<String, SortedSet<LocalDate>>();
        var facts = new ArrayList<Fact>();
        for (var entry : since) {
            if (entry.kind().isVisit()) {
                visits.computeIfAbsent(entry.by(), who -> new TreeSet<>()).add(entry.day());
            } else if (entry.kind() != TimelineKind.VISIT_BOOKED && entry.kind() != TimelineKind.NOTE_DRAFT) {
                facts.add(new Fact(entry.kind(), entry.what() + ", " + Dates.day(entry.day())));
            }
        }
        var visitFacts = visits.entrySet().stream()
                .map(one -> new Fact(TimelineKind.NOTE_SIGNED, visits(one.getKey(), one.getValue())));
        return Stream.concat(visitFacts, facts.stream()).toList();
    }

    /**
     * Returns whether an entry is newer. If only the day is known, the same day counts: better reported twice than
     * never.
     */
    private static boolean isSince(TimelineEntry entry, TimelineEntry last) {
        return entry.dayOnly() || last.dayOnly()
                ? !entry.equals(last) && !entry.day().isBefore(last.day())
                : entry.at().isAfter(last.at());
    }

    private static String visits(String by, SortedSet<LocalDate> days) {
        var count = days.size() == 1 ? "1 visit" : days.size() + " visits";
        var when = days.size() > MOST_DAYS
                ? Dates.day(days.first()) + " to " + Dates.day(days.last())
                : days.stream().map(Dates::day).collect(Collectors.joining(", "));
        return count + (by.isEmpty() ? "" : " with " + by) + ", " + when;
    }
}
