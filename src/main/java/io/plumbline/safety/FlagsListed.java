package io.plumbline.safety;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** Somebody read the list of open red flags, which shows clinical content. */
public record FlagsListed(StaffId reader) implements Recorded {
    @Override
    public String kind() {
        return "flag.listed";
    }

    @Override
    public UUID subject() {
        return reader.value();
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
