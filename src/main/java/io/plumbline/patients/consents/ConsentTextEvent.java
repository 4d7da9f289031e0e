package io.plumbline.patients.consents;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Audit events of the consent texts, about a text; the detail begins with its key. */
sealed interface ConsentTextEvent extends Recorded {
    /** A text was begun or its draft edited; the detail names the fields. */
    record Written(UUID subject, String detail) implements ConsentTextEvent {}

    /** A version was published; the detail has its number. */
    record Published(UUID subject, String detail) implements ConsentTextEvent {}

    /** A draft was discarded. */
    record Discarded(UUID subject, String detail) implements ConsentTextEvent {}
}
