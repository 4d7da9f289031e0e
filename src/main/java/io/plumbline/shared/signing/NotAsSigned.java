package io.plumbline.shared.signing;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/**
 * An audit event: a signed record was viewed that differs from what was signed, or whose signature has no row in the
 * audit trail.
 */
public record NotAsSigned(String module, UUID record, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return module + ".not-as-signed";
    }

    @Override
    public UUID subject() {
        return record;
    }

    @Override
    public boolean isView() {
        return true;
    }
}
