package io.plumbline.leads;

import io.plumbline.leads.DuplicateScore.Person;
import io.plumbline.leads.LeadTwinPairs.Pair;
import io.plumbline.patients.PatientMatchService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for leads of other queues, and patients of other clinics, that may be the person of a lead: those who call the
 * one do not see the other, so the managers of both are asked. Done by the portal itself after what makes it necessary,
 * on any node, and once: nobody who takes a lead in waits for it, and of two that come in at once one finds the other.
 */
@Service
@Transactional
@Requires(Permission.LEAD_WAKE)
public class LeadTwinSearchService {
    /** A name alone is not enough: that many share. */
    private static final int WORTH_A_LOOK = 50;

    private static final int AT_ONCE = 20;

    private final LeadTwinPairs pairs;
    private final LeadTwins twins;
    private final PatientMatchService patients;
    private final Leads leads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadTwinSearchService(
            LeadTwinPairs pairs,
            LeadTwins twins,
            PatientMatchService patients,
            Leads leads,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pairs = pairs;
        this.twins = twins;
        this.patients = patients;
        this.leads = leads;
        this.events = events;
        this.clock = clock;
    }

    /** Up to 20 leads that came in, were corrected or moved since others were looked for, the newest first. */
    @Transactional(readOnly = true)
    public Set<LeadId> due() {
        return pairs.due(AT_ONCE);
    }

    /**
     * Looks for others of a lead that is due.
     *
     * @return false where another node does
     */
    public boolean look(LeadId due) {
        var isOurs = pairs.takeDue(due);
        if (isOurs) {
            leads.findById(due.value()).ifPresent(this::look);
        }
        return isOurs;
    }

    /**
     * Looks for nobody where that has failed, until the lead changes again.
     *
     * @return false where another node did
     */
    public boolean leaveOut(LeadId due) {
        return pairs.takeDue(due);
    }

    /** What was found before and is not any more, since the lead was corrected, moved or closed, is asked about no longer. */
    private void look(Lead lead) {
        pairs.askNobody(lead.id());
        if (lead.status() == LeadStatus.SPAM || lead.status() == LeadStatus.MERGED) {
            return;
        }
        var person = Person.of(lead.draft());
        for (var other : twins.anywhere(lead.id(), person)) {
            var isOneOpen = lead.status().isOpen() || other.status().isOpen();
            if (isOneOpen && other.status() != LeadStatus.SPAM && !other.queue().equals(lead.queueId())) {
                keep(lead, Pair.of(lead, other), other.score(), Set.of(other.queue()));
            }
        }
        if (lead.status().isOpen()) {
            for (var other :
                    LikePatient.of(patients.anywhere(person.fullName(), person.phone(), person.email()), person)) {
                if (!other.clinics().contains(lead.queueId())) {
                    keep(lead, Pair.of(lead, other), other.score(), other.clinics());
                }
            }
        }
    }

    private void keep(Lead lead, Pair pair, DuplicateScore score, Set<ClinicId> queuesOfOther) {
        if (score.points() < WORTH_A_LOOK || score.isHousehold()) {
            return;
        }
        var isNew = pairs.keep(pair, score, clock.instant());
        pairs.ask(
                pair,
                Stream.concat(queuesOfOther.stream(), Stream.of(lead.queueId())).collect(Collectors.toSet()));
        if (isNew) {
            events.publishEvent(new LeadTwinFound(lead.id()));
        }
    }
}
