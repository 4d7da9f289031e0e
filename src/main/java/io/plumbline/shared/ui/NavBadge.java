package io.plumbline.shared.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.plumbline.shared.Routes;
import io.plumbline.shared.VisibleChange;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.transaction.event.TransactionalEventListener;

/** The number of pending items behind a navigation entry; each module has a bean for each of its entries. */
public final class NavBadge {
    private final String place;
    private final String sentence;
    private final LongSupplier count;
    private final boolean calls;
    private final List<Class<? extends VisibleChange>> changes;

    private NavBadge(
            String place,
            String sentence,
            LongSupplier count,
            boolean calls,
            List<Class<? extends VisibleChange>> changes) {
        this.place = place;
        this.sentence = sentence;
        this.count = count;
        this.calls = calls;
        this.changes = changes;
    }

    /**
     * Creates the count that the start page shows beside the entry.
     *
     * @param place the route, one of {@link Routes}
     * @param sentence what is counted, for the user; fits after any number
     * @param count counts for the current user
     * @param changes after which the navigation of the screen that made them counts again
     */
    @SafeVarargs
    public static NavBadge of(
            String place, String sentence, LongSupplier count, Class<? extends VisibleChange>... changes) {
        return new NavBadge(place, sentence, count, false, List.of(changes));
    }

    /** Creates a count of items on which somebody must act, so that the navigation shows it on every screen. */
    @SafeVarargs
    public static NavBadge calling(
            String place, String sentence, LongSupplier count, Class<? extends VisibleChange>... changes) {
        return new NavBadge(place, sentence, count, true, List.of(changes));
    }

    /** Returns the route, one of {@link Routes}. */
    public String place() {
        return place;
    }

    /** Returns what is pending for the current user now. */
    public Waiting waiting() {
        return new Waiting(count.getAsLong(), sentence);
    }

    /** Returns whether somebody must act on the pending items. */
    public boolean calls() {
        return calls;
    }

    @TransactionalEventListener
    void on(VisibleChange change) {
        if (change.isVisible() && changes.stream().anyMatch(type -> type.isInstance(change))) {
            recount();
        }
    }

    /**
     * Has the navigation of the screen that made a change count again, at the end of the request. Does nothing for a
     * change by a job.
     */
    public static void recount() {
        var ui = UI.getCurrent();
        if (ui != null) {
            ComponentUtil.fireEvent(ui, new Recount(ui));
        }
    }

    /** What is pending may have changed by an action of this screen. */
    public static final class Recount extends ComponentEvent<UI> {
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
    public record Waiting(long count, String sentence) {
        private static final long CAP = 1000;

        /** Returns the count as shown on screen. */
        public String shown() {
            return count >= CAP ? "1,000+" : String.valueOf(count);
        }
    }
}
