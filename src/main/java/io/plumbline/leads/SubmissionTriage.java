package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.DuplicateScore.Person;
import io.plumbline.leads.SubmissionStore.Submission;
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

/** Turns a stored submission into a lead: chooses the queue, sends it to clinical review or marks it as spam. */
@Component
class SubmissionTriage {
    /** Business time after which a clinical review that nobody has taken is overdue. */
    private static final Duration UNTAKEN = Duration.ofHours(1);

    private final SubmissionStore submissionStore;
    private final RequestReader reader;
    private final Leads leads;
    private final LeadMatchQuery duplicates;
    private final FollowUpScheduler followUps;
    private final ContactStopStore stops;
    private final ApplicationEventPublisher events;
    private final ClinicService clinics;
    private final ScreeningRules screening;
    private final JsonMapper json;
    private final Clock clock;

    SubmissionTriage(
            SubmissionStore submissionStore,
            RequestReader reader,
            Leads leads,
            LeadMatchQuery duplicates,
            FollowUpScheduler followUps,
            ContactStopStore stops,
            ApplicationEventPublisher events,
            ClinicService clinics,
            ScreeningRules screening,
            JsonMapper json,
            Clock clock) {
        this.submissionStore = submissionStore;
        this.reader = reader;
        this.leads = leads;
        this.duplicates = duplicates;
        this.followUps = followUps;
        this.stops = stops;
        this.events = events;
        this.clinics = clinics;
        this.screening = screening;
        this.json = json;
        this.clock = clock;
    }

    /** Triages a stored submission once. Returns its lead, or empty if it has no usable phone or e-mail. */
    Optional<Lead> sort(UUID id) {
        return sort(submissionStore.get(id));
    }

    /** Triages a submission that the caller has just loaded. */
    Optional<Lead> sort(Submission kept) {
        if (!submissionStore.holdToSort(kept.id())) {
            return Optional.ofNullable(submissionStore.get(kept.id()).lead()).flatMap(leads::findById);
        }
        var read = reader.read(json.readTree(kept.body()), kept.receivedAt());
        var known = incompleteBefore(kept)
                .map(open -> completed(open, kept, read))
                .or(() -> openOfPerson(kept, read).map(open -> joined(open, kept, read)));
        var lead = known.or(() -> received(kept, read));
        lead.ifPresent(made -> {
            leads.saveAndFlush(made);
            if (known.isEmpty()) {
                submissionStore.answered(made.id().value(), read);
            }
            if (!kept.fromBot()) {
                liftStop(made, read);
            }
        });
        submissionStore.sorted(kept.id(), lead.map(made -> made.id().value()).orElse(null), clock.instant());
        return lead;
    }

    /**
     * Lifts the contact stop for the phone and e-mail of this request only: the lead may also hold others that the
     * person stopped.
     */
    private void liftStop(Lead lead, ReadRequest read) {
        var draft = read.draft();
        if (draft != null && stops.lift(draft.phone(), draft.email())) {
            events.publishEvent(new LeadEvent.ContactStopLifted(lead.id()));
        }
    }

    /** Returns the open lead created from the rejected form that this one completes. */
    private Optional<Lead> incompleteBefore(Submission kept) {
        return Optional.ofNullable(kept.completes())
                .flatMap(this::sort)
                .filter(lead -> lead.isIncomplete() && lead.status().isOpen());
    }

    /** A bot's submission never joins a lead, and a rejected form is too incomplete to identify the person. */
    private Optional<Lead> openOfPerson(Submission kept, ReadRequest read) {
        var draft = read.draft();
        if (draft == null || kept.fromBot() || kept.refused()) {
            return Optional.empty();
        }
        return duplicates.openOf(Person.of(draft)).stream()
                .map(this::findLead)
                .flatMap(Optional::stream)
                .filter(lead -> lead.mayBeJoined(read.mustNotWait()) && lead.isOfPerson(draft, kept.receivedAt()))
                .findFirst();
    }

    private Optional<Lead> findLead(LeadId id) {
        leads.lock(id.value());
        return leads.findById(id.value());
    }

    /** Adds a new request to an existing lead of the same person. */
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
        submissionStore.answeredAgain(lead.id().value(), read);
        return lead;
    }

    /**
     * Without the key of the rejected form, the submission is not known to correct it, so it only fills in what is
     * missing.
     */
    private void fillIn(Lead lead, Submission kept, ReadRequest read, StaffId by, Instant at) {
        var filled = lead.draft().completedBy(Objects.requireNonNull(read.draft()));
        if (!filled.equals(lead.draft())) {
            var window = lead.followUpWindow(filled.callWindow());
            lead.correct(filled, by, at, followUps.from(lead.countedFrom(), Lead.queueOf(filled), window));
        }
        lead.tell(lead.background().completedBy(read.background(), kept.reference()));
    }

    /** Returns the follow-up that this request alone would have. */
    private NextFollowUp asked(Submission kept, ReadRequest read, ClinicId queue) {
        return followUps.from(
                kept.receivedAt(), queue, Objects.requireNonNull(read.draft()).callWindow());
    }

    private Lead completed(Lead lead, Submission kept, ReadRequest read) {
        // a positive answer of the rejected form stays positive
        submissionStore.answeredAgain(lead.id().value(), read);
        var draft = read.draft();
        if (draft == null) {
            return lead;
        }
        var by = Caller.current().staff();
        var now = clock.instant();
        var followUp = followUps.from(now, Lead.queueOf(draft), draft.callWindow());
        if (lead.status() == LeadStatus.NURTURE) {
            lead.wake(by, now, followUp);
        }
        lead.correct(draft, by, now, followUp);
        lead.tell(background(kept, read));
        return classified(lead, kept, read, by, now);
    }

    private Optional<Lead> received(Submission kept, ReadRequest read) {
        return Optional.ofNullable(read.draft()).map(draft -> {
            var by = Caller.current().staff();
            var followUp = followUps.from(kept.receivedAt(), Lead.queueOf(draft), draft.callWindow());
            var lead = Lead.received(draft, null, by, kept.receivedAt(), followUp);
            lead.tell(background(kept, read));
            return classified(lead, kept, read, by, kept.receivedAt());
        });
    }

    private static LeadBackground background(Submission kept, ReadRequest read) {
        var background = read.background();
        return new LeadBackground(
                background.since(), background.service(), background.practitioner(), kept.reference(), kept.refused());
    }

    private Lead classified(Lead lead, Submission kept, ReadRequest read, StaffId by, Instant at) {
        if (lead.status() == LeadStatus.CLINICAL_REVIEW) {
            if (read.mustNotWait()) {
                lead.answeredMoreUrgently(read.level(screening));
            }
        } else if (read.mustNotWait() && lead.mayBeReviewed()) {
            // clinical review comes before the bot rules: assisted form filling can be faster than typing
            lead.review(read.level(screening), followUps.withinBusinessHours(UNTAKEN, lead.queueId(), at), by, at);
        } else if (kept.fromBot() && lead.mayBeSpam()) {
            lead.putAsideAsSpam(by, at);
        }
        return lead;
    }

    /**
     * Returns when somebody is to call, as the receipt states it. The same for everybody, including bots and people
     * with an open lead, so that the answer does not reveal what is on record.
     */
    NextFollowUp promised(Submission kept, ReadRequest read) {
        var queue = Lead.queueOf(Objects.requireNonNull(read.draft()));
        return read.mustNotWait()
                ? followUps.withinBusinessHours(UNTAKEN, queue, kept.receivedAt())
                : asked(kept, read, queue);
    }

    /** Returns the clinic that calls first, as the receipt states it; does not depend on what is on record. */
    Optional<ClinicLabel> caller(Submission kept, ReadRequest read) {
        var draft = Objects.requireNonNull(read.draft());
        return followUps
                .caller(Lead.queueOf(draft), draft.callWindow(), kept.receivedAt())
                .map(clinics.labels()::get);
    }
}
