package io.plumbline.notes.ui;

import io.plumbline.notes.NoteRow;
import io.plumbline.shared.Pain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where pain goes over the last visits that record it, three at most. The notes of a day are one visit: the patient came
 * with the pain before the first and left with the pain after the last.
 *
 * @param visits oldest first
 */
record PainTrend(List<Visit> visits) {
    private static final int VISITS = 3;

    /** Fewer points are noise: the important change of the pain scale (Ostelo 2008). */
    private static final int IMPORTANT = 2;

    /** The pain with which a patient came and left; at least one of both is recorded. */
    record Visit(@Nullable Pain before, @Nullable Pain after) {
        private Visit followedBy(Visit later) {
            return new Visit(before == null ? later.before : before, later.after == null ? after : later.after);
        }

        /** Formats as <em>6 to 4</em>, <em>before 6</em> or <em>after 4</em>. */
        String said() {
            if (before == null || after == null) {
                return before == null ? "after " + after : "before " + before;
            }
            return before + " to " + after;
        }
    }

    /** The direction of pain from the first to the last of the visits. */
    enum Direction {
        RISING("Rising"),
        UNCHANGED("Unchanged"),
        FALLING("Falling");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Returns the trend of notes that record pain, oldest first. */
    static PainTrend of(List<NoteRow> told) {
        var days = new LinkedHashMap<LocalDate, Visit>();
        told.forEach(
                row -> days.merge(row.treatedOn(), new Visit(row.painBefore(), row.painAfter()), Visit::followedBy));
        var all = new ArrayList<>(days.values());
        return new PainTrend(List.copyOf(all.subList(Math.max(0, all.size() - VISITS), all.size())));
    }

    /**
     * Returns rising if the pain on arrival has risen by two points or more, or the pain after the visits has while that
     * on arrival has not fallen; falling likewise; empty if no two visits compare.
     */
    Optional<Direction> direction() {
        var before = change(Visit::before);
        var after = change(Visit::after);
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        var arrival = before.orElse(0);
        var leaving = after.orElse(0);
        if (arrival >= IMPORTANT || leaving >= IMPORTANT && arrival >= 0) {
            return Optional.of(Direction.RISING);
        }
        return Optional.of(
                arrival <= -IMPORTANT || leaving <= -IMPORTANT && arrival <= 0
                        ? Direction.FALLING
                        : Direction.UNCHANGED);
    }

    /** Returns the pain of each visit, before and after. */
    String said() {
        return visits.stream().map(Visit::said).collect(Collectors.joining(", "));
    }

    private OptionalInt change(Function<Visit, @Nullable Pain> pain) {
        var scores = visits.stream()
                .map(pain)
                .filter(Objects::nonNull)
                .map(Pain::score)
                .toList();
        return scores.size() < 2 ? OptionalInt.empty() : OptionalInt.of(scores.getLast() - scores.getFirst());
    }
}
