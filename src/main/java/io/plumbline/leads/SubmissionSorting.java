package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.DuplicateScore.Person;
import io.plumbline.leads.Submissions.Submission;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a lead of what was kept: whose queue, whether a chiropractor looks first, whether a machine sent it. */
@Component
class SubmissionSorting {
    /** A lead in clinical review that nobody has taken for so long in opening time is untaken. */
    private static final Duration UNTAKEN = Duration.ofHours(1);

    private final Submissions submissions;
    private final RequestReader reader;
    private final Leads leads;
    private final LeadTwins twins;
    private final TouchRule touches;
    private final ContactStops stops;
    private final ApplicationEventPublisher events;
    private final ClinicService clinics;
    private final ScreeningRules screening;
    private final JsonMapper json;
    private final Clock clock;

    SubmissionSorting(
            Submissions submissions,
            RequestReader reader,
            Leads leads,
            LeadTwins twins,
            TouchRule touches,
            ContactStops stops,
            ApplicationEventPublisher events,
            ClinicService clinics,
            ScreeningRules screening,
            JsonMapper json,
            Clock clock) {
        this.submissions = submissions;
        this.reader = reader;
        this.leads = leads;
        this.twins = twins;
        this.touches = touches;
        this.stops = stops;
        this.events = events;
        this.clinics = clinics;
        this.screening = screening;
        this.json = json;
        this.clock = clock;
    }

    /** Sorts what was kept, once; the lead that was made of it, or empty where nobody could be reached. */
    Optional<Lead> sort(UUID id) {
        return sort(submissions.get(id));
    }

    /** Sorts what was kept and read just now. */
    Optional<Lead> sort(Submission kept) {
        if (!submissions.holdToSort(kept.id())) {
            return Optional.ofNullable(submissions.get(kept.id()).lead()).flatMap(leads::findById);
        }
        var read = reader.read(json.readTree(kept.body()), kept.receivedAt());
        var known = incompleteBefore(kept)
                .map(open -> completed(open, kept, read))
                .or(() -> openOfPerson(kept, read).map(open -> joined(open, kept, read)));
        var lead = known.or(() -> received(kept, read));
        lead.ifPresent(made -> {
            leads.saveAndFlush(made);
            if (known.isEmpty()) {
                submissions.answered(made.id().value(), read);
            }
            if (!kept.fromBot()) {
                liftStop(made, read);
            }
        });
        submissions.sorted(kept.id(), lead.map(made -> made.id().value()).orElse(null), clock.instant());
        return lead;
    }

    /** Who asks themselves may be contacted again, by what they give now: the lead may know more of what they stopped. */
    private void liftStop(Lead lead, ReadRequest read) {
        var draft = read.draft();
        if (draft != null && stops.lift(draft.phone(), draft.email())) {
            events.publishEvent(new LeadContactStopLifted(lead.id()));
        }
    }

    /** The open lead that was made of the refused form before this one. */
    private Optional<Lead> incompleteBefore(Submission kept) {
        return Optional.ofNullable(kept.completes())
                .flatMap(this::sort)
                .filter(lead -> lead.isIncomplete() && lead.status().isOpen());
    }

    /** A machine joins nobody, and a form that was refused is not complete enough to say whose it is. */
    private Optional<Lead> openOfPerson(Submission kept, ReadRequest read) {
        var draft = read.draft();
        if (draft == null || kept.fromBot() || kept.refused()) {
            return Optional.empty();
        }
        return twins.openOf(Person.of(draft)).stream()
                .map(this::held)
                .flatMap(Optional::stream)
                .filter(lead -> lead.mayBeJoined(read.mustNotWait()))
                .findFirst();
    }

    private Optional<Lead> held(LeadId id) {
        leads.lock(id.value());
        return leads.findById(id.value());
    }

    /** Keeps what the person says now beside what they said before. */
    private Lead joined(Lead lead, Submission kept, ReadRequest read) {
        var by = Caller.current().staff();
        var now = clock.instant();
        lead.askedAgain(kept.reference(), asked(kept, read, lead.queueId()), by, now);
        if (lead.isIncomplete()) {
            fillIn(lead, kept, read, by, now);
        }
        if (read.mustNotWait()) {
            classified(lead, kept, read, by, now);
        }
        submissions.answeredAgain(lead.id().value(), read);
        return lead;
    }

    /** What came without the key of the refused form is not known to be its correction: it fills in what was missing. */
    private void fillIn(Lead lead, Submission kept, ReadRequest read, StaffId by, Instant at) {
        var filled = lead.draft().filledFrom(Objects.requireNonNull(read.draft()));
        if (!filled.equals(lead.draft())) {
            var window = lead.windowOfTouch(filled.callWindow());
            lead.correct(filled, by, at, touches.from(lead.countedFrom(), Lead.queueOf(filled), window));
        }
        lead.tell(lead.told().completedBy(read.told(), kept.reference()));
    }

    /** When a request is answered by itself. */
    private NextTouch asked(Submission kept, ReadRequest read, ClinicId queue) {
        return touches.from(
                kept.receivedAt(), queue, Objects.requireNonNull(read.draft()).callWindow());
    }

    private Lead completed(Lead lead, Submission kept, ReadRequest read) {
        // a yes of the form that was refused stays a yes
        submissions.answeredAgain(lead.id().value(), read);
        var draft = read.draft();
        if (draft == null) {
            return lead;
        }
        var by = Caller.current().staff();
        var now = clock.instant();
        var touch = touches.from(now, Lead.queueOf(draft), draft.callWindow());
        if (lead.status() == LeadStatus.NURTURE) {
            lead.wake(by, now, touch);
        }
        lead.correct(draft, by, now, touch);
        lead.tell(told(kept, read));
        return classified(lead, kept, read, by, now);
    }

    private Optional<Lead> received(Submission kept, ReadRequest read) {
        return Optional.ofNullable(read.draft()).map(draft -> {
            var by = Caller.current().staff();
            var touch = touches.from(kept.receivedAt(), Lead.queueOf(draft), draft.callWindow());
            var lead = Lead.received(draft, null, by, kept.receivedAt(), touch);
            lead.tell(told(kept, read));
            return classified(lead, kept, read, by, kept.receivedAt());
        });
    }

    private static LeadTold told(Submission kept, ReadRequest read) {
        var told = read.told();
        return new LeadTold(told.since(), told.service(), told.practitioner(), kept.reference(), kept.refused());
    }

    private Lead classified(Lead lead, Submission kept, ReadRequest read, StaffId by, Instant at) {
        if (lead.status() == LeadStatus.CLINICAL_REVIEW) {
            if (read.mustNotWait()) {
                lead.answeredMoreUrgently(read.level(screening));
            }
        } else if (read.mustNotWait() && lead.mayBeReviewed()) {
            // before every rule for machines: whoever fills the form in for a person may be quicker than any person
            lead.review(read.level(screening), touches.withinOpening(UNTAKEN, lead.queueId(), at), by, at);
        } else if (kept.fromBot() && lead.mayBeSpam()) {
            lead.putAsideAsSpam(by, at);
        }
        return lead;
    }

    /**
     * When somebody is to do something for a request: what everybody is told, a machine and a person who has an open lead
     * too, so that the answer says nothing of what we know.
     */
    NextTouch promised(Submission kept, ReadRequest read) {
        var queue = Lead.queueOf(Objects.requireNonNull(read.draft()));
        return read.mustNotWait() ? touches.withinOpening(UNTAKEN, queue, kept.receivedAt()) : asked(kept, read, queue);
    }

    /** The clinic that calls first, as everybody is told. */
    Optional<ClinicLabel> caller(Submission kept, ReadRequest read) {
        var draft = Objects.requireNonNull(read.draft());
        return touches.caller(Lead.queueOf(draft), draft.callWindow(), kept.receivedAt())
                .map(clinics.labels()::get);
    }
}
