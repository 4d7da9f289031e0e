package io.plumbline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import io.plumbline.shared.RecentlyViewed;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** The field in the top bar that opens the search over everything; Ctrl K opens it on every screen. */
@JavaScript("context://assets/find.js")
final class FindField extends Composite<Button> {
    FindField(List<FindSource> sources, RecentlyViewed recently) {
        var hint = Ui.text("kbd", "Ctrl K");
        hint.getElement().setAttribute("aria-hidden", "true");
        var button = getContent();
        button.setId("find");
        button.setIcon(Icon.SEARCH.create());
        button.addClassName("find-field");
        button.getElement()
                .appendChild(Ui.text("grow", "Find a patient, lead or action").getElement(), hint.getElement());
        button.setAriaLabel("Find a patient, lead or action");
        button.getElement().setAttribute("aria-keyshortcuts", "Control+K");
        button.addClickListener(e -> new FindDialog(sources, recently).open());
        Keys.named(button, "Ctrl K", "Find a patient, lead or action");
    }
}
