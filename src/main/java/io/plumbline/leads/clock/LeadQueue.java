package io.plumbline.leads.clock;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import java.util.Collection;
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

    /** Returns the name of a queue: that of its clinic, or of the group. */
    public static String name(@Nullable ClinicId queue, Collection<ClinicLabel> clinics) {
        return clinics.stream()
                .filter(label -> label.id().equals(queue))
                .map(ClinicLabel::name)
                .findFirst()
                .orElse("Group");
    }

    /** Returns the queues of a user: those of their clinics and, for managers, that of the group. */
    public static Set<ClinicId> visibleTo(CurrentUser user) {
        var queues = new HashSet<>(user.clinicsSeen());
        if (user.has(Role.MANAGER)) {
            queues.add(GROUP);
        }
        return queues;
    }

    /** Returns the queues whose clinical reviews a user decides: those of their clinics and that of the group. */
    public static Set<ClinicId> reviewedBy(CurrentUser user) {
        var queues = new HashSet<>(user.clinicsAs(Role.CHIROPRACTOR));
        queues.add(GROUP);
        return queues;
    }
}
