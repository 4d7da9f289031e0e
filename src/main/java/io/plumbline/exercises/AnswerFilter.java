package io.plumbline.exercises;

import org.jspecify.annotations.Nullable;

/**
 * Which answers are looked for.
 *
 * @param text words of author, place and text, each by its beginning
 * @param exercise the short name of an exercise that they name
 */
public record AnswerFilter(
        String text,
        @Nullable AnswerFlag flag,
        @Nullable AnswerReview review,
        @Nullable String exercise) {
    /** Every answer. */
    public static final AnswerFilter ALL = new AnswerFilter("", null, null, null);

    /** The answers that name an exercise. */
    public static AnswerFilter naming(String slug) {
        return new AnswerFilter("", null, null, slug);
    }
}
