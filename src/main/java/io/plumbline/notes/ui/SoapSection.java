package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.plumbline.shared.ui.Ui;

/** A section of a session note, with its letter in SOAP order. */
class SoapSection extends Composite<Div> {
    private final Div body;

    SoapSection(String letter, String name, Component... parts) {
        var heading = new H2(name);
        heading.addClassName("heading");
        var body = Ui.div("soap-body", heading);
        body.add(parts);
        var mark = Ui.text("soap-letter", letter);
        mark.getElement().setAttribute("aria-hidden", "true");
        getContent().addClassName("soap");
        this.body = body;
        getContent().add(mark, body);
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", name);
    }

    void add(Component... parts) {
        body.add(parts);
    }
}
