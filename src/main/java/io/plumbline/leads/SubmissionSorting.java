package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.Submissions.Submission;
import io.plumbline.shared.Caller;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a lead of what was kept: whose queue, whether a machine sent it, whether a chiropractor looks first. */
@Component
class SubmissionSorting {
    /** A lead in clinical review that nobody has taken for so long in opening time is untaken. */
    private static final Duration UNTAKEN = Duration.ofHours(1);

    private final Submissions submissions;
    private final RequestReader reader;
    private final Leads leads;
    private final TouchRule touches;
    private final ContactStops stops;
    private final ApplicationEventPublisher events;
    private final ClinicService clinics;
    private final JsonMapper json;
    private final Clock clock;

    SubmissionSorting(
            Submissions submissions,
            RequestReader reader,
            Leads leads,
            TouchRule touches,
            ContactStops stops,
            ApplicationEventPublisher events,
            ClinicService clinics,
            JsonMapper json,
            Clock clock) {
        this.submissions = submissions;
        this.reader = reader;
        this.leads = leads;
        this.touches = touches;
        this.stops = stops;
        this.events = events;
        this.clinics = clinics;
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
        var before = incompleteBefore(kept);
        before.ifPresent(incomplete -> submissions.forgetAnswers(incomplete.id().value()));
        var lead = before.map(incomplete -> completed(incomplete, kept, read)).or(() -> received(kept, read));
        lead.ifPresent(made -> {
            leads.saveAndFlush(made);
            submissions.answered(made.id().value(), read);
            if (!kept.fromBot()) {
                liftStop(made);
            }
        });
        submissions.sorted(kept.id(), lead.map(made -> made.id().value()).orElse(null), clock.instant());
        return lead;
    }

    /** Who asks themselves may be contacted again. */
    private void liftStop(Lead lead) {
        if (stops.lift(lead.phone(), lead.email())) {
            events.publishEvent(new LeadContactStopLifted(lead.id()));
        }
    }

    /** The open lead that was made of the refused form before this one. */
    private Optional<Lead> incompleteBefore(Submission kept) {
        return Optional.ofNullable(kept.completes())
                .flatMap(this::sort)
                .filter(lead -> lead.isIncomplete() && lead.status().isOpen());
    }

    private Lead completed(Lead lead, Submission kept, ReadRequest read) {
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
        if (kept.fromBot()) {
            lead.putAsideAsSpam(by, at);
        } else if (read.mustNotWait() && lead.mayBeReviewed()) {
            lead.review(touches.withinOpening(UNTAKEN, lead.queueId(), at), by, at);
        }
        return lead;
    }

    /** When somebody is to do something for a lead; for a machine's what a person would be told. */
    NextTouch promised(Lead lead) {
        return lead.touch().orElseGet(() -> touches.from(lead.receivedAt(), lead.queueId(), lead.window()));
    }

    /** The clinic that calls a lead first. */
    Optional<ClinicLabel> caller(Lead lead) {
        return touches.caller(lead.queueId(), lead.window(), lead.receivedAt()).map(clinics.labels()::get);
    }
}
