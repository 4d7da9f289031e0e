package io.plumbline.access.signin;

/** Says whether an account may sign in by its password alone, and what its owner must be told. Implemented by {@code access.factors}. */
public interface SecondFactors {
    /**
     * Returns what a person must be told who signs in by password alone.
     *
     * @param user an account whose password was right
     * @throws CodeNeeded if it must enter a code, or set up two-step sign-in first
     */
    FactorNotice require(StaffUser user);

    /** Returns what a person must be told who signs in by password and second step, or by passkey. */
    FactorNotice tell(StaffUser user);
}
