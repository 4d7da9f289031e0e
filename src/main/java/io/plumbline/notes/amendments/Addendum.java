package io.plumbline.notes.amendments;

/**
 * What an addendum says, complete or not.
 *
 * @param text at most 2,000 characters
 */
public record Addendum(String text) {
    /** An addendum without text. */
    public static final Addendum EMPTY = new Addendum("");
}
