package io.plumbline.leads.duplicates;

import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadLoader;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.duplicates.DuplicateCandidateStore.Pair;
import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.leads.person.DuplicateScore.Person;
import io.plumbline.patients.search.PatientMatchService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds duplicate candidates of a lead among the leads of the current user's queues and the patients visible to the current user.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadMatchService {
    private static final int MOST = 5;

    private final LeadMatchQuery duplicates;
    private final DuplicateCandidateStore pairs;
    private final DismissalUndo undone;
    private final LeadLoader leadLoader;
    private final PatientMatchService patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadMatchService(
            LeadMatchQuery duplicates,
            DuplicateCandidateStore pairs,
            DismissalUndo undone,
            LeadLoader leadLoader,
            PatientMatchService patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.duplicates = duplicates;
        this.pairs = pairs;
        this.undone = undone;
        this.leadLoader = leadLoader;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /** Returns up to five leads that may belong to the same person, best match first. */
    public List<LeadMatch> leads(LeadDetails lead) {
        return duplicates
                .among(
                        LeadQueue.visibleTo(CurrentUser.current()),
                        lead.id(),
                        lead.draft().person())
                .stream()
                .limit(MOST)
                .toList();
    }

    /**
     * Returns up to five leads that match a person who is being entered, best match first.
     *
     * @param fullName empty while it is not known
     */
    public List<LeadMatch> leads(String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return duplicates
                .among(LeadQueue.visibleTo(CurrentUser.current()), null, new Person(fullName, phone, email))
                .stream()
                .limit(MOST)
                .toList();
    }

    /**
     * Returns up to five patients who may be this person, best match first; excludes the patient that the lead became.
     */
    public List<PatientMatch> patients(LeadDetails lead) {
        var like = patients(lead.draft().person());
        if (like.isEmpty()) {
            return like;
        }
        var others = pairs.settledPatients(lead.id());
        return like.stream()
                .filter(one -> !one.patient().id().equals(lead.convertedTo())
                        && !others.contains(one.patient().id()))
                .limit(MOST)
                .toList();
    }

    /**
     * Returns up to five patients who match a person who is being entered, as
     * {@link #leads(String, PhoneNumber, EmailAddress)} does for leads.
     */
    public List<PatientMatch> patients(String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return patients(new Person(fullName, phone, email)).stream().limit(MOST).toList();
    }

    private List<PatientMatch> patients(Person person) {
        return PatientMatch.of(patients.findForCurrentUser(person.fullName(), person.phone(), person.email()), person);
    }

    /**
     * Dismisses another lead as a different person; it is not proposed again.
     *
     * @throws NotAvailable if either lead is not in the current user's queues, or they no longer match
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void dismiss(LeadId id, LeadId other) {
        var queues = LeadQueue.visibleTo(CurrentUser.current());
        leadLoader.lock(id, queues);
        var lead = searched(id);
        var like = duplicates.among(queues, id, lead.person()).stream()
                .filter(one -> one.id().equals(other))
                .findFirst()
                .orElseThrow(NotAvailable::new);
        dismiss(lead, Pair.of(lead, like), like.score(), Set.of(like.queue()));
    }

    /**
     * Dismisses a patient as a different person; they are not proposed again.
     *
     * @throws NotAvailable if the lead is not in the current user's queues, the patient is not visible to the
     *     current user, or they no longer match
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void dismiss(LeadId id, PatientId other) {
        leadLoader.lock(id, LeadQueue.visibleTo(CurrentUser.current()));
        var lead = searched(id);
        var like = patients(lead.person()).stream()
                .filter(one -> one.patient().id().equals(other))
                .findFirst()
                .orElseThrow(NotAvailable::new);
        dismiss(lead, Pair.of(lead, like), like.score(), like.clinics());
    }

    /**
     * Undoes that the current user dismissed another lead as a different person.
     *
     * @throws NotAvailable if the lead is not in the current user's queues
     * @throws Refused after ten minutes, if somebody else dismissed it, or if it is not dismissed; the message is for
     *     the user
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void undoDismissal(LeadId id, LeadId other) {
        leadLoader.lock(id, LeadQueue.visibleTo(CurrentUser.current()));
        undone.undo(id.value(), other.value());
    }

    /** Undoes that the current user dismissed a patient as a different person, as {@link #undoDismissal(LeadId, LeadId)}. */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void undoDismissal(LeadId id, PatientId other) {
        leadLoader.lock(id, LeadQueue.visibleTo(CurrentUser.current()));
        undone.undo(id.value(), other.value());
    }

    private SearchedLead searched(LeadId id) {
        return duplicates.find(id).orElseThrow(NotAvailable::new);
    }

    /** Stores the pair as settled, so that it appears on the managers' list like those dismissed there. */
    private void dismiss(SearchedLead lead, Pair pair, DuplicateScore score, Collection<ClinicId> queuesOfOther) {
        var now = clock.instant();
        var queues = new HashSet<>(queuesOfOther);
        queues.add(lead.queue());
        pairs.keep(pair, score, now).ifPresent(kept -> pairs.ask(kept.id(), queues));
        pairs.settle(
                pair.earlier(),
                pair.later().value(),
                DuplicateOutcome.DIFFERENT,
                CurrentUser.current().staff(),
                now);
        events.publishEvent(new DuplicateDismissed(pair.kindOfEarlier(), pair.earlier(), pair.later()));
    }
}
