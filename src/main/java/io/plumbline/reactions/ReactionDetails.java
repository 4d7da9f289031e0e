package io.plumbline.reactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reaction with its history.
 *
 * @param history oldest first
 */
public record ReactionDetails(ReactionRow row, List<Entry> history) {
    /**
     * What happened to it.
     *
     * @param outcome the outcome then
     * @param words what was found, or why; empty when it was recorded
     * @param nextOn the day of the follow-up that was agreed then; null if none was
     * @param nextBy who was to follow up; empty if none was agreed
     * @param agreed what was agreed; empty if nothing was
     */
    public record Entry(
            ReactionEntryKind kind,
            Instant at,
            String by,
            ReactionOutcome outcome,
            String words,
            @Nullable LocalDate nextOn,
            String nextBy,
            String agreed) {}
}
