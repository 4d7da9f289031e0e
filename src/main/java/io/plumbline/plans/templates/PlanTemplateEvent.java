package io.plumbline.plans.templates;

import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.UUID;

/** Audit events of the plan templates. */
sealed interface PlanTemplateEvent extends Recorded {
    UUID template();

    @Override
    default UUID subject() {
        return template();
    }

    /** A template was begun or its draft edited. */
    record Written(UUID template, List<String> fields) implements PlanTemplateEvent {
        @Override
        public String detail() {
            return String.join(", ", fields);
        }
    }

    /** A version was published. */
    record Published(UUID template, int number) implements PlanTemplateEvent {
        @Override
        public String detail() {
            return "version " + number;
        }
    }

    /** A draft was discarded. */
    record Discarded(UUID template) implements PlanTemplateEvent {}

    /** A template was retired or is offered again. */
    record Moved(UUID template, boolean isRetired) implements PlanTemplateEvent {
        @Override
        public String detail() {
            return isRetired ? "retired" : "offered again";
        }
    }
}
