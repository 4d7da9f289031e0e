package io.plumbline.patients.duplicates;

import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.duplicates.PatientDuplicateQuery.Row;
import io.plumbline.patients.search.DuplicateReason;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Possible duplicates among the patients of the current user's clinics, for those who merge records. A pair of which the current user
 * does not find one, because the patient is sensitive or of another clinic, is on no list and in no count; those with a
 * sensitive patient are shown to the privacy officer.
 */
@Service
@Transactional
@Requires(Permission.PATIENT_MERGE)
public class PatientDuplicateService {
    /** The most pairs that {@link #count} counts. */
    public static final int MOST_COUNTED = 100;

    private static final int MOST_SENSITIVE = 100;

    private final PatientDuplicateQuery list;
    private final PatientDuplicateStore pairs;
    private final PatientService patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientDuplicateService(
            PatientDuplicateQuery list,
            PatientDuplicateStore pairs,
            PatientService patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.list = list;
        this.pairs = pairs;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the pairs, found or dismissed last first. It is recorded in the audit trail.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    public List<PatientDuplicate> list(PatientDuplicateFilter filter, @Nullable PatientDuplicate after, int limit) {
        var page = list.page(CurrentUser.current().clinics(), filter, after, limit);
        if (page.isEmpty()) {
            return List.of();
        }
        var both = page.stream()
                .map(Row::pair)
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toUnmodifiableSet());
        var found = patients.visibleAmong(both, "possible duplicates").stream()
                .collect(Collectors.toMap(PatientRow::id, Function.identity()));
        return page.stream()
                .flatMap(row -> Optional.ofNullable(found.get(row.pair().first()))
                        .flatMap(first -> Optional.ofNullable(
                                        found.get(row.pair().second()))
                                .map(second -> duplicate(row, first, second)))
                        .stream())
                .toList();
    }

    private static PatientDuplicate duplicate(Row row, PatientRow first, PatientRow second) {
        return new PatientDuplicate(
                row.id(), DuplicateReason.words(row.reasons()), row.since(), row.dismissedBy(), first, second);
    }

    /** Returns how many open pairs the current user finds, up to {@link #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public long count() {
        return list.countOpen(CurrentUser.current().clinics(), MOST_COUNTED);
    }

    /**
     * Dismisses a pair as two people. It is not proposed again unless the two come to have more in common.
     *
     * @throws NotAvailable if the current user does not find both patients, or the pair is not open any more
     */
    public void dismiss(PatientDuplicateId id) {
        var pair = requireFound(id);
        if (!pairs.dismiss(id, CurrentUser.current().staff(), clock.instant())) {
            throw new NotAvailable();
        }
        events.publishEvent(new PatientDuplicateEvent.Dismissed(pair.first(), pair.second()));
        events.publishEvent(new PatientDuplicateEvent.Dismissed(pair.second(), pair.first()));
    }

    /**
     * Proposes a dismissed pair again, whoever dismissed it, at any time.
     *
     * @throws NotAvailable if the current user does not find both patients, or the pair is not dismissed any more
     */
    public void undoDismissal(PatientDuplicateId id) {
        var pair = requireFound(id);
        if (!pairs.reopen(id)) {
            throw new NotAvailable();
        }
        // they may no longer match
        pairs.searchSoon(List.of(pair.first()));
        events.publishEvent(new PatientDuplicateEvent.DismissalUndone(pair.first(), pair.second()));
        events.publishEvent(new PatientDuplicateEvent.DismissalUndone(pair.second(), pair.first()));
    }

    private PatientPair requireFound(PatientDuplicateId id) {
        return list.find(id, CurrentUser.current().clinics())
                .orElseThrow(NotAvailable::new)
                .pair();
    }

    /** Returns up to 100 open pairs of which one is sensitive, by number. It is recorded in the audit trail. */
    @Requires(Permission.SENSITIVE_LIST)
    public List<SensitiveDuplicate> findSensitive() {
        var found = list.findSensitive(MOST_SENSITIVE);
        if (!found.isEmpty()) {
            events.publishEvent(
                    PeopleListed.of("sensitive.listed", found.size()).narrowedBy("possible duplicates"));
        }
        return found;
    }
}
