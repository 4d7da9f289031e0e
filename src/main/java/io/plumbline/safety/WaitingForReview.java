package io.plumbline.safety;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What waits for a chiropractor beside the flags of patients; drawn above them by the room that knows of it. */
public interface WaitingForReview {
    /** What waits now; empty where nothing does. */
    Optional<Component> draw();

    /** How much waits now, up to a thousand. */
    long count();
}
