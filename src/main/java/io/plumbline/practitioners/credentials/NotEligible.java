package io.plumbline.practitioners.credentials;

import io.plumbline.shared.Refused;

/** Thrown if the credentials of a practitioner do not allow an action; the message says what to do. */
public final class NotEligible extends Refused {
    private static final long serialVersionUID = 1L;

    NotEligible(String sentence) {
        super(sentence);
    }
}
