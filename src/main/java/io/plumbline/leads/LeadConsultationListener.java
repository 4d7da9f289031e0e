package io.plumbline.leads;

import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.schedule.ConsultationChanged;
import io.plumbline.schedule.ConsultationChanged.Deed;
import io.plumbline.schedule.ConsultationLeads;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Updates a lead in the transaction that changes its consultation, and gives the schedule the names of leads. */
@Component
class LeadConsultationListener implements ConsultationLeads {
    /** Business time until the call after a missed consultation. */
    private static final Duration AFTER_MISSED = Duration.ofHours(1);

    private final Leads leads;
    private final FollowUpScheduler followUps;
    private final ClinicService clinics;
    private final JdbcClient jdbc;
    private final Clock clock;

    LeadConsultationListener(
            Leads leads, FollowUpScheduler followUps, ClinicService clinics, JdbcClient jdbc, Clock clock) {
        this.leads = leads;
        this.followUps = followUps;
        this.clinics = clinics;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<LeadId, String> names(Collection<LeadId> some) {
        var names = new HashMap<LeadId, String>();
        jdbc.sql("select id, full_name from consultation_lead where id in (:ids)")
                .param("ids", some)
                .query((row, n) -> names.put(new LeadId(Ids.uuid(row.getBytes("id"))), row.getString("full_name")))
                .list();
        return names;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(LeadId lead) {
        leads.lock(lead.value());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireWaitingFor(AppointmentId consultation, LeadId lead) {
        if (leads.findById(lead.value())
                .filter(found -> found.waitsFor(consultation))
                .isEmpty()) {
            throw new Refused("The lead has moved on since the consultation was canceled");
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsultationChanged changed) {
        leads.findById(changed.lead().value()).ifPresent(lead -> {
            if (changed.deed() == Deed.BOOKED) {
                lead.book(
                        changed.appointment(),
                        afterwards(changed, lead),
                        CurrentUser.current().staff(),
                        clock.instant());
            } else {
                follow(changed, lead);
            }
            leads.save(lead);
        });
    }

    private void follow(ConsultationChanged changed, Lead lead) {
        var now = clock.instant();
        var by = CurrentUser.current().staff();
        switch (changed.status()) {
            case BOOKED, CONFIRMED, ARRIVED, IN_TREATMENT ->
                lead.follow(changed.appointment(), LeadStatus.CONSULTATION_BOOKED, afterwards(changed, lead), by, now);
            case COMPLETED ->
                lead.follow(
                        changed.appointment(),
                        LeadStatus.CONSULTATION_HELD,
                        followUps.from(now, lead.queueId(), CallWindow.ANY_TIME),
                        by,
                        now);
            case NO_SHOW, CANCELLED ->
                lead.follow(
                        changed.appointment(),
                        LeadStatus.CONTACTED,
                        followUps.after(AFTER_MISSED, lead.queueId(), CallWindow.ANY_TIME, now),
                        by,
                        now);
        }
    }

    /** Returns the follow-up after the end of the consultation, to record its result. */
    private NextFollowUp afterwards(ConsultationChanged changed, Lead lead) {
        var ends = changed.ends().atZone(clinics.zoneOf(changed.clinic())).toInstant();
        return followUps.from(ends, lead.queueId(), CallWindow.ANY_TIME);
    }
}
