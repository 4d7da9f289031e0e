package io.plumbline.forms;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import java.util.List;
import java.util.UUID;

/** Audit events of the forms. */
@StoredKind("intake-form")
sealed interface FormEvent extends Recorded {
    UUID form();

    @Override
    default UUID subject() {
        return form();
    }

    /** A form was begun or its draft edited. */
    record Written(UUID form, List<String> fields) implements FormEvent {
        @Override
        public String detail() {
            return String.join(", ", fields);
        }
    }

    /** A version was published. */
    record Published(UUID form, int number) implements FormEvent {
        @Override
        public String detail() {
            return "version " + number;
        }
    }

    /** A draft was discarded. */
    record Discarded(UUID form) implements FormEvent {}

    /** A form was retired or is offered again. */
    record Moved(UUID form, boolean isRetired) implements FormEvent {
        @Override
        public String detail() {
            return isRetired ? "retired" : "offered again";
        }
    }
}
