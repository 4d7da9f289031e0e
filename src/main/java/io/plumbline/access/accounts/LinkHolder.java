package io.plumbline.access.accounts;

/**
 * The person whom a one-time link is for.
 *
 * @param username empty for the first administrator, who has no account yet
 * @param isForLostDevice whether using the link also removes two-step sign-in and the signing PIN
 */
public record LinkHolder(String username, String displayName, boolean isForLostDevice) {
    static final LinkHolder FIRST_ADMINISTRATOR = new LinkHolder("", "", false);

    /** Returns whether the link makes its user the first administrator. */
    public boolean isFirstAdministrator() {
        return username.isEmpty();
    }
}
