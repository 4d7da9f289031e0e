package io.plumbline.shared.ui.patient;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.shared.CandidateLine;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Shows duplicate candidates while a person is being added, without blocking the form. */
public final class DuplicateHint extends Composite<Div> {
    /** Creates an empty hint. */
    public DuplicateHint() {
        getContent().addClassName("stack-3");
        getContent().getElement().setAttribute("aria-live", "polite");
    }

    /** Shows the candidates; shows nothing if there are none. */
    public void show(List<CandidateLine> candidates) {
        show(candidates, null);
    }

    /**
     * Shows the candidates, each with a button to choose it.
     *
     * @param chosen receives the index of the chosen candidate, from 0; null if they are only shown
     */
    public void show(List<CandidateLine> candidates, @Nullable IntConsumer chosen) {
        getContent().removeAll();
        if (candidates.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("stack-3");
        for (int n = 0; n < candidates.size(); n++) {
            list.add(new ListItem(shown(candidates.get(n), n, chosen)));
        }
        getContent()
                .add(Ui.card("Possible duplicate", Ui.text("muted", "Check before you add a duplicate record."), list));
    }

    private static Div shown(CandidateLine one, int n, @Nullable IntConsumer chosen) {
        var shown = Ui.div(
                "stack-0",
                new Anchor(one.address(), one.name()),
                Ui.text("muted small", one.about()),
                Ui.text("small", one.why()));
        if (chosen != null) {
            var choose = new Button("Use this patient", e -> chosen.accept(n));
            choose.setAriaLabel("Use this patient: " + one.name() + ", " + one.about());
            shown.add(Ui.div("cluster", choose));
        }
        return shown;
    }
}
