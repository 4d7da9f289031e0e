package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** The person of an account chose a password by its one-time link. */
public record PasswordChosen(StaffId actor) implements Recorded {
    @Override
    public String kind() {
        return "account.password-chosen";
    }

    @Override
    public UUID subject() {
        return actor.value();
    }
}
