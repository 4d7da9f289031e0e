package io.plumbline.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of pending items in the navigation; refreshed at most every 30 seconds, and after each change that the
 * screen itself makes.
 */
class NavCounts {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final List<NavBadge> badges;
    private final Clock clock;
    private final Map<SideNavItem, NavBadge> counted = new HashMap<>();
    private Instant asked = Instant.EPOCH;

    NavCounts(List<NavBadge> badges, Clock clock) {
        this.badges = badges.stream().filter(NavBadge::calls).toList();
        this.clock = clock;
    }

    /** Registers a navigation entry for its count. */
    void at(SideNavItem item, String path) {
        badges.stream().filter(badge -> badge.place().equals(path)).forEach(badge -> counted.put(item, badge));
    }

    /** Refreshes the counts. */
    void refresh() {
        var now = clock.instant();
        if (now.isBefore(asked.plus(FRESH))) {
            return;
        }
        recount();
    }

    /** Refreshes the counts even if they were just refreshed. */
    void recount() {
        asked = clock.instant();
        counted.forEach((item, badge) -> {
            var waiting = badge.waiting();
            item.setSuffixComponent(waiting.count() == 0 ? null : count(waiting));
        });
    }

    private static Span count(NavBadge.Waiting waiting) {
        var count = Ui.span("nav-count", Icon.ALERT.create(), Ui.text("", waiting.shown()));
        count.setTitle(waiting.sentence());
        return count;
    }
}
