package io.plumbline.leads;

import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.clock.NextAttempt;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.person.ContactStopStore;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what follows a call. The rule of the product page on calls. */
@Component
public class CallRule {
    private final FollowUpScheduler followUps;
    private final ContactStopStore stops;

    CallRule(FollowUpScheduler followUps, ContactStopStore stops) {
        this.followUps = followUps;
        this.stops = stops;
    }

    /**
     * Checks that the person may be contacted.
     *
     * @throws Refused if there is a contact stop, with a message for the user
     */
    public void refuseIfStopped(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        if (stops.since(phone, email).isPresent()) {
            throw new Refused("This person asked not to be contacted");
        }
    }

    /**
     * Returns the next follow-up after a call.
     *
     * @return null if the call closes the lead
     * @throws Refused if nobody can call at the time that the person asked for
     */
    @Nullable
    NextFollowUp after(Call call, ClinicId queue, CallWindow window, Instant now) {
        var again = call.again();
        return again == null ? byRule(call.outcome(), queue, window, now) : agreed(again, queue, now);
    }

    private @Nullable NextFollowUp byRule(CallOutcome outcome, ClinicId queue, CallWindow window, Instant now) {
        return switch (outcome) {
            case REACHED, WRONG_NUMBER -> followUps.after(NextAttempt.WAIT, queue, window, now);
            case NO_ANSWER, VOICEMAIL, TEXT_SENT, MAIL_SENT -> followUps.again(queue, window, now);
            case CALL_LATER -> throw new Refused("Choose the date and time of the next call");
            case NOT_INTERESTED, STOP_CONTACTING -> null;
        };
    }

    /** Returns the follow-up by outcome, without outcomes that close the lead or need a time. */
    public Map<CallOutcome, NextFollowUp> afterEach(ClinicId queue, CallWindow window, Instant now) {
        return Arrays.stream(CallOutcome.values())
                .filter(outcome -> outcome.leadsTo().isOpen() && outcome != CallOutcome.CALL_LATER)
                .collect(Collectors.toMap(
                        outcome -> outcome, outcome -> Objects.requireNonNull(byRule(outcome, queue, window, now))));
    }

    /** A time agreed in a call takes precedence over the call window. */
    private NextFollowUp agreed(Instant again, ClinicId queue, Instant now) {
        if (!again.isAfter(now)) {
            throw new Refused("Choose a time in the future");
        }
        var next = followUps.from(again, queue, CallWindow.ANY_TIME);
        if (!next.at().equals(again)) {
            throw new Refused("Choose a time when the clinic is open. Nobody could call at this time");
        }
        return next;
    }
}
