package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import java.util.Map;

/**
 * The promise to some leads has passed, and no manager was told before.
 *
 * @param byQueue how many of each queue
 */
public record PromisesPassed(Map<ClinicId, Long> byQueue) {
    public PromisesPassed {
        byQueue = Map.copyOf(byQueue);
    }

    /** How many of them are in the queues of somebody. */
    public long of(Caller caller) {
        var queues = LeadQueues.of(caller);
        return byQueue.entrySet().stream()
                .filter(queue -> queues.contains(queue.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
