package io.plumbline.schedule;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.LeadId;
import java.util.Collection;
import java.util.Map;

/** Implemented by leads: people who have a consultation and are not patients yet. */
public interface ConsultationLeads {
    /** Returns the full names of some leads, without those that no longer exist. */
    Map<LeadId, String> names(Collection<LeadId> leads);

    /** Locks a lead until the transaction ends. Lock the lead before its appointment. */
    void lock(LeadId lead);

    /**
     * Checks that a lead still waits for what follows from its canceled consultation, so that this can be undone.
     *
     * @throws Refused if the lead has moved on; the message is for the user
     */
    void requireWaitingFor(AppointmentId consultation, LeadId lead);
}
