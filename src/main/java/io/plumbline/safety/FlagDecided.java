package io.plumbline.safety;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A red flag was decided, or raised again after it had been monitored. */
public record FlagDecided(UUID flag, PatientId patient, FlagStatus from, FlagStatus to) implements Recorded {
    @Override
    public String kind() {
        return "flag.decided";
    }

    @Override
    public UUID subject() {
        return flag;
    }

    @Override
    public String detail() {
        return "status " + from + " to " + to;
    }
}
