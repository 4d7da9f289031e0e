package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** Somebody proved who they are and began to work. */
public record SignedIn(StaffId actor) implements Recorded {
    @Override
    public String kind() {
        return "account.signed-in";
    }

    @Override
    public UUID subject() {
        return actor.value();
    }
}
