package io.plumbline.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The current user's review queue: open red flags and items of other modules in one list. Each module reads its part of a page in
 * one statement, after the same row, and the parts are merged by {@link ReviewItem#ORDER}.
 */
@Component
public class ReviewQueue {
    private final SafetyService safety;
    private final List<WaitingForReview> modules;

    ReviewQueue(SafetyService safety, List<WaitingForReview> modules) {
        this.safety = safety;
        this.modules = modules;
    }

    /**
     * Returns a page of the queue, most urgent first, and per level longest waiting first.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    public List<ReviewItem> page(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        return merged(safety.open(filter, after, limit), filter, after, limit);
    }

    private List<ReviewItem> merged(List<ReviewItem> flags, FlagFilter filter, @Nullable ReviewItem after, int limit) {
        var others = modules.stream().flatMap(module -> module.page(filter, after, limit).stream());
        return Stream.concat(flags.stream(), others.map(ReviewItem.class::cast))
                .sorted(ReviewItem.ORDER)
                .limit(limit)
                .toList();
    }

    /**
     * The first items of the queue.
     *
     * @param count how many items wait; exact below 1,000
     * @param mayBeTold as in {@link SafetyService.FirstFlags}
     */
    public record First(List<ReviewItem> items, long count, boolean mayBeTold) {}

    /** Returns the first items of the queue, most urgent first, and how many wait. */
    public First first(int limit) {
        var flags = safety.firstOpen(limit);
        var items = new ArrayList<ReviewItem>(flags.rows());
        var count = flags.count();
        for (var module : modules) {
            var page = module.page(FlagFilter.ALL, null, limit);
            items.addAll(page);
            // whoever has fewer than asked for has no more
            count += page.size() < limit ? page.size() : module.count();
        }
        return new First(items.stream().sorted(ReviewItem.ORDER).limit(limit).toList(), count, flags.mayBeTold());
    }

    /** Returns how many items wait; exact below 1,000. */
    public long count() {
        return safety.countOpen()
                + modules.stream().mapToLong(WaitingForReview::count).sum();
    }
}
