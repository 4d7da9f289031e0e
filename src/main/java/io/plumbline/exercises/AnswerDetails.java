package io.plumbline.exercises;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer with what it names.
 *
 * @param version what a change of it carries
 * @param reviewedBy who decided; null while nobody has
 * @param reviewReason why; null where no reason was given
 */
public record AnswerDetails(
        UUID id,
        long version,
        String question,
        AnswerDraft draft,
        AnswerReview review,
        @Nullable String reviewReason,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        List<Named> named) {
    /** Whether it may be decided so from where it stands. */
    public boolean canBecome(AnswerReview next) {
        return review.canBecome(next);
    }

    /**
     * What it names.
     *
     * @param exercise the exercise of the library; null where it is something else
     */
    public record Named(
            MentionKind kind, String name, @Nullable UUID exercise) {}
}
