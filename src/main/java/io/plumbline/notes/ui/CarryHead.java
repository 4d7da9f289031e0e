package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.CarryForward;
import io.plumbline.notes.NoteDraft;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.StatusBadge;

/** Beside the signature: how many fields are as they were carried forward, and the button that carries all. */
class CarryHead extends Composite<Div> {
    private final Div count = new Div();

    CarryHead(Runnable carryAll) {
        var all = new Button("Carry all forward", e -> carryAll.run());
        all.addClickShortcut(Key.KEY_F, KeyModifier.ALT, KeyModifier.SHIFT);
        all.getElement().setAttribute("aria-keyshortcuts", "Alt+Shift+F");
        Keys.named(all, "Alt Shift F", "Carry forward all sections");
        getContent().addClassName("cluster");
        getContent().add(count, all);
    }

    void show(NoteDraft draft) {
        var unchanged = CarryForward.unchangedIn(draft);
        count.removeAll();
        if (!unchanged.isEmpty()) {
            count.add(StatusBadge.warn(unchanged.size() + " carried forward"));
            count.setTitle(NoteWords.names(unchanged));
        }
    }
}
