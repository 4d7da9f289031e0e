package io.plumbline.leads.duplicates;

import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.duplicates.DuplicateCandidateStore.Pair;
import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.patients.search.PatientMatchService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds duplicate candidates across queues and clinics: leads of other queues, and patients of other clinics. Those who
 * call one of them cannot see the other, so the managers of both see the pair. Runs as the system account on any node,
 * once for each change and after its transaction: creating a lead does not wait for it, and of two leads received at
 * once, one search finds the other.
 */
@Service
@Transactional
@Requires(Permission.LEAD_WAKE)
public class DuplicateSearchService {
    /**
     * Minimum score. A name alone scores less, because many people share one, so this search does not use name sounds.
     */
    public static final int WORTH_A_LOOK = 50;

    private static final int AT_ONCE = 50;

    /** The search for this lead added a pair to the managers' list of possible duplicates. */
    public record Found(LeadId lead) implements VisibleChange {}

    private final DuplicateCandidateStore pairs;
    private final LeadMatchQuery duplicates;
    private final PatientMatchService patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DuplicateSearchService(
            DuplicateCandidateStore pairs,
            LeadMatchQuery duplicates,
            PatientMatchService patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pairs = pairs;
        this.duplicates = duplicates;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /** Returns up to 50 leads received, edited or moved since their last search, newest first. */
    @Transactional(readOnly = true)
    public Set<LeadId> due() {
        return pairs.dueLeads().newest(AT_ONCE);
    }

    /**
     * Searches for duplicates of a queued lead.
     *
     * @return false if another node does
     */
    public boolean look(LeadId due) {
        var isOurs = pairs.dueLeads().take(due);
        if (isOurs) {
            duplicates.find(due).ifPresent(this::look);
        }
        return isOurs;
    }

    /**
     * Skips a lead whose search failed, until it changes again.
     *
     * @return false if another node took it
     */
    public boolean leaveOut(LeadId due) {
        return pairs.dueLeads().take(due);
    }

    /** Returns up to 50 patients added, edited or newly known at a clinic since their last search, newest first. */
    @Transactional(readOnly = true)
    public Set<PatientId> duePatients() {
        return pairs.duePatients().newest(AT_ONCE);
    }

    /**
     * Skips a patient whose search failed, until they change again.
     *
     * @return false if another node took them
     */
    public boolean leaveOut(PatientId due) {
        return pairs.duePatients().take(due);
    }

    /**
     * Queues a search for each open lead that matches a patient or has an unsettled pair with them. The search itself
     * always starts from the lead, so that the same rules apply.
     *
     * @return false if another node does
     */
    public boolean look(PatientId due) {
        var isOurs = pairs.duePatients().take(due);
        if (isOurs) {
            var leads = new HashSet<>(pairs.leadsWaitingWith(due));
            patients.anywhere(due)
                    .ifPresent(patient -> leads.addAll(duplicates.openAnywhere(PatientMatch.people(patient))));
            leads.forEach(pairs.dueLeads()::add);
        }
        return isOurs;
    }

    /** Removes pairs from the managers' lists that no longer match because the lead was edited, moved or closed. */
    private void look(SearchedLead lead) {
        var before = pairs.lock(lead.id());
        var found = found(lead);
        before.forEach((pair, id) -> {
            if (!found.containsKey(pair)) {
                pairs.askOnly(id, Set.of());
            }
        });
        found.forEach((pair, like) -> keep(lead, pair, like));
    }

    /** Finds the matches of a lead and the queues whose managers see them, in locking order. */
    private SortedMap<Pair, Like> found(SearchedLead lead) {
        var found = new TreeMap<Pair, Like>(Pair.ORDER);
        if (lead.status() == LeadStatus.SPAM || lead.status() == LeadStatus.MERGED) {
            return found;
        }
        var person = lead.person();
        for (var other : duplicates.anywhere(lead.id(), person)) {
            var isOneOpen = lead.status().isOpen() || other.status().isOpen();
            if (isOneOpen && other.status() != LeadStatus.SPAM && !other.queue().equals(lead.queue())) {
                found.put(Pair.of(lead, other), new Like(other.score(), Set.of(lead.queue(), other.queue())));
            }
        }
        if (lead.status().isOpen()) {
            for (var other : PatientMatch.of(patients.anywhere(person.phone(), person.email()), person)) {
                if (!other.clinics().contains(lead.queue())) {
                    var queues = new HashSet<>(other.clinics());
                    queues.add(lead.queue());
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

    private void keep(SearchedLead lead, Pair pair, Like like) {
        pairs.keep(pair, like.score(), clock.instant()).ifPresent(kept -> {
            pairs.askOnly(kept.id(), like.queues());
            if (kept.isNew()) {
                events.publishEvent(new Found(lead.id()));
            }
        });
    }
}
