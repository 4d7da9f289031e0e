package io.plumbline.leads.requests;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.RequestTriage;
import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.duplicates.LeadMatchQuery;
import io.plumbline.leads.person.SafetyAnswerStore;
import io.plumbline.leads.requests.SubmissionStore.Submission;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a stored submission, and has it turned into a lead once. */
@Component
class SubmissionTriage {
    private final SubmissionStore submissionStore;
    private final RequestReader reader;
    private final RequestTriage triage;
    private final SafetyAnswerStore answers;
    private final LeadMatchQuery duplicates;
    private final FollowUpScheduler followUps;
    private final ClinicService clinics;
    private final ScreeningRules screening;
    private final Clock clock;

    SubmissionTriage(
            SubmissionStore submissionStore,
            RequestReader reader,
            RequestTriage triage,
            SafetyAnswerStore answers,
            LeadMatchQuery duplicates,
            FollowUpScheduler followUps,
            ClinicService clinics,
            ScreeningRules screening,
            Clock clock) {
        this.submissionStore = submissionStore;
        this.reader = reader;
        this.triage = triage;
        this.answers = answers;
        this.duplicates = duplicates;
        this.followUps = followUps;
        this.clinics = clinics;
        this.screening = screening;
        this.clock = clock;
    }

    /** Triages a stored submission once. Returns its lead, or empty if it has no usable phone or e-mail. */
    Optional<LeadId> sort(UUID id) {
        return sort(submissionStore.get(id));
    }

    /** Triages a submission that the current user has just loaded. */
    Optional<LeadId> sort(Submission kept) {
        if (!submissionStore.lockToSort(kept.id())) {
            return Optional.ofNullable(submissionStore.get(kept.id()).lead()).map(LeadId::new);
        }
        var read = reader.read(kept);
        var lead = completed(kept, read)
                .or(() -> joined(kept, read))
                .or(() -> received(kept, read))
                .orElse(null);
        submissionStore.sorted(kept.id(), lead == null ? null : lead.value(), clock.instant());
        return Optional.ofNullable(lead);
    }

    /** Completes the open lead of the refused form that came before this one. */
    private Optional<LeadId> completed(Submission kept, ReadRequest read) {
        var incomplete =
                Optional.ofNullable(kept.completes()).flatMap(this::sort).filter(triage::isIncomplete);
        incomplete.ifPresent(lead -> {
            // a positive answer of the refused form stays positive
            answers.addAgain(lead, read.answersByRule());
            request(kept, read).ifPresent(request -> triage.complete(lead, request));
        });
        return incomplete;
    }

    /** A bot's submission never joins a lead, and a refused form is too incomplete to identify the person. */
    private Optional<LeadId> joined(Submission kept, ReadRequest read) {
        if (kept.fromBot() || kept.refused()) {
            return Optional.empty();
        }
        var known = request(kept, read)
                .flatMap(
                        request -> triage.join(duplicates.openOf(request.draft().person()), request));
        known.ifPresent(lead -> answers.addAgain(lead, read.answersByRule()));
        return known;
    }

    private Optional<LeadId> received(Submission kept, ReadRequest read) {
        var made = request(kept, read).map(triage::receive);
        made.ifPresent(lead -> answers.add(lead, read.answersByRule()));
        return made;
    }

    private Optional<RequestTriage.Request> request(Submission kept, ReadRequest read) {
        return Optional.ofNullable(read.draft())
                .map(draft -> new RequestTriage.Request(
                        kept.reference(),
                        kept.receivedAt(),
                        kept.fromBot(),
                        kept.refused(),
                        draft,
                        read.background(),
                        read.mustNotWait() ? read.level(screening) : null));
    }

    /**
     * Returns whether a safety answer of a submission, or of a refused one that it corrects, is positive: a yes stays a
     * yes. Only forms of the same key count, so that the answer reveals nothing about other requests of the person.
     */
    boolean mustNotWait(Submission kept, ReadRequest read) {
        if (read.mustNotWait()) {
            return true;
        }
        var corrected = kept.completes();
        if (corrected == null) {
            return false;
        }
        var before = submissionStore.get(corrected);
        return mustNotWait(before, reader.read(before));
    }

    /**
     * Returns when somebody is to call, as the receipt states it. The same for everybody, including bots and people
     * with an open lead, so that the answer does not reveal what is on record.
     */
    NextFollowUp promised(Submission kept, ReadRequest read, boolean mustNotWait) {
        var draft = Objects.requireNonNull(read.draft());
        return mustNotWait
                ? followUps.withinBusinessHours(RequestTriage.UNTAKEN, draft.queue(), kept.receivedAt())
                : followUps.from(kept.receivedAt(), draft.queue(), draft.callWindow());
    }

    /** Returns the clinic that calls first, as the receipt states it; does not depend on what is on record. */
    Optional<ClinicLabel> caller(Submission kept, ReadRequest read) {
        var draft = Objects.requireNonNull(read.draft());
        return followUps
                .caller(draft.queue(), draft.callWindow(), kept.receivedAt())
                .map(clinics.labels()::get);
    }
}
