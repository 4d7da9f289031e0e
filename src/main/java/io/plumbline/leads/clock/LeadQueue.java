package io.plumbline.leads.clock;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queues of leads: one for each clinic, and that of the group for leads that prefer no clinic. */
public final class LeadQueue {
    /** The queue of the group. */
    public static final ClinicId GROUP = new ClinicId(new UUID(0, 0));

    private LeadQueue() {}

    /** Returns the queue of a lead that prefers a clinic, or none. */
    public static ClinicId of(@Nullable ClinicId preferred) {
        return preferred == null ? GROUP : preferred;
    }

    /** Returns the clinic of a queue; null for the group. */
    public static @Nullable ClinicId clinicOf(ClinicId queue) {
        return queue.equals(GROUP) ? null : queue;
    }

    /** Returns the queues of a caller: those of their clinics and, for managers, that of the group. */
    public static Set<ClinicId> visibleTo(Caller caller) {
        var queues = new HashSet<>(caller.clinicsSeen());
        if (caller.has(Role.MANAGER)) {
            queues.add(GROUP);
        }
        return queues;
    }

    /** Returns the queues whose clinical reviews a caller decides: those of their clinics and that of the group. */
    public static Set<ClinicId> reviewedBy(Caller caller) {
        var queues = new HashSet<>(caller.clinicsAs(Role.CHIROPRACTOR));
        queues.add(GROUP);
        return queues;
    }
}
