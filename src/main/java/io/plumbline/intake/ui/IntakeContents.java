package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.intake.IntakePart;
import io.plumbline.intake.IntakeProgress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of contents of the intake form: each section with its state, one press away. */
class IntakeContents extends Composite<Nav> {
    private final Map<IntakePart, Span> states = new EnumMap<>(IntakePart.class);

    IntakeContents(List<IntakeSection> sections) {
        var list = new UnorderedList();
        for (var section : sections) {
            var part = section.part();
            var go = new Button(part.title(), e -> section.lead());
            go.addThemeNames("small", "tertiary");
            go.setAriaLabel("Go to: " + part.title());
            var state = new Span();
            state.addClassNames("muted", "tiny");
            states.put(part, state);
            list.add(new ListItem(go, state));
        }
        getContent().addClassName("contents");
        getContent().getElement().setAttribute("aria-label", "Sections of the intake note");
        getContent().add(list);
    }

    void show(IntakePart part, IntakeProgress progress) {
        var state = states.get(part);
        if (state != null) {
            state.setText(progress.label());
        }
    }
}
