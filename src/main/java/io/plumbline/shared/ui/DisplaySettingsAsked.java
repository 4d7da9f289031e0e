package io.plumbline.shared.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** Asks the shell to open the display settings over the screen. */
public final class DisplaySettingsAsked extends ComponentEvent<UI> {
    private static final long serialVersionUID = 1L;

    public DisplaySettingsAsked(UI screen) {
        super(screen, false);
    }
}
