package io.plumbline.leads.erasure;

import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.jobs.holds.RemovalJob;
import io.plumbline.leads.LeadFollowUpService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.requests.SubmissionErasureService;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases people who asked for a consultation and became no patient, once the time for it has come. Each lead, with those
 * merged into it, is erased in a transaction of its own. Never erased are leads that are booked, in clinical review or
 * converted, and leads whose person submitted an online intake. A contact stop outlives the lead as a keyed hash.
 */
@Service
@Requires(Permission.LEAD_ERASE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class LeadErasureService {
    private static final Logger LOG = LoggerFactory.getLogger(LeadErasureService.class);

    private static final List<LeadStatus> UNCONVERTED = List.of(
            LeadStatus.LOST,
            LeadStatus.NEW,
            LeadStatus.ATTEMPTING,
            LeadStatus.CONTACTED,
            LeadStatus.NURTURE,
            LeadStatus.CONSULTATION_HELD);

    private final LeadErasureStore store;
    private final LeadFollowUpService leads;
    private final SubmissionErasureService requests;
    private final OutboxService outbox;
    private final JobHoldService holds;
    private final LeadErasureSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    LeadErasureService(
            LeadErasureStore store,
            LeadFollowUpService leads,
            SubmissionErasureService requests,
            OutboxService outbox,
            JobHoldService holds,
            LeadErasureSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.leads = leads;
        this.requests = requests;
        this.outbox = outbox;
        this.holds = holds;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Erases the people of leads that became no patient, and of spam, those left alone longest first.
     *
     * @param most how many leads at once, beside those merged into them
     * @return how many were erased, without those merged into them
     */
    public int eraseLeads(int most) {
        var now = clock.instant();
        var spamSince = LeadErasureSettings.monthsBefore(now, settings.spamMonths());
        var untouchedSince = LeadErasureSettings.monthsBefore(now, settings.unconvertedMonths());
        var due = store.countDue(LeadStatus.SPAM, spamSince)
                + UNCONVERTED.stream()
                        .mapToLong(status -> store.countDue(status, untouchedSince))
                        .sum();
        if (!holds.mayRemove(RemovalJob.LEADS, due, store::countAll)) {
            return 0;
        }
        var erased = erase(LeadStatus.SPAM, spamSince, most);
        for (var status : UNCONVERTED) {
            erased += erase(status, untouchedSince, most - erased);
        }
        holds.removed(RemovalJob.LEADS, erased);
        return erased;
    }

    private int erase(LeadStatus status, Instant untouchedSince, int most) {
        return most <= 0
                ? 0
                : (int) store.toErase(status, untouchedSince, most).stream()
                        .filter(lead -> erase(lead, untouchedSince))
                        .count();
    }

    private boolean erase(LeadId lead, Instant untouchedSince) {
        try {
            return Boolean.TRUE.equals(transactions.execute(transaction -> eraseWhole(lead, untouchedSince)));
        } catch (ConcurrencyFailureException somebodyWorksOnIt) {
            LOG.debug("A lead is locked; it is erased in the next round", somebodyWorksOnIt);
            return false;
        }
    }

    private boolean eraseWhole(LeadId lead, Instant untouchedSince) {
        if (!leads.erase(lead, untouchedSince)) {
            return false;
        }
        eraseBeside(lead);
        for (var merged : store.mergedInto(lead)) {
            // a merge is read under the other lead and has no time of its own
            if (leads.erase(merged, clock.instant())) {
                eraseBeside(merged);
            }
        }
        return true;
    }

    private void eraseBeside(LeadId lead) {
        store.erase(lead);
        requests.erase(lead);
        var now = clock.instant();
        outbox.erase(new OutgoingMail.About(lead.value()), now);
        store.onlineIntakesOf(lead).forEach(intake -> outbox.erase(new OutgoingMail.About(intake), now));
    }

    /**
     * Erases requests of the public form as they were received, oldest first.
     *
     * @param most how many at once
     * @return how many were erased
     */
    public int eraseRequests(int most) {
        return requests.eraseReceivedBefore(
                LeadErasureSettings.monthsBefore(clock.instant(), settings.requestMonths()), most);
    }
}
