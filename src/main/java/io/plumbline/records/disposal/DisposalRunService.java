package io.plumbline.records.disposal;

import io.plumbline.clinics.ClinicService;
import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.jobs.holds.RemovalJob;
import io.plumbline.records.retention.KeptRecords;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Disposes of the records of lists that two people approved, each patient in a transaction of its own. What keeps a
 * record is asked once more while the record is locked: what is kept then stays whole, with the reason in the log.
 */
@Service
@Requires(Permission.DISPOSAL_RUN)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class DisposalRunService {
    private static final Logger LOG = LoggerFactory.getLogger(DisposalRunService.class);

    private final DisposalLists lists;
    private final DisposalStore store;
    private final RecordRemoval removal;
    private final KeptRecords kept;
    private final ClinicService clinics;
    private final JobHoldService holds;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    DisposalRunService(
            DisposalLists lists,
            DisposalStore store,
            RecordRemoval removal,
            KeptRecords kept,
            ClinicService clinics,
            JobHoldService holds,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.lists = lists;
        this.store = store;
        this.removal = removal;
        this.kept = kept;
        this.clinics = clinics;
        this.holds = holds;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Begins the lists whose time has come, and disposes of records of those that run.
     *
     * @param most of how many patients at once
     * @return of how many patients it is settled now that they were disposed of or kept
     */
    public int run(int most) {
        // two people approved what is on the lists, but not the day
        if (!holds.mayRun(RemovalJob.RECORDS)) {
            return 0;
        }
        var settled = 0;
        for (var list : store.due(clock.instant())) {
            if (!isBegun(list)) {
                continue;
            }
            for (var group : store.waiting(list, most - settled)) {
                settled += isSettled(list, group) ? 1 : 0;
            }
            transactions.executeWithoutResult(transaction -> endIfDone(list));
            if (settled >= most) {
                break;
            }
        }
        return settled;
    }

    /** Returns false if somebody canceled it in this second. */
    private boolean isBegun(DisposalListId id) {
        try {
            return Boolean.TRUE.equals(transactions.execute(transaction -> {
                var list = lists.require(id.value());
                if (list.begin(clock.instant())) {
                    lists.saveAndFlush(list);
                }
                return list.isRunning();
            }));
        } catch (ConcurrencyFailureException changed) {
            LOG.debug("A disposal list was changed; it is looked at in the next round", changed);
            return false;
        }
    }

    private boolean isSettled(DisposalListId list, List<DisposalStore.Entry> group) {
        try {
            transactions.executeWithoutResult(transaction -> settle(list, group));
            return true;
        } catch (DataAccessException notNow) {
            LOG.warn("A record of the disposal list {} stays for the next round", list, notNow);
            return false;
        }
    }

    private void settle(DisposalListId list, List<DisposalStore.Entry> group) {
        group.forEach(entry -> store.lock(entry.patient()));
        var now = clock.instant();
        var today = clinics.ownToday();
        var records = group.stream().map(DisposalStore.Entry::patient).toList();
        var states = kept.of(records);
        for (var record : records) {
            var state = Objects.requireNonNull(states.get(record));
            var isWhole = records.containsAll(state.records());
            if (!state.until().isOver(today) || !isWhole) {
                var because = isWhole
                        ? DisposalCandidate.reasons(state.until())
                        : "Another record of the patient was merged with it since.";
                group.forEach(entry -> {
                    store.kept(entry.id(), because, now);
                    events.publishEvent(new DisposalEvent.Kept(list, entry.patient()));
                });
                return;
            }
        }
        for (var entry : group) {
            if (store.begin(entry.id())) {
                var removed = removal.remove(entry.id(), entry.patient());
                store.disposed(entry.id(), removed.counts(), removed.sha256(), now);
                events.publishEvent(
                        new DisposalEvent.Disposed(list, entry.patient(), removed.count(), removed.sha256()));
            }
        }
    }

    private void endIfDone(DisposalListId id) {
        if (!store.isWaiting(id)) {
            var list = lists.require(id.value());
            if (list.isRunning()) {
                list.done(CurrentUser.current().staff(), clock.instant());
                lists.saveAndFlush(list);
            }
        }
    }
}
