package io.plumbline.recalls;

import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.consents.ConsentChanged;
import io.plumbline.patients.consents.ConsentUndone;
import io.plumbline.patients.merging.RecordsRegrouped;
import io.plumbline.patients.status.PatientStatusEvent;
import io.plumbline.plans.PlanEvent;
import io.plumbline.schedule.AppointmentEvent;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes whom to look at after a change of their appointments, plans, consents or status. One row in the transaction of the
 * change: the look itself costs a booking nothing and is not lost.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecallListener {
    private final RecallCheckStore checks;
    private final Clock clock;

    RecallListener(RecallCheckStore checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    @EventListener({
        AppointmentEvent.Booked.class,
        AppointmentEvent.Moved.class,
        AppointmentEvent.Reassigned.class,
        AppointmentEvent.Marked.class,
        AppointmentEvent.MarkUndone.class
    })
    void on(AppointmentEvent event) {
        look(event.patient());
    }

    @EventListener({
        PlanEvent.Activated.class,
        PlanEvent.StatusChanged.class,
        PlanEvent.Decided.class,
        PlanEvent.VisitDelivered.class,
        PlanEvent.DeliveryTakenBack.class
    })
    void on(PlanEvent event) {
        look(event.patient());
    }

    @EventListener
    void on(ConsentChanged event) {
        if (event.consentKind() == ConsentKind.CONTACT) {
            look(event.patient());
        }
    }

    @EventListener
    void on(ConsentUndone event) {
        if (event.consentKind() == ConsentKind.CONTACT) {
            look(event.patient());
        }
    }

    @EventListener
    void on(PatientStatusEvent event) {
        look(event.patient());
    }

    /** Merged patients are called once, by the record under which they are read; unmerged ones each on their own again. */
    @EventListener
    void on(RecordsRegrouped regrouped) {
        regrouped.all().forEach(this::look);
    }

    private void look(@Nullable PatientId patient) {
        if (patient != null) {
            checks.lookAt(patient, clock.instant());
        }
    }
}
