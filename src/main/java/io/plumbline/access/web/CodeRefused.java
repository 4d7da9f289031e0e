package io.plumbline.access.web;

import org.springframework.security.core.AuthenticationException;

/** Thrown if the second step of a sign-in is refused. */
final class CodeRefused extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    /** What follows a refusal. */
    enum Then {
        AGAIN,
        PASSWORD_AGAIN,
        TOO_MANY
    }

    private final Then then;
    private final long nanosToWait;

    private CodeRefused(String sentence, Then then, long nanosToWait) {
        super(sentence);
        this.then = then;
        this.nanosToWait = nanosToWait;
    }

    /** Another code may be entered. */
    static CodeRefused again(String sentence) {
        return new CodeRefused(sentence, Then.AGAIN, 0);
    }

    /** Another code may be entered after this time. */
    static CodeRefused later(long nanosToWait) {
        return new CodeRefused("Too many attempts", Then.AGAIN, nanosToWait);
    }

    /** The sign-in took too long, or was never begun. */
    static CodeRefused over() {
        return new CodeRefused("The sign-in took too long", Then.PASSWORD_AGAIN, 0);
    }

    /** Five codes were wrong. */
    static CodeRefused tooMany() {
        return new CodeRefused("Too many wrong codes", Then.TOO_MANY, 0);
    }

    Then then() {
        return then;
    }

    long nanosToWait() {
        return nanosToWait;
    }
}
