package io.plumbline.shared.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.plumbline.shared.Routes;

/** The number of pending items behind a navigation entry; each module implements it for its own entry. */
public interface NavBadge {
    /** Returns the route, one of {@link Routes}. */
    String place();

    /** Returns what is pending for the current user now. */
    Waiting waiting();

    /**
     * Returns whether somebody must act on the pending items, so that the navigation shows their number on every
     * screen.
     */
    default boolean calls() {
        return false;
    }

    /**
     * Has the navigation of the screen that made a change count again, at the end of the request. Does nothing for a
     * change by a job.
     */
    static void recount() {
        var ui = UI.getCurrent();
        if (ui != null) {
            ComponentUtil.fireEvent(ui, new Recount(ui));
        }
    }

    /** What is pending may have changed by an action of this screen. */
    final class Recount extends ComponentEvent<UI> {
        private Recount(UI source) {
            super(source, false);
        }
    }

    /**
     * A count and what it counts.
     *
     * @param count exact below 1,000; 1,000 means that many or more
     * @param sentence what is counted, for the user; fits after any number
     */
    record Waiting(long count, String sentence) {
        private static final long CAP = 1000;

        /** Returns the count as shown on screen. */
        public String shown() {
            return count >= CAP ? "1,000+" : String.valueOf(count);
        }
    }
}
