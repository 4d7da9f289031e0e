package io.plumbline.leads.ui.queue;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadQueueFilter;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Ui;
import java.util.EnumMap;
import java.util.Map;

/** The filters of the queue as links with counts; the URL holds the current one. */
class ShownBar extends Composite<Nav> {
    static final String IN_ADDRESS = "show";

    private final Map<LeadQueueFilter, Anchor> links = new EnumMap<>(LeadQueueFilter.class);

    ShownBar() {
        getContent().addClassName("chips");
        getContent().getElement().setAttribute("aria-label", "Queue filters");
        for (var part : LeadQueueFilter.values()) {
            var link = new Anchor(address(Routes.LEADS, part));
            link.addClassName("chip");
            links.put(part, link);
            getContent().add(link);
        }
    }

    /** Returns the query parameters of a filter; empty for the unfiltered queue. */
    static QueryParameters query(LeadQueueFilter shown) {
        return shown == LeadQueueFilter.EVERYONE
                ? QueryParameters.empty()
                : QueryParameters.of(IN_ADDRESS, Filters.inAddress(shown));
    }

    /** Returns a URL that keeps the current filter. */
    static String address(String place, LeadQueueFilter shown) {
        var query = query(shown).getQueryString();
        return query.isEmpty() ? place : place + "?" + query;
    }

    void show(LeadQueueFilter shown, Map<LeadQueueFilter, Long> counts) {
        links.forEach((part, link) -> {
            var count = counts.getOrDefault(part, 0L);
            link.removeAll();
            link.add(
                    Ui.text("", part.label()),
                    Ui.text("count", count < CallQueueService.MOST_COUNTED ? String.valueOf(count) : count + "+"));
            if (part == shown) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
