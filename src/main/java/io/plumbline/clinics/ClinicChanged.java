package io.plumbline.clinics;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.UUID;

/** A manager changed what a clinic is, when it opens or what it offers. */
public record ClinicChanged(ClinicId clinic, List<String> fields, long revision) implements Recorded {
    @Override
    public String kind() {
        return "clinic.changed";
    }

    @Override
    public UUID subject() {
        return clinic.value();
    }

    @Override
    public String detail() {
        return "revision " + revision + ": " + String.join(", ", fields);
    }
}
