package io.plumbline.leads;

import io.plumbline.leads.LeadTwinPairs.Pair;
import io.plumbline.patients.PatientMatchService;
import io.plumbline.patients.PatientRow;
import io.plumbline.shared.Caller;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.SubjectKind;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads of different queues, and leads and patients of different clinics, that may be one person: for the managers of
 * either. What they may not see of a pair has no name there.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_TWIN)
public class LeadTwinService {
    private final LeadTwinList list;
    private final LeadTwinPairs pairs;
    private final PatientMatchService patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadTwinService(
            LeadTwinList list,
            LeadTwinPairs pairs,
            PatientMatchService patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.list = list;
        this.pairs = pairs;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of the pairs; put on record once a look.
     *
     * @param after the last of the page before, or null for the first page
     */
    @Transactional
    public List<LeadTwin> list(LeadTwinFilter filter, @Nullable LeadTwin after, int limit) {
        var page = list.page(LeadQueues.of(Caller.current()), filter == LeadTwinFilter.SETTLED, after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("lead.twins-listed", page.size()).narrowedBy(filter.word()));
        }
        var known = page.stream()
                .map(LeadTwin::earlier)
                .filter(LeadTwin.Known.class::isInstance)
                .map(earlier -> ((LeadTwin.Known) earlier).id())
                .collect(Collectors.toSet());
        var mine = known.isEmpty() ? List.<PatientRow>of() : patients.mineOf(known);
        var byId = mine.stream().collect(Collectors.toMap(PatientRow::id, Function.identity()));
        return page.stream()
                .map(pair -> pair.earlier() instanceof LeadTwin.Known(PatientId id, var none) && byId.containsKey(id)
                        ? pair.of(byId.get(id))
                        : pair)
                .toList();
    }

    /**
     * Says that the two are not the same person; they are not proposed again.
     *
     * @throws NoSuchElementException if the caller is not asked about them, or they are settled
     */
    @Transactional
    public void dismiss(UUID id) {
        var twin = list.waiting(id, LeadQueues.of(Caller.current()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        var later = twin.later().id();
        var pair =
                switch (twin.earlier()) {
                    case LeadTwin.Side lead ->
                        new Pair(SubjectKind.LEAD, lead.id().value(), later);
                    case LeadTwin.Known known ->
                        new Pair(SubjectKind.PATIENT, known.id().value(), later);
                };
        pairs.settle(
                pair.earlier(),
                later.value(),
                LeadTwinOutcome.DIFFERENT,
                Caller.current().staff(),
                clock.instant());
        events.publishEvent(new LeadTwinDismissed(pair.kindOfEarlier(), pair.earlier(), later));
    }
}
