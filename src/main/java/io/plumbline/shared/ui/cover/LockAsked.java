package io.plumbline.shared.ui.cover;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** Fired at the UI when its person asks to lock the screen, or to leave it to somebody else. */
public class LockAsked extends ComponentEvent<UI> {
    private final boolean isForAnother;

    /**
     * Creates the event.
     *
     * @param isForAnother whether somebody else is to sign in
     */
    public LockAsked(UI ui, boolean isForAnother) {
        super(ui, true);
        this.isForAnother = isForAnother;
    }

    /** Returns whether somebody else is to sign in. */
    public boolean isForAnother() {
        return isForAnother;
    }
}
