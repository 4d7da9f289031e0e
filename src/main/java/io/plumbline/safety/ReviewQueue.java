package io.plumbline.safety;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The caller's review queue: open red flags and items of other rooms in one list. Each room reads its part of a page in
 * one statement, after the same row, and the parts are merged by {@link ReviewItem#ORDER}.
 */
@Component
public class ReviewQueue {
    private final SafetyService safety;
    private final List<WaitingForReview> rooms;

    ReviewQueue(SafetyService safety, List<WaitingForReview> rooms) {
        this.safety = safety;
        this.rooms = rooms;
    }

    /**
     * Returns a page of the queue, most urgent first, and per level longest waiting first.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    public List<ReviewItem> page(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        var flags = safety.open(filter, after, limit).stream();
        var others = rooms.stream().flatMap(room -> room.page(filter, after, limit).stream());
        return Stream.concat(flags.map(ReviewItem.class::cast), others.map(ReviewItem.class::cast))
                .sorted(ReviewItem.ORDER)
                .limit(limit)
                .toList();
    }

    /** Returns how many items wait; exact below 1,000. */
    public long count() {
        return safety.countOpen()
                + rooms.stream().mapToLong(WaitingForReview::count).sum();
    }
}
