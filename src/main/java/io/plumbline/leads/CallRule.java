package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows a call. The rule of the product's page on calls. */
@Component
class CallRule {
    private final TouchRule touches;
    private final ContactStops stops;

    CallRule(TouchRule touches, ContactStops stops) {
        this.touches = touches;
        this.stops = stops;
    }

    /**
     * Refuses what would contact somebody who asked us not to.
     *
     * @throws IllegalStateException in words for who would
     */
    void refuseIfStopped(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        if (stops.since(phone, email).isPresent()) {
            throw new IllegalStateException("This person asked us not to contact them any more");
        }
    }

    /**
     * The next touch after a call.
     *
     * @return null where the call ends the lead
     * @throws IllegalArgumentException if the person wants to be called at a time at which nobody can
     */
    @Nullable
    NextTouch after(Call call, ClinicId queue, CallWindow window, Instant now) {
        var again = call.again();
        return again == null ? byRule(call.outcome(), queue, window, now) : agreed(again, queue, now);
    }

    private @Nullable NextTouch byRule(CallOutcome outcome, ClinicId queue, CallWindow window, Instant now) {
        return switch (outcome) {
            case REACHED, WRONG_NUMBER -> touches.after(NextAttempt.WAIT, queue, window, now);
            case NO_ANSWER, VOICEMAIL, TEXT_SENT, MAIL_SENT -> touches.again(queue, window, now);
            case CALL_LATER -> throw new IllegalArgumentException("Choose the day and the time of the next call");
            case NOT_INTERESTED, STOP_CONTACTING -> null;
        };
    }

    /** What was agreed on the telephone counts, whatever times they gave before. */
    private NextTouch agreed(Instant again, ClinicId queue, Instant now) {
        if (!again.isAfter(now)) {
            throw new IllegalArgumentException("Choose a time that is still to come");
        }
        var next = touches.from(again, queue, CallWindow.ANY_TIME);
        if (!next.at().equals(again)) {
            throw new IllegalArgumentException("Choose a time at which the clinic is open: nobody could call then");
        }
        return next;
    }

    /** What would follow a call that ends now, and what the calls so far suggest. */
    CallPlan plan(LeadDetails lead, Instant now) {
        var queue = Lead.queueOf(lead.draft());
        var window = lead.draft().callWindow();
        var next = Arrays.stream(CallOutcome.values())
                .filter(outcome -> outcome.leadsTo().isOpen() && outcome != CallOutcome.CALL_LATER)
                .collect(Collectors.toMap(
                        outcome -> outcome, outcome -> Objects.requireNonNull(byRule(outcome, queue, window, now))));
        var proposal =
                touches.timesOf(queue).findFirst().flatMap(times -> CallProposal.of(lead, lead.attempts(), times));
        return new CallPlan(
                next,
                proposal.orElse(null),
                stops.since(lead.draft().phone(), lead.draft().email()).orElse(null));
    }
}
