package io.plumbline.leads.duplicates;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.UndoRule;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Undoes that a pair was dismissed as different people, for the person who dismissed it. */
@Component
class DismissalUndo {
    private final DuplicateCandidateStore pairs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DismissalUndo(DuplicateCandidateStore pairs, ApplicationEventPublisher events, Clock clock) {
        this.pairs = pairs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a dismissed pair again, in either order. The search then decides whose managers are asked, as their leads
     * may have changed since.
     *
     * @throws Refused after ten minutes, if somebody else dismissed it, or if it is not dismissed; the message is for
     *     the user
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void undo(UUID one, UUID other) {
        var dismissal = pairs.holdDismissal(one, other)
                .orElseThrow(() -> new Refused("This pair is not dismissed, or that was undone"));
        UndoRule.require(CurrentUser.current().staff(), clock.instant(), dismissal.by(), dismissal.at());
        pairs.reopen(dismissal.id());
        var pair = dismissal.pair();
        pairs.dueLeads().add(pair.later());
        events.publishEvent(new DuplicateDismissalUndone(pair.kindOfEarlier(), pair.earlier(), pair.later()));
    }
}
