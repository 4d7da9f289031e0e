package io.plumbline.orders;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.orders.OrderListQuery.Scope;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.FilteredPage;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads checkout orders: the desk those at its clinics, clinicians those of their patients. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ORDER_READ)
public class OrderListService {
    /** A larger count is shown as this one with a plus. */
    public static final int MOST_COUNTED = 1000;

    private static final Set<OrderStatus> CURRENT = Collections.unmodifiableSet(
            EnumSet.of(OrderStatus.PREPARED, OrderStatus.OPEN, OrderStatus.BOOKED, OrderStatus.DECLINED));

    private static final Duration SHOWN_AFTER = Duration.ofDays(14);

    private final OrderListQuery lists;
    private final OrderQuery query;
    private final PatientRecords records;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderListService(
            OrderListQuery lists,
            OrderQuery query,
            PatientRecords records,
            RelationService relations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lists = lists;
        this.query = query;
        this.records = records;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page: all orders at the clinics of manager and front desk, elsewhere those that the current user placed; open
     * ones by day, others newest first. The first page of a list is recorded in the audit trail.
     *
     * @param after the last row of the previous page; null for the first page
     */
    @Transactional
    public List<OrderRow> findPage(OrderFilter filter, @Nullable OrderRow after, int limit) {
        var page = lists.page(scope(), filter, after, limit);
        if (after == null) {
            listed(filter, page.size(), limit);
        }
        return page;
    }

    /** Returns the first page as {@link #findPage} does, with the counts of all filters up to {@link #MOST_COUNTED}. */
    @Transactional
    public FilteredPage<OrderRow, OrderFilter> first(OrderFilter filter, int limit) {
        var page = lists.first(scope(), filter, limit, MOST_COUNTED);
        listed(filter, page.rows().size(), limit);
        return page;
    }

    private void listed(OrderFilter filter, int rows, int limit) {
        events.publishEvent(PeopleListed.of("order.listed", rows)
                .narrowedBy(filter.label(), filter.toString())
                .upTo(limit));
    }

    /** Returns how many orders are open, up to {@link #MOST_COUNTED}. */
    public long countOpen() {
        return lists.count(scope(), OrderFilter.OPEN, MOST_COUNTED);
    }

    private Scope scope() {
        var user = CurrentUser.current();
        return user.seesByClinic() && !user.seesBothWays()
                ? new Scope(user.clinicsSeen(), null, Set.of())
                : new Scope(user.clinicsSeen(), user.staff(), relations.scope().patients());
    }

    /**
     * Opens an order and records the view in the audit trail.
     *
     * @return empty if it does not exist, or is not available to the current user; the two cases look the same
     */
    @Transactional
    public Optional<OrderDetails> open(OrderId id) {
        var row = query.find(id).filter(this::isVisible);
        row.ifPresent(found -> events.publishEvent(new OrderEvent.Viewed(id, found.patient())));
        return row.map(found -> new OrderDetails(
                found,
                query.history(id),
                CurrentUser.may(Permission.ORDER_PLACE)
                        && relations.scopeOf(found.patient()).isClinical(found.patient()),
                CurrentUser.may(Permission.ORDER_WORK) && isForDesk(found)));
    }

    private boolean isVisible(OrderRow row) {
        return isForDesk(row) || relations.scopeOf(row.patient()).isClinical(row.patient());
    }

    /** A prepared order is not the desk's before the signature. */
    private static boolean isForDesk(OrderRow row) {
        var user = CurrentUser.current();
        return user.clinicsSeen().contains(row.clinic()) && row.status() != OrderStatus.PREPARED;
    }

    /** Returns the orders that follow from a record of a patient, oldest first; empty for those who do not treat them. */
    public List<OrderRow> findBySource(PatientId patient, OrderSource source) {
        var scope = relations.scopeOf(patient);
        return scope.isClinical(patient)
                ? query.findBySource(source).stream()
                        .filter(row -> scope.isClinical(row.patient()))
                        .toList()
                : List.of();
    }

    /**
     * Returns the orders of a patient whose chart the current user has open, by day: the open ones for the desk, for those who
     * treat the patient also those that wait for a signature, and what became of the others in the last two weeks.
     */
    public List<OrderRow> currentOf(PatientDetails opened) {
        if (opened.clinical() == null) {
            return query.findByPatient(opened.records(), Set.of(OrderStatus.OPEN)).stream()
                    .filter(OrderListService::isForDesk)
                    .toList();
        }
        var since = clock.instant().minus(SHOWN_AFTER);
        return query.findByPatient(opened.records(), CURRENT).stream()
                .filter(row -> row.status().isPending() || row.statusAt().isAfter(since))
                .toList();
    }

    /** Returns the open orders of a patient at a clinic of the current user's, by day. */
    public List<OrderRow> openAt(ClinicId clinic, PatientId patient) {
        return query.findByPatient(records.of(patient), Set.of(OrderStatus.OPEN)).stream()
                .filter(row -> row.clinic().equals(clinic) && isForDesk(row))
                .toList();
    }

    /**
     * Returns how many open orders some patients have at a clinic of the current user's; without those who have none, and
     * empty for those who do not see by clinic.
     */
    public Map<PatientId, Integer> countOpenAt(ClinicId clinic, Collection<PatientId> patients) {
        return CurrentUser.current().clinicsSeen().contains(clinic) ? query.countOpen(clinic, patients) : Map.of();
    }
}
