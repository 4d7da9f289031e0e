package io.plumbline.leads.requests;

import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.jobs.holds.RemovalJob;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases requests of the public form as they were received. What is left says that one came, when, and what it became. */
@Service
@Transactional
@Requires(Permission.LEAD_ERASE)
public class SubmissionErasureService {
    private final SubmissionStore submissionStore;
    private final JobHoldService holds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmissionErasureService(
            SubmissionStore submissionStore, JobHoldService holds, ApplicationEventPublisher events, Clock clock) {
        this.submissionStore = submissionStore;
        this.holds = holds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Some requests were erased in one go.
     *
     * @param subject an id of its own, since the requests are of many people
     */
    @StoredKind("lead.requests-erased")
    public record RequestsErased(UUID subject, int requests) implements Recorded {
        @Override
        public String detail() {
            return "requests " + requests;
        }
    }

    /**
     * Erases triaged requests that came before an instant, oldest first. Repeated requests of open leads stay: those who
     * call read them.
     *
     * @return how many were erased
     */
    public int eraseReceivedBefore(Instant before, int most) {
        if (!holds.mayRemove(
                RemovalJob.LEAD_REQUESTS, submissionStore.countToErase(before), submissionStore::countKept)) {
            return 0;
        }
        var now = clock.instant();
        var erased = (int) submissionStore.toErase(before, most).stream()
                .filter(id -> submissionStore.erase(id, now))
                .count();
        holds.removed(RemovalJob.LEAD_REQUESTS, erased);
        if (erased > 0) {
            events.publishEvent(new RequestsErased(Ids.next(), erased));
        }
        return erased;
    }

    /** Erases the requests of a lead whose person is erased. */
    public void erase(LeadId lead) {
        var now = clock.instant();
        submissionStore.toErase(lead).forEach(id -> submissionStore.erase(id, now));
    }
}
