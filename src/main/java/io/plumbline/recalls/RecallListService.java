package io.plumbline.recalls;

import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.Today;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts the patients of the current user's clinics who are to be called. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.RECALL_WORK)
public class RecallListService {
    /** A larger count is shown as this one with a plus. */
    public static final int MOST_COUNTED = 1000;

    private final RecallQuery recalls;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecallListService(RecallQuery recalls, ClinicService clinics, ApplicationEventPublisher events, Clock clock) {
        this.recalls = recalls;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the board: first those whose agreed day has come, then missed visits, nothing booked and gone
     * quiet, longest first; those with a day ahead last. The first page of a list is recorded in the audit trail.
     *
     * @param after the last row of the previous page; null for the first page
     */
    @Transactional
    public List<RecallRow> findPage(RecallFilter filter, @Nullable RecallRow after, int limit) {
        var page = recalls.page(clinicsOf(filter), filter, today(), clock.instant(), after, limit);
        if (after == null) {
            events.publishEvent(PeopleListed.of("recall.listed", page.size())
                    .narrowedBy(shape(filter), filter.toString())
                    .upTo(limit));
        }
        return page;
    }

    private static String shape(RecallFilter filter) {
        var days = filter.due().label();
        return filter.reason() == null ? days : days + ", " + filter.reason().label();
    }

    /** Returns how many patients each filter shows beside the chosen one, up to {@link #MOST_COUNTED}. */
    public RecallCounts count(RecallFilter filter) {
        return recalls.count(clinicsOf(filter), filter, today(), MOST_COUNTED);
    }

    /** Returns how many patients are due today, up to {@link #MOST_COUNTED}. */
    public long countDue() {
        return recalls.countDue(CurrentUser.current().clinics(), today(), MOST_COUNTED);
    }

    /** A clinic that is not the current user's shows nothing. */
    private static Set<ClinicId> clinicsOf(RecallFilter filter) {
        var mine = CurrentUser.current().clinics();
        var one = filter.clinic();
        return one == null ? mine : mine.contains(one) ? Set.of(one) : Set.of();
    }

    private LocalDate today() {
        return Today.of(CurrentUser.current(), clinics, clock);
    }
}
