package io.plumbline.reactions;

import io.plumbline.plans.CourseFactsChanged;
import io.plumbline.shared.ids.PatientId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has the course of treatment plans judged again when a reaction is recorded or goes on. */
@Component
class ReactionCourseListener {
    private final ApplicationEventPublisher events;

    ReactionCourseListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReactionEvent.ReactionRecorded recorded) {
        tell(recorded.patient());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReactionEvent.FollowedUp followedUp) {
        tell(followedUp.patient());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReactionEvent.OutcomeChanged changed) {
        tell(changed.patient());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReactionEvent.EnteredInError wrong) {
        tell(wrong.patient());
    }

    private void tell(PatientId patient) {
        events.publishEvent(new CourseFactsChanged(patient));
    }
}
