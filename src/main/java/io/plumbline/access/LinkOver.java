package io.plumbline.access;

/** A one-time link that was used, has expired, was replaced, or never was: nobody is told which. */
public class LinkOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LinkOver() {
        super("This link does not work any more");
    }
}
