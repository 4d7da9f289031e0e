package io.plumbline.onlineintake;

import java.io.Serializable;
import java.util.UUID;

/** The id of an online intake. */
public record OnlineIntakeId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
