package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A list that shows its first items; a button, which says how many there are, shows them all. */
public final class FoldedList extends Composite<Div> {
    private final UnorderedList list = new UnorderedList();

    /**
     * Creates the list.
     *
     * @param first how many are shown; with one more than these the list is not folded
     * @param noun what the items are, in the plural
     * @param classes the CSS classes of the list
     */
    public FoldedList(List<? extends Component> items, int first, String noun, String... classes) {
        list.addClassNames(classes);
        getContent().addClassName("folded");
        getContent().add(list);
        if (items.size() <= first + 1) {
            add(items);
            return;
        }
        add(items.subList(0, first));
        var all = new Button("Show all " + items.size() + " " + noun);
        all.addThemeName("small");
        all.addClickListener(e -> {
            add(items.subList(first, items.size()));
            all.removeFromParent();
            // the button that was pressed is gone
            list.getElement().setAttribute("tabindex", "-1");
            list.getElement().callJsFunction("focus");
        });
        getContent().add(all);
    }

    private void add(List<? extends Component> items) {
        items.forEach(item -> list.add(new ListItem(item)));
    }
}
