package io.plumbline.plans.ui.worklist;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.plumbline.plans.worklist.PlanCountService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.shared.ui.Ui;
import java.util.Map;

/** Which plans the worklist shows, each with its count and its own address. */
class PlanChips extends Composite<Nav> {
    PlanChips() {
        getContent().addClassName("chips");
        getContent().getElement().setAttribute("aria-label", "Plans shown");
    }

    /** @param counts of the filters that can show the user a plan */
    void show(PlanListAddress shown, Map<PlanFilter, Long> counts) {
        getContent().removeAll();
        for (var filter : PlanFilter.values()) {
            var count = counts.get(filter);
            if (count != null) {
                getContent().add(link(shown, filter, count));
            }
        }
    }

    private static Anchor link(PlanListAddress shown, PlanFilter filter, long count) {
        var link = new Anchor(shown.with(filter).text());
        link.addClassName("chip");
        link.add(
                Ui.text("", filter.label()),
                Ui.text("count", count < PlanCountService.MOST_COUNTED ? String.valueOf(count) : count + "+"));
        if (filter == shown.filter()) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
