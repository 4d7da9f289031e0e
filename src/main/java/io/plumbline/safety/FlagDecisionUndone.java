package io.plumbline.safety;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A decision on a red flag was undone by its author. */
public record FlagDecisionUndone(UUID flag, PatientId patient, FlagStatus from, FlagStatus to) implements Recorded {
    @Override
    public String kind() {
        return "flag.decision-undone";
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
