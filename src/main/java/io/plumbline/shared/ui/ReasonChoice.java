package io.plumbline.shared.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;

/** Creates the field for a reason of which the usual ones are choices; who has another one types it. */
public final class ReasonChoice {
    private ReasonChoice() {}

    /**
     * Creates the field, as wide as its dialog.
     *
     * @param usual the choices, as they are stored
     */
    public static ComboBox<String> of(List<String> usual) {
        var reason = new ComboBox<String>("Reason");
        reason.setItems(usual);
        reason.setAllowCustomValue(true);
        reason.addCustomValueSetListener(e -> reason.setValue(e.getDetail()));
        reason.setPlaceholder("Choose a reason or type your own");
        reason.setWidthFull();
        return reason;
    }
}
