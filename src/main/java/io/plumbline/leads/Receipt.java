package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of a request for a consultation. */
public sealed interface Receipt {
    /**
     * It is kept.
     *
     * @param reference what we call it to the person
     * @param touch when somebody is to do something for it first; null where nobody will, or it is not sorted yet
     * @param caller the clinic that does; null where none is known
     * @param namesClinic whether they said which clinic they prefer
     * @param byPhone whether they can be called; who cannot is written to
     * @param mustNotWait whether a safety question was answered yes
     * @param emergencyNumbers whom to call then, at the clinic that calls or at any
     */
    record Accepted(
            String reference,
            @Nullable NextTouch touch,
            @Nullable ClinicLabel caller,
            boolean namesClinic,
            boolean byPhone,
            boolean mustNotWait,
            Set<String> emergencyNumbers)
            implements Receipt {}

    /** Something is wrong with it; what, all together, in the order of the form. */
    record Refused(List<FieldError> errors) implements Receipt {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** Another request was accepted under the same key. */
    record OtherUnderSameKey() implements Receipt {}
}
