package io.plumbline.access.accounts;

/**
 * The person whom a one-time link is for.
 *
 * @param username empty for the first administrator, who has no account yet
 */
public record LinkHolder(String username, String displayName) {
    static final LinkHolder FIRST_ADMINISTRATOR = new LinkHolder("", "");

    /** Returns whether the link makes its user the first administrator. */
    public boolean isFirstAdministrator() {
        return username.isEmpty();
    }
}
