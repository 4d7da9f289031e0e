package io.plumbline.access;

/**
 * For whom a one-time link is.
 *
 * @param username empty where it is for the first administrator, who has no account yet
 */
public record LinkHolder(String username, String displayName) {
    static final LinkHolder FIRST_ADMINISTRATOR = new LinkHolder("", "");

    /** Whether who opens it becomes the first administrator. */
    public boolean isFirstAdministrator() {
        return username.isEmpty();
    }
}
