package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A red flag was raised. */
public record FlagRaised(UUID flag, PatientId patient, String rule, FlagLevel level) implements Recorded {
    @Override
    public String kind() {
        return "flag.raised";
    }

    @Override
    public UUID subject() {
        return flag;
    }

    @Override
    public String detail() {
        return "level " + level;
    }
}
