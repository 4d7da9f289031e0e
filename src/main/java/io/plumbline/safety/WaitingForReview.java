package io.plumbline.safety;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Implemented by leads: items that wait for a chiropractor besides the flags of patients, in the same list. */
public interface WaitingForReview {
    /**
     * Returns a page of waiting items, in the order of {@link ReviewItem#ORDER}.
     *
     * @param after the last row of the previous page, from any module; null for the first page
     */
    List<? extends ReviewItem> page(FlagFilter filter, @Nullable ReviewItem after, int limit);

    /** Returns how many items wait now, up to 1,000. */
    long count();

    /** Returns the waiting item with this id; empty if there is none. */
    Optional<? extends ReviewItem> find(UUID key);

    /** Returns the content of the row of an item of this module; empty for an item of another module. */
    Optional<Row> row(ReviewItem item);

    /** Takes the first step, if the row names one. */
    void takeFirstStep(ReviewItem item, Runnable changed);

    /** Asks for the decision and its reason. */
    void askForDecision(ReviewItem item, Runnable changed);

    /** Shows the current user's recent decisions that may still be undone, or that there are none. */
    Component decidedLately(Runnable changed);

    /**
     * The content of a row.
     *
     * @param phone digits of the person's phone number; empty if there is none
     * @param phoneShown the same, formatted
     * @param found the answers, in one line
     * @param handling who handles it, and where
     * @param firstStep the action available before the decision; empty if there is none
     */
    record Row(String phone, String phoneShown, String found, String handling, String firstStep) {}
}
