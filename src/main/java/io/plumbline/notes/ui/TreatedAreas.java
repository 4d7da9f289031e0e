package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ui.BodyChart;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The areas treated in a session: a body chart to mark them, and the list of those marked, in the order of marking. */
class TreatedAreas {
    private final BodyChart chart = new BodyChart(this::toggle, this::lead);
    private final UnorderedList list = new UnorderedList();
    private final Set<BodyRegion> areas = new LinkedHashSet<>();
    private final Map<BodyRegion, Button> removers = new HashMap<>();
    private final Runnable changed;

    /** @param changed runs after the user marked or removed an area */
    TreatedAreas(Runnable changed) {
        this.changed = changed;
        list.addClassNames("chips", "picked");
        list.getElement().setAttribute("aria-label", "Areas treated");
    }

    BodyChart chart() {
        return chart;
    }

    Component list() {
        return list;
    }

    List<BodyRegion> marked() {
        return List.copyOf(areas);
    }

    boolean isEmpty() {
        return areas.isEmpty();
    }

    void show(Collection<BodyRegion> noted) {
        areas.clear();
        areas.addAll(noted);
        draw();
    }

    /** Shows whether the areas are as they were carried forward. */
    void showCarried(boolean isCarried) {
        list.setClassName("carried", isCarried);
    }

    private void toggle(BodyRegion region) {
        if (!areas.remove(region)) {
            areas.add(region);
        }
        draw();
        changed.run();
    }

    private void lead(BodyRegion marked) {
        Objects.requireNonNull(removers.get(marked)).focus();
    }

    private void draw() {
        list.removeAll();
        removers.clear();
        var items = new ArrayList<Component>();
        for (var region : areas) {
            var remove = Ui.iconButton("Remove " + region.label(), Icon.CROSS);
            remove.addClickListener(e -> toggle(region));
            removers.put(region, remove);
            items.add(new ListItem(Ui.text("", region.label()), remove));
        }
        list.add(items);
        chart.mark(areas);
    }
}
