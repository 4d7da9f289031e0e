package io.plumbline.notes;

import io.plumbline.access.StaffNames;
import io.plumbline.schedule.AppointmentMoved;
import io.plumbline.schedule.HandOverGuard;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a draft follow its visit to another day; to another practitioner only while nothing is written in it, since a
 * draft is its author's alone.
 */
@Component
class MovedVisits implements HandOverGuard {
    private final SessionNotes notes;
    private final VisitList visits;
    private final StaffNames names;
    private final Clock clock;

    MovedVisits(SessionNotes notes, VisitList visits, StaffNames names, Clock clock) {
        this.notes = notes;
        this.visits = visits;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void check(UUID appointment, StaffId to) {
        for (var draft : draftsOf(appointment)) {
            var author = draft.author();
            if (!author.equals(to) && !draft.isEmpty()) {
                throw new IllegalStateException(
                        names.of(Set.of(author)).get(author)
                                + " is writing the session note of this visit: it can move to another time, not to somebody else");
            }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentMoved moved) {
        for (var draft : draftsOf(moved.appointment())) {
            var author = moved.isHandedOver() ? moved.practitioner() : draft.author();
            draft.follow(author, moved.on(), clock.instant());
            notes.saveAndFlush(draft);
        }
    }

    private List<SessionNote> draftsOf(UUID appointment) {
        return visits.draftsOf(appointment).stream()
                .map(id -> notes.findById(id).orElseThrow())
                .toList();
    }
}
