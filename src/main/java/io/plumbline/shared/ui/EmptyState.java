package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here, and what to do about it. */
public final class EmptyState extends Div {
    public EmptyState(Icon icon, String title, String text) {
        this(new H2(title), icon, text);
    }

    public EmptyState(Component title, Icon icon, String text, Component... actions) {
        addClassName("empty");
        add(Ui.div("empty-icon", icon.create()), title, new Paragraph(text));
        if (actions.length > 0) {
            add(Ui.div("cluster", actions));
        }
    }
}
