package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.plumbline.plans.worklist.PlanCountService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Ui;
import java.util.EnumMap;
import java.util.Map;

/** Which plans the worklist shows, each with its count and its own address. */
class PlanChips extends Composite<Nav> {
    private final Map<PlanFilter, Anchor> links = new EnumMap<>(PlanFilter.class);

    PlanChips() {
        getContent().addClassName("chips");
        getContent().getElement().setAttribute("aria-label", "Plans shown");
        for (var filter : PlanFilter.values()) {
            var link = new Anchor(
                    filter == PlanFilter.ALL
                            ? Routes.PLANS
                            : Routes.PLANS + "?" + PlanListView.ONLY + "=" + Filters.inAddress(filter));
            link.addClassName("chip");
            links.put(filter, link);
            getContent().add(link);
        }
    }

    void show(PlanFilter shown, Map<PlanFilter, Long> counts) {
        links.forEach((filter, link) -> {
            var count = counts.getOrDefault(filter, 0L);
            link.removeAll();
            link.add(
                    Ui.text("", filter.label()),
                    Ui.text("count", count < PlanCountService.MOST_COUNTED ? String.valueOf(count) : count + "+"));
            if (filter == shown) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
