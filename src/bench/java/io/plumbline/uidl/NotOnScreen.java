package io.plumbline.uidl;

/** The screen does not have the field, button or row that was to be used. */
public final class NotOnScreen extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotOnScreen(String what, UidlScreen screen) {
        super("The screen has no " + what + "; it says: " + screen.texts());
    }
}
