package io.plumbline.leads.requests;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.clock.NextFollowUp;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to a consultation request. */
public sealed interface Receipt {
    /**
     * The request is stored.
     *
     * @param reference the reference for the person
     * @param followUp when somebody is to call first; null if nobody will, or if triage has not finished
     * @param caller the clinic that calls; null if none is known
     * @param namesClinic whether the person chose a clinic
     * @param byPhone whether the person can be called; otherwise they are written to
     * @param mustNotWait whether a safety answer of the form is positive, or was when it was refused
     * @param emergencyNumbers the emergency numbers of the clinic that calls or, if unknown, of all clinics
     */
    record Accepted(
            String reference,
            @Nullable NextFollowUp followUp,
            @Nullable ClinicLabel caller,
            boolean namesClinic,
            boolean byPhone,
            boolean mustNotWait,
            Set<String> emergencyNumbers)
            implements Receipt {}

    /** The request has errors; all of them, in the order of the form. */
    record Refused(List<FieldError> errors) implements Receipt {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** Another request was accepted under the same key. */
    record OtherUnderSameKey() implements Receipt {}
}
