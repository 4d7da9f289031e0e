package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.CarryForward;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.templates.TemplateMarks;
import io.plumbline.notes.ui.fill.FieldNames;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;

/**
 * Beside the signature: how many fields are as they were carried forward or as a template filled them in, and the button
 * that carries all.
 */
class CarryHead extends Composite<Div> {
    private final Div count = Ui.div("cluster");

    CarryHead(boolean carries, Runnable carryAll) {
        getContent().addClassName("cluster");
        getContent().add(count);
        if (carries) {
            var all = new Button("Carry all forward", e -> carryAll.run());
            all.addClickShortcut(Key.KEY_F, KeyModifier.ALT, KeyModifier.SHIFT);
            all.getElement().setAttribute("aria-keyshortcuts", "Alt+Shift+F");
            Keys.named(all, "Alt Shift F", "Carry forward all sections");
            getContent().add(all);
        }
    }

    void show(NoteDraft draft) {
        var unchanged = CarryForward.unchangedIn(draft);
        var filled = TemplateMarks.unchangedIn(draft);
        count.removeAll();
        if (!unchanged.isEmpty()) {
            count.add(badge(unchanged.size() + " carried forward", FieldNames.names(unchanged)));
        }
        if (!filled.isEmpty()) {
            count.add(badge(filled.size() + " from a template", FieldNames.templated(filled)));
        }
    }

    private static StatusBadge badge(String words, String fields) {
        var badge = StatusBadge.warn(words);
        badge.getElement().setAttribute("title", fields);
        return badge;
    }
}
