package io.plumbline.access.pins;

import io.plumbline.shared.ids.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes the signing PIN of an account that was deactivated, or whose factors were reset, in that transaction. */
@Component
public class PinRemoval {
    private final PinStore pins;
    private final ApplicationEventPublisher events;

    PinRemoval(PinStore pins, ApplicationEventPublisher events) {
        this.pins = pins;
        this.events = events;
    }

    /** Removes the PIN, if there is one. */
    public void remove(StaffId account, String why) {
        if (pins.remove(account)) {
            events.publishEvent(new PinEvent.Removed(account, why));
        }
    }
}
