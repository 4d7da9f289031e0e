package io.plumbline.shared;

import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may undo an action, and for how long: the person who did it, for ten minutes. */
public final class UndoRule {
    /** The time within which an action can be undone. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private UndoRule() {}

    /**
     * Checks that a person may undo an action now.
     *
     * @param doneBy who did it; null if that was not recorded
     * @param doneAt when it was done; null if that was not recorded
     * @throws Refused if somebody else did it, or too long ago; the message is for the user
     */
    public static void require(StaffId by, Instant at, @Nullable StaffId doneBy, @Nullable Instant doneAt) {
        if (!by.equals(doneBy)) {
            throw new Refused("Only the person who did this can undo it");
        }
        if (doneAt == null || at.isAfter(doneAt.plus(WITHIN))) {
            throw new Refused("This can be undone for ten minutes; it is older");
        }
    }
}
