package io.plumbline.documents;

/**
 * How the pages of a document are numbered: by themselves, or as a part of a larger one.
 *
 * @param first the number of the first page, from 1
 */
public record PageNumbers(int first, Style style) {
    /** What stands at the foot of a page. */
    public enum Style {
        /** <em>Page 2 of 5</em>. */
        OF_ALL,
        /** <em>Page 12</em>, because the whole has more pages than the part. */
        CONTINUED,
        /** <em>Page ii</em>, for what stands in front of the first page. */
        ROMAN
    }

    /** The numbers of a document that is no part of another one. */
    public static final PageNumbers OWN = new PageNumbers(1, Style.OF_ALL);

    /** The numbers of a cover. */
    public static final PageNumbers COVER = new PageNumbers(1, Style.ROMAN);

    /** Returns the numbers of a part that begins with this page. */
    public static PageNumbers from(int first) {
        return new PageNumbers(first, Style.CONTINUED);
    }

    /** Returns whether the number of all pages stands with each. */
    public boolean isOfAll() {
        return style == Style.OF_ALL;
    }

    /** Returns the style sheet's name of the digits. */
    public String digits() {
        return style == Style.ROMAN ? "lower-roman" : "decimal";
    }
}
