package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.plumbline.referrals.ReferralFilter;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Ui;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the list of referrals shows, each with its count, and whether only the reader's own. */
class ReferralChips extends Composite<Nav> {
    ReferralChips() {
        getContent().addClassName("chips");
        getContent().getElement().setAttribute("aria-label", "Referrals shown");
    }

    void show(ReferralFilter shown, boolean isMine, Map<ReferralFilter, Long> counts) {
        getContent().removeAll();
        for (var filter : ReferralFilter.values()) {
            var link = chip(address(filter, isMine), filter == shown);
            link.add(Ui.text("", filter.label()), Ui.text("count", String.valueOf(counts.getOrDefault(filter, 0L))));
            getContent().add(link);
        }
        var mine = chip(address(shown, !isMine), isMine);
        mine.add(Ui.text("", "By me"));
        mine.setTitle(isMine ? "Show those of colleagues too" : "Only the referrals that you wrote");
        getContent().add(mine);
    }

    private static Anchor chip(String address, boolean isCurrent) {
        var link = new Anchor(address);
        link.addClassName("chip");
        if (isCurrent) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private static String address(ReferralFilter filter, boolean isMine) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(ReferralListView.ONLY, filter == ReferralFilter.OPEN ? null : filter);
        values.put(ReferralListView.MINE, isMine ? ReferralListView.YES : null);
        var query = Filters.query(values).getQueryString();
        return query.isEmpty() ? Routes.REFERRALS : Routes.REFERRALS + "?" + query;
    }
}
