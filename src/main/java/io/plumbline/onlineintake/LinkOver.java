package io.plumbline.onlineintake;

/**
 * Thrown for the link to an online intake that was submitted, has expired, was withdrawn or never existed; the page does
 * not say which.
 */
public class LinkOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LinkOver() {
        super("This link does not work");
    }
}
