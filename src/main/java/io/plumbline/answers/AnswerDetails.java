package io.plumbline.answers;

import io.plumbline.shared.ids.AnswerId;
import io.plumbline.shared.ids.ExerciseId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its mentions.
 *
 * @param version the version that a change must carry
 * @param reviewedBy who reviewed it; null if nobody has
 * @param reviewReason the reason for the decision; null if none was given
 */
public record AnswerDetails(
        AnswerId id,
        long version,
        String question,
        AnswerDraft draft,
        AnswerReview review,
        @Nullable String reviewReason,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        List<Named> named) {
    /** Returns whether the review status can change to another one. */
    public boolean canBecome(AnswerReview next) {
        return review.canBecome(next);
    }

    /**
     * A mention.
     *
     * @param exercise the exercise of the library; null if it is something else
     */
    public record Named(
            MentionKind kind, String name, @Nullable ExerciseId exercise) {}
}
