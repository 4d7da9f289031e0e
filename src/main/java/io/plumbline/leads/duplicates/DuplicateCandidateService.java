package io.plumbline.leads.duplicates;

import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.duplicates.DuplicateCandidateStore.Pair;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.search.PatientMatchService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Duplicate candidates across queues and clinics, for the managers of either side. A side that the current user may not see
 * has no name.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_DUPLICATE)
public class DuplicateCandidateService {
    private final DuplicateCandidateQuery list;
    private final DuplicateCandidateStore pairs;
    private final DismissalUndo undone;
    private final PatientMatchService patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DuplicateCandidateService(
            DuplicateCandidateQuery list,
            DuplicateCandidateStore pairs,
            DismissalUndo undone,
            PatientMatchService patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.list = list;
        this.pairs = pairs;
        this.undone = undone;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the pairs. Loading the first page is recorded in the audit trail.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<DuplicateCandidate> list(DuplicateFilter filter, @Nullable DuplicateCandidate after, int limit) {
        var page =
                list.page(LeadQueue.visibleTo(CurrentUser.current()), filter == DuplicateFilter.SETTLED, after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("lead.twins-listed", page.size()).narrowedBy(filter.label()));
        }
        var known = page.stream()
                .map(DuplicateCandidate::earlier)
                .filter(DuplicateCandidate.Known.class::isInstance)
                .map(earlier -> ((DuplicateCandidate.Known) earlier).id())
                .collect(Collectors.toSet());
        var mine = known.isEmpty() ? List.<PatientRow>of() : patients.mineOf(known);
        var byId = mine.stream().collect(Collectors.toMap(PatientRow::id, Function.identity()));
        return page.stream()
                .map(pair -> pair.earlier() instanceof DuplicateCandidate.Known(PatientId id, var none)
                                && byId.containsKey(id)
                        ? pair.of(byId.get(id))
                        : pair)
                .toList();
    }

    /**
     * Dismisses a pair as different people; it is not proposed again.
     *
     * @throws NotAvailable if the pair is not on the current user's list, or is settled
     */
    @Transactional
    public void dismiss(DuplicateCandidateId id) {
        var duplicate =
                list.waiting(id, LeadQueue.visibleTo(CurrentUser.current())).orElseThrow(NotAvailable::new);
        var later = duplicate.later().id();
        var pair = pairOf(duplicate);
        pairs.settle(
                pair.earlier(),
                later.value(),
                DuplicateOutcome.DIFFERENT,
                CurrentUser.current().staff(),
                clock.instant());
        events.publishEvent(new DuplicateDismissed(pair.kindOfEarlier(), pair.earlier(), later));
    }

    /**
     * Undoes that the current user dismissed a pair as different people; it is on the lists again.
     *
     * @throws NotAvailable if the pair is not on the current user's list of settled pairs
     * @throws Refused after ten minutes, or if somebody else dismissed it; the message is for the user
     */
    @Transactional
    public void undoDismissal(DuplicateCandidateId id) {
        var duplicate =
                list.settled(id, LeadQueue.visibleTo(CurrentUser.current())).orElseThrow(NotAvailable::new);
        var pair = pairOf(duplicate);
        undone.undo(pair.earlier(), pair.later().value());
    }

    private static Pair pairOf(DuplicateCandidate duplicate) {
        var later = duplicate.later().id();
        return switch (duplicate.earlier()) {
            case DuplicateCandidate.Side lead ->
                new Pair(SubjectKind.LEAD, lead.id().value(), later);
            case DuplicateCandidate.Known known ->
                new Pair(SubjectKind.PATIENT, known.id().value(), later);
        };
    }
}
