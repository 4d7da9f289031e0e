package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.plumbline.shared.ui.Ui;

/** A row of a session note: its letter in SOAP order and its name at the left, its fields beside them. */
class SoapSection extends Composite<Div> {
    private final Div body;

    SoapSection(String letter, String name, Component... parts) {
        var heading = new H2(name);
        heading.addClassName("heading");
        var mark = Ui.text("soap-letter", letter);
        mark.getElement().setAttribute("aria-hidden", "true");
        body = Ui.div("soap-body", parts);
        getContent().addClassName("soap");
        getContent().add(mark, heading, body);
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", name);
    }

    void add(Component... parts) {
        body.add(parts);
    }
}
