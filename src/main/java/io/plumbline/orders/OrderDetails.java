package io.plumbline.orders;

import java.time.Instant;
import java.util.List;

/**
 * A checkout order with its history, oldest first.
 *
 * @param isMine whether the current user may withdraw it
 * @param isForDesk whether the current user works on it at the desk
 */
public record OrderDetails(OrderRow row, List<Step> history, boolean isMine, boolean isForDesk) {
    public OrderDetails {
        history = List.copyOf(history);
    }

    /** What happened, and the words to it if there are any. */
    public record Step(OrderStepKind kind, Instant at, String by, String words) {}
}
