package io.plumbline.forms;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import java.util.UUID;

/** Audit events of the forms, about a form. */
@StoredKind("intake-form")
sealed interface FormEvent extends Recorded {
    /** A form was begun or its draft edited; the detail names the fields. */
    record Written(UUID subject, String detail) implements FormEvent {}

    /** A version was published; the detail has its number. */
    record Published(UUID subject, String detail) implements FormEvent {}

    /** A draft was discarded. */
    record Discarded(UUID subject) implements FormEvent {}

    /** A form was retired or is offered again, as the detail says. */
    record Moved(UUID subject, String detail) implements FormEvent {}
}
