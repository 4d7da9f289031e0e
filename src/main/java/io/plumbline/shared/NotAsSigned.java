package io.plumbline.shared;

import java.util.UUID;

/** Somebody opened a signed record that is not what was signed, or of whose signature the trail has no row. */
public record NotAsSigned(String room, UUID record, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return room + ".not-as-signed";
    }

    @Override
    public UUID subject() {
        return record;
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
