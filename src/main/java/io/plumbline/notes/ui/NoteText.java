package io.plumbline.notes.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Creates the fields for the texts of a session note: one line high, and as high as what is typed. */
final class NoteText {
    private NoteText() {}

    static TextArea of(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setMinRows(1);
        area.setWidthFull();
        return area;
    }

    /** Creates the main field of a row that the row itself names; its label is for screen readers. */
    static TextArea named(String label, int most) {
        var area = of(label, most);
        area.setPlaceholder(label);
        area.addClassName("label-hidden");
        return area;
    }
}
