package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

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
        show(candidates, null);
    }

    /**
     * The same, each to be chosen with a click.
     *
     * @param chosen told which of them it is, from 0; null where they are only shown
     */
    public void show(List<Candidate> candidates, @Nullable IntConsumer chosen) {
        getContent().removeAll();
        if (candidates.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("stack-3");
        for (int n = 0; n < candidates.size(); n++) {
            list.add(new ListItem(shown(candidates.get(n), n, chosen)));
        }
        getContent().add(Ui.card("Here already?", Ui.text("muted", "Look before you add somebody twice."), list));
    }

    private static Div shown(Candidate one, int n, @Nullable IntConsumer chosen) {
        var shown = Ui.div(
                "stack-0",
                new Anchor(one.address(), one.name()),
                Ui.text("muted small", one.about()),
                Ui.text("small", one.why()));
        if (chosen != null) {
            var choose = new Button("This is them", e -> chosen.accept(n));
            choose.setAriaLabel("This is them: " + one.name() + ", " + one.about());
            shown.add(Ui.div("cluster", choose));
        }
        return shown;
    }
}
