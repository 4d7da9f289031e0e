package io.plumbline.onlineintake;

import org.jspecify.annotations.Nullable;

/**
 * What follows from an answer to the question before the form.
 *
 * @param question the question to be asked now; null if the link can no longer be used
 * @param form the form; null if the answer is wrong, or something is asked before what is saved
 * @param door what the answer to that question sends back; null for another question
 */
public record IdentityAnswer(
        @Nullable IdentityQuestion question,
        @Nullable OpenForm form,
        @Nullable String door) {
    static final IdentityAnswer OVER = new IdentityAnswer(null, null, null);
}
