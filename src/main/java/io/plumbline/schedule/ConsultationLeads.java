package io.plumbline.schedule;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Implemented by leads: people who have a consultation and are not patients yet. */
public interface ConsultationLeads {
    /** Returns the full names of some leads, without those that no longer exist. */
    Map<UUID, String> names(Collection<UUID> leads);

    /** Locks a lead until the transaction ends. Lock the lead before its appointment. */
    void hold(UUID lead);
}
