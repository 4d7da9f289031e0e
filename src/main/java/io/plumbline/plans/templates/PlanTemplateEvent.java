package io.plumbline.plans.templates;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Audit events of the plan templates, about a template. */
sealed interface PlanTemplateEvent extends Recorded {
    /** A template was begun or its draft edited; the detail names the fields. */
    record Written(UUID subject, String detail) implements PlanTemplateEvent {}

    /** A version was published; the detail has its number. */
    record Published(UUID subject, String detail) implements PlanTemplateEvent {}

    /** A draft was discarded. */
    record Discarded(UUID subject) implements PlanTemplateEvent {}

    /** A template was retired or is offered again, as the detail says. */
    record Moved(UUID subject, String detail) implements PlanTemplateEvent {}
}
