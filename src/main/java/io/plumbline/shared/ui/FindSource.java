package io.plumbline.shared.ui;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of things that can be found from the top bar; each module implements it for its own, in at most two
 * statements. The sources appear in the order of their beans.
 */
public interface FindSource {
    /** Returns the heading of what is found. */
    String heading();

    /** Returns whether the current user may find anything here. */
    boolean isForCurrentUser();

    /**
     * Returns what the current user may open and what matches the text, best first.
     *
     * @param typed not blank, at most 100 characters
     * @param most the largest number of results
     */
    List<Found> find(String typed, int most);

    /** Returns the kind of the audit event of a view here; empty if views are not recorded. */
    default String viewedKind() {
        return "";
    }

    /** Returns those of some viewed records that the current user may still open. */
    default List<Found> findViewed(Set<UUID> records) {
        return List.of();
    }

    /**
     * A result.
     *
     * @param record the id of the record; null for a screen or an action
     * @param title its name
     * @param detail what tells it from others of that name; may be empty
     * @param address the route to open
     */
    record Found(@Nullable UUID record, Icon icon, String title, String detail, String address) {}
}
