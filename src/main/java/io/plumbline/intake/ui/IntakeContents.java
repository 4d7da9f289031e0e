package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.intake.progress.IntakeProgress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of contents of the intake form: each section with its state, one press away. */
class IntakeContents extends Composite<Nav> {
    private final Map<IntakeSection, Span> states = new HashMap<>();

    IntakeContents(List<IntakeSection> sections) {
        var list = new UnorderedList();
        for (var section : sections) {
            var go = new Button(section.name(), e -> section.lead());
            go.addThemeNames("small", "tertiary");
            go.setAriaLabel("Go to: " + section.name());
            var state = new Span();
            state.addClassNames("muted", "tiny");
            states.put(section, state);
            list.add(new ListItem(go, state));
        }
        getContent().addClassName("contents");
        getContent().getElement().setAttribute("aria-label", "Sections of the intake note");
        getContent().add(list);
    }

    void show(IntakeSection section, IntakeProgress progress) {
        var state = states.get(section);
        if (state != null) {
            state.setText(progress.label());
        }
    }
}
