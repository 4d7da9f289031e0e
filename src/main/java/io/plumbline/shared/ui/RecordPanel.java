package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A record beside its list: a heading, the button that closes it, as Escape does, and the parts of the record. */
public final class RecordPanel extends Section {
    private final H2 heading = new H2();
    private final Div title = Ui.div("stack-1 grow", heading);
    private final Button closing = Ui.iconButton("Close", Icon.CROSS);
    private final Div head = Ui.div("panel-head", title, closing);

    /** Creates a panel that says nothing yet. */
    public RecordPanel() {
        heading.addClassName("heading");
        heading.getElement().setAttribute("tabindex", "-1");
        // heard within the panel only: Escape in a dialog closes just that dialog
        closing.addClickShortcut(Key.ESCAPE).listenOn(this);
        addClassName("panel");
        add(head);
    }

    /**
     * @param name what the record is, for screen readers
     * @param close runs when the user closes the panel
     */
    public RecordPanel named(String name, Runnable close) {
        getElement().setAttribute("aria-label", name);
        closing.addClickListener(e -> close.run());
        return this;
    }

    /** Shows the heading, which stays as long as the panel: a new one would lose the focus. */
    public RecordPanel headed(String words, Component... below) {
        heading.setText(words);
        title.getChildren().filter(part -> part != heading).toList().forEach(title::remove);
        title.add(below);
        return this;
    }

    /** Shows the parts below the heading, in place of those before. */
    public RecordPanel showing(Component... parts) {
        getChildren().filter(part -> part != head).toList().forEach(this::remove);
        add(parts);
        return this;
    }

    /** Moves keyboard and screen reader focus to the heading. */
    public void focus() {
        heading.getElement().callJsFunction("focus");
    }
}
