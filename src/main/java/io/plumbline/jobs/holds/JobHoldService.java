package io.plumbline.jobs.holds;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a job that erases or closes records may run, and lets an administrator release those that wait. */
@Service
@Transactional
@Requires(Permission.JOB_HOLD)
public class JobHoldService {
    /** The longest reason for a release, in characters. */
    public static final int LONGEST_REASON = 400;

    private static final Logger LOG = LoggerFactory.getLogger(JobHoldService.class);

    /** So many records a job may always remove in a day. */
    private static final int FEW = 10;

    /** Beyond those, one in so many. */
    private static final int SHARE = 10;

    /** How long a job may remove what it likes once it was released. */
    private static final Duration RELEASED = Duration.ofDays(1);

    private final JobHoldStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JobHoldService(JobHoldStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Returns whether a job may run at all. */
    @Transactional(readOnly = true)
    public boolean mayRun(RemovalJob job) {
        return store.open().stream()
                .noneMatch(hold ->
                        hold instanceof JobHold.OfClock || hold instanceof JobHold.OfJob one && one.job() == job);
    }

    /**
     * Returns whether a job may remove what is due now. Puts the job on hold if that and what it removed since yesterday
     * is more than ten records and more than a tenth of all, unless an administrator has just released it.
     *
     * @param due how many records it would remove
     * @param inAll counts how many there are
     */
    public boolean mayRemove(RemovalJob job, long due, LongSupplier inAll) {
        if (!mayRun(job)) {
            return false;
        }
        var removed = store.removedSince(job, today().minusDays(1));
        if (due == 0 || removed + due <= FEW) {
            return true;
        }
        var before = removed + inAll.getAsLong();
        if ((removed + due) * SHARE <= before || isReleased(job)) {
            return true;
        }
        begin(
                new JobHold.OfJob(JobHoldId.next(), clock.instant(), job, removed + due, before),
                job.noun() + ", " + (removed + due) + " of " + before);
        return false;
    }

    /** Remembers how many records a job removed; what an administrator let it remove does not count on the next day. */
    public void removed(RemovalJob job, int records) {
        if (records > 0 && !isReleased(job)) {
            store.addRemoved(job, today(), records);
        }
    }

    private boolean isReleased(RemovalJob job) {
        return store.isReleasedSince(job, clock.instant().minus(RELEASED));
    }

    /**
     * Puts all jobs on hold, since the clock may be wrong.
     *
     * @param newest the time of the newest entry in the audit trail
     */
    public void holdForClock(Instant newest) {
        begin(new JobHold.OfClock(JobHoldId.next(), clock.instant(), newest), "clock");
    }

    private void begin(JobHold hold, String why) {
        if (store.add(hold)) {
            LOG.warn(
                    "Jobs that erase or close records wait for an administrator, who finds them on the start page: {}",
                    why);
            events.publishEvent(new JobHoldEvent.Begun(hold.id(), why));
        }
    }

    /** Returns the holds that nobody has released yet, oldest first. */
    @Transactional(readOnly = true)
    @Requires(Permission.JOB_RELEASE)
    public List<JobHold> open() {
        return store.open();
    }

    /**
     * Lets the jobs of a hold run again. Of two administrators who do so at once, one is recorded.
     *
     * @param reason why that is right, at most {@value #LONGEST_REASON} characters
     * @throws io.plumbline.shared.Refused if the reason is missing or too long
     */
    @Requires(Permission.JOB_RELEASE)
    public void release(JobHoldId id, String reason) {
        var stated = ReasonWords.require("The reason", reason, LONGEST_REASON);
        if (store.release(id, CurrentUser.current().staff(), clock.instant(), stated)) {
            events.publishEvent(new JobHoldEvent.Released(id));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
