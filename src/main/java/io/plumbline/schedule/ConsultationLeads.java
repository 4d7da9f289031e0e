package io.plumbline.schedule;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the room of the leads, to the right, says of people who have a consultation and are no patients yet. */
public interface ConsultationLeads {
    /** The full names of some leads; one that is not there any more is left out. */
    Map<UUID, String> names(Collection<UUID> leads);

    /** Makes everybody wait who would change this lead, until the transaction ends; it is held before its appointment. */
    void hold(UUID lead);
}
