package io.plumbline.referrals;

import org.jspecify.annotations.Nullable;

/**
 * What a list of the contacts book shows.
 *
 * @param text beginnings of words of name and organization; empty for all
 * @param kind null for every kind
 * @param withInactive whether deactivated contacts are listed too
 */
public record ContactFilter(String text, @Nullable ContactKind kind, boolean withInactive) {
    /** All active contacts. */
    public static final ContactFilter ACTIVE = new ContactFilter("", null, false);
}
