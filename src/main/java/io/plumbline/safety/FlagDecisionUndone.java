package io.plumbline.safety;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.PatientId;

/** A decision on a red flag was undone by its author. */
@StoredKind("flag.decision-undone")
public record FlagDecisionUndone(FlagId flag, PatientId patient, FlagStatus from, FlagStatus to)
        implements Recorded, VisibleChange {
    @Override
    public String detail() {
        return "status " + from + " to " + to;
    }
}
