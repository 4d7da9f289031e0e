package io.plumbline.shared;

/** The limits that a text must keep before it may be stored; counted as the store counts, so an emoji is two. */
public final class TextLimit {
    private TextLimit() {}

    /**
     * A text without blanks around it.
     *
     * @param what the field, as the screen names it
     * @throws IllegalArgumentException if it is blank or longer than {@code most} characters
     */
    public static String required(String what, String text, int most) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return optional(what, stripped, most);
    }

    /**
     * A text without blanks around it, possibly empty.
     *
     * @throws IllegalArgumentException if it is longer than {@code most} characters
     */
    public static String optional(String what, String text, int most) {
        var stripped = text.strip();
        if (stripped.length() > most) {
            throw new IllegalArgumentException(what + " has at most " + most + " characters");
        }
        return stripped;
    }
}
