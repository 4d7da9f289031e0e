package io.plumbline.access.lock;

import com.vaadin.flow.server.VaadinSession;

/** Takes the content out of the open screens of a locked session. Implemented by {@code access.ui.lock}. */
public interface LockableScreens {
    /**
     * Covers the screens of a locked session: a screen first sends what was typed, and is covered then, or with the next
     * call. Does nothing to screens that are covered.
     */
    void cover(VaadinSession session);
}
