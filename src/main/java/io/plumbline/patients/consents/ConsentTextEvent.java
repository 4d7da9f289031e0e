package io.plumbline.patients.consents;

import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.UUID;

/** Audit events of the consent texts. */
sealed interface ConsentTextEvent extends Recorded {
    UUID text();

    @Override
    default UUID subject() {
        return text();
    }

    /** A text was begun or its draft edited. */
    record Written(UUID text, ConsentTextKey key, List<String> fields) implements ConsentTextEvent {
        @Override
        public String detail() {
            return key + ": " + String.join(", ", fields);
        }
    }

    /** A version was published. */
    record Published(UUID text, ConsentTextKey key, int number) implements ConsentTextEvent {
        @Override
        public String detail() {
            return key + ": version " + number;
        }
    }

    /** A draft was discarded. */
    record Discarded(UUID text, ConsentTextKey key) implements ConsentTextEvent {
        @Override
        public String detail() {
            return key.toString();
        }
    }
}
