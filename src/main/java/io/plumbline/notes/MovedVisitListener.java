package io.plumbline.notes;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.schedule.AppointmentEvent;
import io.plumbline.schedule.HandOverGuard;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a draft with its visit to another day. Only an empty draft moves to another practitioner, since a draft belongs
 * to its author alone.
 */
@Component
class MovedVisitListener implements HandOverGuard {
    private final SessionNotes notes;
    private final VisitQuery visits;
    private final StaffNameQuery names;
    private final Clock clock;

    MovedVisitListener(SessionNotes notes, VisitQuery visits, StaffNameQuery names, Clock clock) {
        this.notes = notes;
        this.visits = visits;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void check(AppointmentId appointment, StaffId to) {
        for (var draft : draftsOf(appointment)) {
            var author = draft.author();
            if (!author.equals(to) && !draft.isEmpty()) {
                throw new Refused(
                        names.findNames(Set.of(author)).get(author)
                                + " is writing the session note of this visit. It can move to another time but not to somebody else");
            }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AppointmentEvent.Moved moved) {
        for (var draft : draftsOf(moved.appointment())) {
            var author = moved.isHandedOver() ? moved.practitioner() : draft.author();
            draft.follow(author, moved.on(), clock.instant());
            notes.saveAndFlush(draft);
        }
    }

    private List<SessionNote> draftsOf(AppointmentId appointment) {
        return visits.draftsOf(appointment).stream()
                .map(id -> notes.findById(id.value()).orElseThrow())
                .toList();
    }
}
