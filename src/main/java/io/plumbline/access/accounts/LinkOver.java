package io.plumbline.access.accounts;

/** Thrown for a one-time link that was used, has expired, was replaced or never existed; the user is not told which. */
public class LinkOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LinkOver() {
        super("This link no longer works");
    }
}
