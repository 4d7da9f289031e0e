package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.util.UUID;

/** A lead was put into another queue. */
public record LeadAssigned(LeadId lead, ClinicId from, ClinicId to) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.assigned";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }

    @Override
    public String detail() {
        return "queue " + name(from) + " to " + name(to);
    }

    private static String name(ClinicId queue) {
        return queue.equals(Lead.GROUP) ? "group" : queue.toString();
    }
}
