package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** Somebody ended their session themselves. */
public record SignedOut(StaffId actor) implements Recorded {
    @Override
    public String kind() {
        return "account.signed-out";
    }

    @Override
    public UUID subject() {
        return actor.value();
    }
}
