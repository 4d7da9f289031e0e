package io.plumbline.leads;

import io.plumbline.leads.DuplicateScore.Person;
import io.plumbline.leads.LeadTwinPairs.Pair;
import io.plumbline.patients.PatientMatchService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who else may be the person of a lead: only leads of the caller's queues, and patients whom the caller may see. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadMatchService {
    private static final int MOST = 5;

    private final LeadTwins twins;
    private final LeadTwinPairs pairs;
    private final LeadsInHand inHand;
    private final PatientMatchService patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadMatchService(
            LeadTwins twins,
            LeadTwinPairs pairs,
            LeadsInHand inHand,
            PatientMatchService patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.twins = twins;
        this.pairs = pairs;
        this.inHand = inHand;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /** Leads that may be the same person's, who is most alike first; at most five. */
    public List<LikeLead> leads(LeadDetails lead) {
        return twins.among(LeadQueues.of(Caller.current()), lead.id(), Person.of(lead.draft())).stream()
                .limit(MOST)
                .toList();
    }

    /**
     * Leads that may be of somebody who is being typed, who is most alike first; at most five.
     *
     * @param fullName empty while it is not known
     */
    public List<LikeLead> leads(String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return twins.among(LeadQueues.of(Caller.current()), null, new Person(fullName, phone, email)).stream()
                .limit(MOST)
                .toList();
    }

    /** Patients who may be this person, without the one that the lead became, who is most alike first; at most five. */
    public List<LikePatient> patients(LeadDetails lead) {
        var like = patients(Person.of(lead.draft()));
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

    /** Patients who may be somebody who is being typed, as {@link #leads(String, PhoneNumber, EmailAddress)} does. */
    public List<LikePatient> patients(String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return patients(new Person(fullName, phone, email)).stream().limit(MOST).toList();
    }

    private List<LikePatient> patients(Person person) {
        return LikePatient.of(patients.mine(person.fullName(), person.phone(), person.email()), person);
    }

    /**
     * Says that another lead is not the same person's; it is not proposed again.
     *
     * @throws NoSuchElementException if either is not the caller's, or nothing speaks for it any more
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void dismiss(LeadId id, LeadId other) {
        var queues = LeadQueues.of(Caller.current());
        var lead = inHand.take(id, queues);
        var like = twins.among(queues, id, Person.of(lead.draft())).stream()
                .filter(one -> one.id().equals(other))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        dismiss(lead, Pair.of(lead, like), like.score(), Set.of(like.queue()));
    }

    /**
     * Says that a patient is not the person of a lead; they are not proposed again.
     *
     * @throws NoSuchElementException if either is not the caller's, or nothing speaks for it any more
     */
    @Transactional
    @Requires(Permission.LEAD_WORK)
    public void dismiss(LeadId id, PatientId other) {
        var lead = inHand.take(id, LeadQueues.of(Caller.current()));
        var like = patients(Person.of(lead.draft())).stream()
                .filter(one -> one.patient().id().equals(other))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        dismiss(lead, Pair.of(lead, like), like.score(), like.clinics());
    }

    /** It stands among what is settled on the managers' list, as what was dismissed there does. */
    private void dismiss(Lead lead, Pair pair, DuplicateScore score, Collection<ClinicId> queuesOfOther) {
        var now = clock.instant();
        var queues = new HashSet<>(queuesOfOther);
        queues.add(lead.queueId());
        pairs.keep(pair, score, now).ifPresent(kept -> pairs.ask(kept.id(), queues));
        pairs.settle(
                pair.earlier(),
                pair.later().value(),
                LeadTwinOutcome.DIFFERENT,
                Caller.current().staff(),
                now);
        events.publishEvent(new LeadTwinDismissed(pair.kindOfEarlier(), pair.earlier(), pair.later()));
    }
}
