package io.plumbline.clinics;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.ClinicId;
import java.util.List;
import java.util.UUID;

/** Audit events of a clinic. */
public sealed interface ClinicEvent extends Recorded {
    ClinicId clinic();

    @Override
    default UUID subject() {
        return clinic().value();
    }

    /**
     * A clinic was added to the group.
     *
     * @param country ISO 3166 alpha-2
     */
    record Created(ClinicId clinic, String country) implements ClinicEvent {}

    /** A manager changed a clinic's data, hours or services. */
    record Changed(ClinicId clinic, List<String> fields, long revision) implements ClinicEvent {
        @Override
        public String detail() {
            return "revision " + revision + ": " + String.join(", ", fields);
        }
    }
}
