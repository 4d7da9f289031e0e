package io.plumbline.safety;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody who may decide a red flag has seen it. */
public record FlagAcknowledged(UUID flag, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "flag.acknowledged";
    }

    @Override
    public UUID subject() {
        return flag;
    }
}
