package io.plumbline.safety;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All that waits for the caller's decision as one list: open red flags, and what other rooms bring. Each room is asked for
 * its part of a page in one statement, after the same row, and the parts are merged by {@link ReviewItem#ORDER}.
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
     * A page of what waits, the most urgent first, of a level what waits longest.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<ReviewItem> page(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        var flags = safety.open(filter, after, limit).stream();
        var others = rooms.stream().flatMap(room -> room.page(filter, after, limit).stream());
        return Stream.concat(flags.map(ReviewItem.class::cast), others.map(ReviewItem.class::cast))
                .sorted(ReviewItem.ORDER)
                .limit(limit)
                .toList();
    }

    /** How much waits in all; exact below a thousand. */
    public long count() {
        return safety.countOpen()
                + rooms.stream().mapToLong(WaitingForReview::count).sum();
    }
}
