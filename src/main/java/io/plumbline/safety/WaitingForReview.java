package io.plumbline.safety;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Implemented by the leads: what waits for a chiropractor beside the flags of patients, in the same list. */
public interface WaitingForReview {
    /**
     * What waits, in the order of {@link ReviewItem#ORDER}.
     *
     * @param after the last row of the page before, of whatever room; null for the first page
     */
    List<? extends ReviewItem> page(FlagFilter filter, @Nullable ReviewItem after, int limit);

    /** How much waits now, up to a thousand. */
    long count();

    /** What waits under this id; empty where nothing does. */
    Optional<? extends ReviewItem> find(UUID key);

    /** What the row of an item of this room says; empty for an item of another room. */
    Optional<Row> row(ReviewItem item);

    /** Does the first step, where the row names one. */
    void takeFirstStep(ReviewItem item, Runnable changed);

    /** Asks for the decision, with its reason. */
    void askForDecision(ReviewItem item, Runnable changed);

    /** What the caller decided lately and may still undo, or that there is nothing. */
    Component decidedLately(Runnable changed);

    /**
     * What a row says.
     *
     * @param phone digits by which the person is called; empty where there are none
     * @param phoneShown the same as people write it
     * @param found what was answered, in a line
     * @param handling who looks after it, and where
     * @param firstStep what can be done before the decision; empty where nothing can
     */
    record Row(String phone, String phoneShown, String found, String handling, String firstStep) {}
}
