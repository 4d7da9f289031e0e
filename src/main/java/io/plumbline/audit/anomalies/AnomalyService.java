package io.plumbline.audit.anomalies;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.search.PatientNumbers;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the privacy officer go through the anomalies of the audit trail and decide on each, with patients by number. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ANOMALY_DECIDE)
public class AnomalyService {
    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 400;

    private final AnomalyStore store;
    private final PatientNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnomalyService(AnomalyStore store, PatientNumbers numbers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of anomalies, those to decide on oldest first, the decided ones newest first; and records the view
     * once.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<AnomalyRow> list(AnomalyState state, @Nullable AnomalyRow after, int limit) {
        var page = store.page(state, after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("anomaly.listed", page.size())
                    .narrowedBy(state.words().toLowerCase(Locale.ROOT)));
        }
        return numbered(page);
    }

    /** Counts the anomalies to decide on, up to 1,000. */
    public long countOpen() {
        return store.countOpen();
    }

    /**
     * Decides on an anomaly, once.
     *
     * @param isJustified whether there was a reason for the access
     * @param note at most {@value #LONGEST_NOTE} characters; required if there was no reason
     * @return the current row; it names the colleague if one decided first
     * @throws NotAvailable if there is no such anomaly
     * @throws Refused if it is about the current user, or the note is missing or too long
     */
    @Transactional
    public AnomalyRow decide(AnomalyId id, boolean isJustified, String note) {
        var anomaly = store.find(id).orElseThrow(NotAvailable::new);
        if (anomaly.isOwn()) {
            throw new Refused("Only a colleague can decide on your own accesses");
        }
        var stated = isJustified
                ? TextLimit.optional("The note", note, LONGEST_NOTE)
                : TextLimit.required("The note", note, LONGEST_NOTE);
        var state = isJustified ? AnomalyState.JUSTIFIED : AnomalyState.NOT_JUSTIFIED;
        if (store.decide(id, state, stated, CurrentUser.current().staff(), clock.instant())) {
            events.publishEvent(new AnomalyEvent.Decided(id, anomaly.rule(), anomaly.patient(), state));
        }
        return numbered(List.of(store.find(id).orElseThrow())).getFirst();
    }

    private List<AnomalyRow> numbered(List<AnomalyRow> rows) {
        return numbers.with(rows, AnomalyRow::patient, AnomalyRow::withNumber);
    }
}
