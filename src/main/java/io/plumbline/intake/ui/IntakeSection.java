package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.plumbline.intake.progress.IntakePart;
import io.plumbline.intake.progress.IntakeProgress;
import io.plumbline.shared.ui.Ui;
import org.jspecify.annotations.Nullable;

/** A part of the intake form, which folds and shows how far it is filled in. */
class IntakeSection extends Composite<Section> {
    private final @Nullable IntakePart part;
    private final String name;
    private final H2 title;
    private final Span state = new Span();
    private final Button fold = new Button();
    private final Div body;

    IntakeSection(IntakePart part, Component... fields) {
        this(part, part.title(), fields);
    }

    /** Creates a section of a clinic's own questions. */
    IntakeSection(String name, Component... fields) {
        this(null, name, fields);
    }

    private IntakeSection(@Nullable IntakePart part, String name, Component... fields) {
        this.part = part;
        this.name = name;
        title = new H2(name);
        title.addClassName("heading");
        title.getElement().setAttribute("tabindex", "-1");
        state.addClassNames("muted", "small");
        fold.addThemeName("small");
        fold.addClickListener(e -> show(!isOpen()));
        body = Ui.div("stack-3", fields);
        getContent().addClassName("card");
        getContent().getElement().setAttribute("aria-label", name);
        getContent().add(Ui.div("card-head", title, Ui.div("cluster", state, fold)), body);
        show(true);
    }

    /** Returns which part of every note it is; null for a clinic's own questions. */
    @Nullable
    IntakePart part() {
        return part;
    }

    String name() {
        return name;
    }

    boolean isOpen() {
        return body.isVisible();
    }

    void show(IntakeProgress progress) {
        state.setText(progress.label());
    }

    /** Opens the section and leads the keyboard to it. */
    void lead() {
        show(true);
        title.getElement().callJsFunction("focus");
        title.getElement().callJsFunction("scrollIntoView");
    }

    private void show(boolean isOpen) {
        body.setVisible(isOpen);
        fold.setText(isOpen ? "Fold" : "Open");
        fold.setAriaLabel((isOpen ? "Fold: " : "Open: ") + name);
        fold.getElement().setAttribute("aria-expanded", String.valueOf(isOpen));
    }
}
