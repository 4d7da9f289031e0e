package io.plumbline.leads.queue;

import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import java.util.Map;

/**
 * The response target of some leads was missed, and their managers have not been notified before.
 *
 * @param byQueue the number of leads by queue
 */
public record ResponseTargetMissed(Map<ClinicId, Long> byQueue) {
    public ResponseTargetMissed {
        byQueue = Map.copyOf(byQueue);
    }

    /** Returns how many of them are in the queues of a user. */
    public long of(CurrentUser user) {
        var queues = LeadQueue.visibleTo(user);
        return byQueue.entrySet().stream()
                .filter(queue -> queues.contains(queue.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
