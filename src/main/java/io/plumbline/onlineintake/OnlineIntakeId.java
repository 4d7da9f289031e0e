package io.plumbline.onlineintake;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of an online intake. */
public record OnlineIntakeId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
