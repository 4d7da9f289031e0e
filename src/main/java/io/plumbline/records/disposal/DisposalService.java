package io.plumbline.records.disposal;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.retention.KeptRecords;
import io.plumbline.records.retention.KeptRecords.Kept;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disposal lists: records whose retention has ended, which one person proposes to dispose of and another approves.
 * Patients are known by number alone. Nothing is disposed of here, see {@link DisposalRunService}.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.DISPOSAL_DECIDE)
public class DisposalService {
    /** The most records of one list, merged records counted as one. */
    public static final int MOST_RECORDS = 200;

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = DisposalList.LONGEST_REASON;

    private final DisposalLists lists;
    private final DisposalStore store;
    private final KeptRecords kept;
    private final DisposalSettings settings;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisposalService(
            DisposalLists lists,
            DisposalStore store,
            KeptRecords kept,
            DisposalSettings settings,
            IdentityService identity,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lists = lists;
        this.store = store;
        this.kept = kept;
        this.settings = settings;
        this.identity = identity;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** Returns whether somebody else than the current user may decide on a list that the current user proposes. */
    public boolean isSecondPersonThere() {
        return store.others(CurrentUser.current().staff()) > 0;
    }

    /**
     * Returns the records whose retention the search found ended, those longest over their time first, with what keeps
     * each of them now. Records the view in the audit trail.
     *
     * @param after the last row of the page before; null for the first page
     */
    @Transactional
    @Requires(Permission.DISPOSAL_PROPOSE)
    public List<DisposalCandidate> candidates(@Nullable DisposalCandidate after, int limit) {
        var found =
                store.found(after == null ? null : new DisposalStore.Found(after.patient(), after.foundUntil()), limit);
        var patients = found.stream().map(DisposalStore.Found::patient).toList();
        var all = kept.of(patients);
        var members =
                all.values().stream().flatMap(one -> one.records().stream()).collect(Collectors.toSet());
        var numbers = store.numbers(members);
        var listed = store.listed(members);
        var today = clinics.ownToday();
        if (!found.isEmpty()) {
            events.publishEvent(PeopleListed.of("disposal.candidates-listed", found.size()));
        }
        return found.stream()
                .filter(one -> all.containsKey(one.patient()))
                .map(one -> {
                    var now = Objects.requireNonNull(all.get(one.patient()));
                    return DisposalCandidate.of(
                            one.patient(),
                            numbers(now.records(), numbers),
                            one.until(),
                            now.until(),
                            now.records().stream().anyMatch(listed::contains),
                            today);
                })
                .toList();
    }

    private static List<String> numbers(Collection<PatientId> records, Map<PatientId, Long> numbers) {
        return records.stream().map(record -> "P-" + numbers.get(record)).toList();
    }

    /**
     * Returns the disposal lists, the newest first. Records the view in the audit trail.
     *
     * @param after the last row of the page before; null for the first page
     */
    @Transactional
    public List<DisposalRow> list(@Nullable DisposalRow after, int limit) {
        var found = store.lists(after, limit);
        if (!found.isEmpty()) {
            events.publishEvent(PeopleListed.of("disposal.listed", found.size()));
        }
        return found;
    }

    /**
     * Returns a disposal list.
     *
     * @throws NotAvailable if it does not exist
     */
    public DisposalRow find(DisposalListId id) {
        return store.list(id).orElseThrow(NotAvailable::new);
    }

    /**
     * Returns the records of a list by number, which are the disposal log. Records the view in the audit trail.
     *
     * @param after the last row of the page before; null for the first page
     */
    @Transactional
    public List<DisposalEntryRow> entries(DisposalListId id, @Nullable DisposalEntryRow after, int limit) {
        var found = store.entries(id, after, limit);
        if (!found.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("disposal.log-read", found.size()).at(id.value()));
        }
        return found;
    }

    /**
     * Proposes to dispose of records, with those that were merged into them.
     *
     * @param chosen the records, under which merged ones are read
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws Refused if one may not be disposed of, with its number and why; or if the reason is missing; the message
     *     is for the user
     */
    @Transactional
    @Requires(Permission.DISPOSAL_PROPOSE)
    public DisposalListId propose(Set<PatientId> chosen, String reason) {
        var stated = ReasonWords.require(DisposalField.REASON, "The reason", reason, LONGEST_REASON);
        if (chosen.isEmpty() || chosen.size() > MOST_RECORDS) {
            throw new Refused("Choose 1 to " + MOST_RECORDS + " records whose retention has ended");
        }
        var all = kept.of(chosen);
        if (!all.keySet().containsAll(chosen)) {
            throw new NotAvailable();
        }
        var members =
                all.values().stream().flatMap(one -> one.records().stream()).collect(Collectors.toSet());
        var numbers = store.numbers(members);
        all.values().forEach(one -> refuseIfKept(one, numbers));
        var list = lists.saveAndFlush(DisposalList.proposed(
                members.size(), stated, CurrentUser.current().staff(), clock.instant()));
        for (var one : all.values()) {
            for (var record : one.records()) {
                put(list.id(), record, one, Objects.requireNonNull(numbers.get(record)));
            }
        }
        return list.id();
    }

    private void refuseIfKept(Kept one, Map<PatientId, Long> numbers) {
        if (!one.until().isOver(clinics.ownToday())) {
            throw new Refused(String.join(", ", numbers(one.records(), numbers)) + " must be kept. "
                    + DisposalCandidate.reasons(one.until()) + " Nothing was proposed: take it off and try again");
        }
    }

    private void put(DisposalListId list, PatientId record, Kept one, long number) {
        try {
            store.add(list, record, one.records().getFirst(), number, one.until());
        } catch (DuplicateKeyException other) {
            throw new Refused("P-" + number + " is on another disposal list. Take it off and try again", other);
        }
        events.publishEvent(new DisposalEvent.Listed(list, record));
    }

    /**
     * Approves a list that a colleague proposed. The disposal begins after a while, and checks each record again.
     *
     * @param version the version that the current user saw
     * @param typed what {@link DisposalRow#confirmation} says
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it waits for nobody, the current user proposed it, or something else was typed; the message is for
     *     the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    public void approve(DisposalListId id, long version, String typed) {
        var list = lists.require(id.value(), version);
        var expected = DisposalRow.confirmation(list.records());
        list.approve(CurrentUser.current().staff(), clock.instant(), settings.delay());
        if (!typed.strip().equals(expected)) {
            throw new Refused(DisposalField.CONFIRMATION, "Type " + expected + ", since this cannot be undone");
        }
        identity.demandProof();
        lists.saveAndFlush(list);
    }

    /**
     * Declines a list that a colleague proposed; its records are kept.
     *
     * @param version the version that the current user saw
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it waits for nobody, the current user proposed it, or the reason is missing; the message is for the
     *     user
     */
    @Transactional
    public void decline(DisposalListId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        var list = lists.require(id.value(), version);
        list.decline(reason, CurrentUser.current().staff(), clock.instant());
        lists.saveAndFlush(list);
        store.drop(id, clock.instant());
    }

    /**
     * Cancels a list before its disposal begins, also one that is approved; who proposed it may take it back so.
     *
     * @param version the version that the current user saw
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if the disposal has begun or is over, or the reason is missing; the message is for the user
     */
    @Transactional
    public void cancel(DisposalListId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        var list = lists.require(id.value(), version);
        list.cancel(reason, CurrentUser.current().staff(), clock.instant());
        lists.saveAndFlush(list);
        store.drop(id, clock.instant());
    }
}
