package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Who may be here already while somebody is being added; it never stands in the way. */
public final class HereAlready extends Composite<Div> {
    /**
     * Somebody who may be the same person.
     *
     * @param address their page
     * @param about what tells them from others of that name
     * @param why what is the same
     */
    public record Candidate(String name, String address, String about, String why) {}

    /** Nobody yet. */
    public HereAlready() {
        getContent().addClassName("stack-3");
        getContent().getElement().setAttribute("aria-live", "polite");
    }

    /** Shows who may be it; nothing where nobody is. */
    public void show(List<Candidate> candidates) {
        getContent().removeAll();
        if (candidates.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("stack-3");
        candidates.forEach(one -> list.add(new ListItem(Ui.div(
                "stack-0",
                new Anchor(one.address(), one.name()),
                Ui.text("muted small", one.about()),
                Ui.text("small", one.why())))));
        getContent().add(Ui.card("Here already?", Ui.text("muted", "Look before you add somebody twice."), list));
    }
}
