package io.plumbline.leads.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadsShown;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import java.util.EnumMap;
import java.util.Map;

/** The parts of the open leads as links with their counts; the address says which one is shown. */
class ShownBar extends Composite<Nav> {
    static final String IN_ADDRESS = "show";

    private final Map<LeadsShown, Anchor> links = new EnumMap<>(LeadsShown.class);

    ShownBar() {
        getContent().addClassName("chips");
        getContent().getElement().setAttribute("aria-label", "Parts of the queue");
        for (var part : LeadsShown.values()) {
            var link = new Anchor(address(Places.LEADS, part));
            link.addClassName("chip");
            links.put(part, link);
            getContent().add(link);
        }
    }

    /** What the address of a part carries; that of all nothing. */
    static QueryParameters query(LeadsShown shown) {
        return shown == LeadsShown.EVERYONE
                ? QueryParameters.empty()
                : QueryParameters.of(IN_ADDRESS, Filters.inAddress(shown));
    }

    /** A place that keeps the part that is shown. */
    static String address(String place, LeadsShown shown) {
        var query = query(shown).getQueryString();
        return query.isEmpty() ? place : place + "?" + query;
    }

    void show(LeadsShown shown, Map<LeadsShown, Long> counts) {
        links.forEach((part, link) -> {
            var count = counts.getOrDefault(part, 0L);
            link.removeAll();
            link.add(
                    Ui.text("", part.word()),
                    Ui.text("count", count < LeadService.MOST_COUNTED ? String.valueOf(count) : count + "+"));
            if (part == shown) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
