package io.plumbline.answers;

import org.jspecify.annotations.Nullable;

/**
 * A filter for answers.
 *
 * @param text word prefixes of author, place and text
 * @param exercise the slug of an exercise that they mention
 */
public record AnswerFilter(
        String text,
        @Nullable AnswerFlag flag,
        @Nullable AnswerReview review,
        @Nullable String exercise) {
    /** Matches all answers. */
    public static final AnswerFilter ALL = new AnswerFilter("", null, null, null);

    /** Matches the answers that mention an exercise. */
    public static AnswerFilter naming(String slug) {
        return new AnswerFilter("", null, null, slug);
    }
}
