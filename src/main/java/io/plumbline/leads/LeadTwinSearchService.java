package io.plumbline.leads;

import io.plumbline.leads.DuplicateScore.Person;
import io.plumbline.leads.LeadTwinPairs.Pair;
import io.plumbline.patients.PatientMatchService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
    /** A name alone, that many share, is not enough: nobody is looked for by how theirs sounds. */
    static final int WORTH_A_LOOK = 50;

    private static final int AT_ONCE = 50;

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

    /** Up to 50 leads that came in, were corrected or moved since others were looked for, the newest first. */
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

    /** Up to 50 patients who were added, corrected or became known at one more clinic, the newest first. */
    @Transactional(readOnly = true)
    public Set<PatientId> duePatients() {
        return pairs.duePatients(AT_ONCE);
    }

    /**
     * Looks for nobody where that has failed, until the patient changes again.
     *
     * @return false where another node did
     */
    public boolean leaveOut(PatientId due) {
        return pairs.takeDue(due);
    }

    /**
     * Has others looked for of each open lead that may be a patient's, or about which and the patient somebody is asked: what
     * is found is found from the lead, by the same rules.
     *
     * @return false where another node does
     */
    public boolean look(PatientId due) {
        var isOurs = pairs.takeDue(due);
        if (isOurs) {
            var leads = new HashSet<>(pairs.leadsWaitingWith(due));
            patients.anywhere(due).ifPresent(patient -> leads.addAll(twins.openAnywhere(LikePatient.people(patient))));
            leads.forEach(pairs::lookSoon);
        }
        return isOurs;
    }

    /** What was found before and is not any more, since the lead was corrected, moved or closed, is asked about no longer. */
    private void look(Lead lead) {
        var before = pairs.hold(lead.id());
        var found = found(lead);
        before.forEach((pair, id) -> {
            if (!found.containsKey(pair)) {
                pairs.askOnly(id, Set.of());
            }
        });
        found.forEach((pair, like) -> keep(lead, pair, like));
    }

    /** Who is like a lead, and which queues' managers are asked; in the order in which they are kept. */
    private SortedMap<Pair, Like> found(Lead lead) {
        var found = new TreeMap<Pair, Like>(Pair.ORDER);
        if (lead.status() == LeadStatus.SPAM || lead.status() == LeadStatus.MERGED) {
            return found;
        }
        var person = Person.of(lead.draft());
        for (var other : twins.anywhere(lead.id(), person)) {
            var isOneOpen = lead.status().isOpen() || other.status().isOpen();
            if (isOneOpen && other.status() != LeadStatus.SPAM && !other.queue().equals(lead.queueId())) {
                found.put(Pair.of(lead, other), new Like(other.score(), Set.of(lead.queueId(), other.queue())));
            }
        }
        if (lead.status().isOpen()) {
            for (var other : LikePatient.of(patients.anywhere(person.phone(), person.email()), person)) {
                if (!other.clinics().contains(lead.queueId())) {
                    var queues = new HashSet<>(other.clinics());
                    queues.add(lead.queueId());
                    found.put(Pair.of(lead, other), new Like(other.score(), queues));
                }
            }
        }
        found.values()
                .removeIf(like ->
                        like.score().points() < WORTH_A_LOOK || like.score().isHousehold());
        return found;
    }

    private record Like(DuplicateScore score, Set<ClinicId> queues) {}

    private void keep(Lead lead, Pair pair, Like like) {
        pairs.keep(pair, like.score(), clock.instant()).ifPresent(kept -> {
            pairs.askOnly(kept.id(), like.queues());
            if (kept.isNew()) {
                events.publishEvent(new LeadTwinFound(lead.id()));
            }
        });
    }
}
