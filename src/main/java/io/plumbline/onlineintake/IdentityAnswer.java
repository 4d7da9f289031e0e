package io.plumbline.onlineintake;

import org.jspecify.annotations.Nullable;

/**
 * What follows from an answer to the question before the form.
 *
 * @param question the question, to be asked again; null if the link can no longer be used
 * @param form the form; null if the answer is wrong
 */
public record IdentityAnswer(
        @Nullable IdentityQuestion question, @Nullable OpenForm form) {
    static final IdentityAnswer OVER = new IdentityAnswer(null, null);
}
