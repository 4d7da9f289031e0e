package io.plumbline.orders;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pages and counts of checkout orders, each clinic by its own index range; names are joined to the page alone. */
@Repository
class OrderListQuery {
    private final JdbcClient jdbc;

    OrderListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose orders are read: those at some clinics, or those that a clinician placed for some patients.
     *
     * @param orderedBy null: those at the clinics
     */
    record Scope(Collection<ClinicId> clinics, @Nullable StaffId orderedBy, Collection<PatientId> patients) {
        boolean isEmpty() {
            return orderedBy == null ? clinics.isEmpty() : patients.isEmpty();
        }

        /** Adds one range to a union for each index range in which these orders are. */
        private void ranges(KeysetUnion union, String columns, OrderStatus status, Range range) {
            if (orderedBy != null) {
                var where = " and patient_id in (" + String.join(", ", Collections.nCopies(patients.size(), "?")) + ")";
                var values = new ArrayList<Object>(List.of(Ids.bytes(orderedBy.value()), status.name()));
                values.addAll(Ids.bytes(patients, PatientId::value));
                range.add(
                        union,
                        "select " + columns + " from checkout_order where ordered_by = ? and status = ?" + where,
                        values,
                        "ordered_by");
                return;
            }
            for (var clinic : clinics) {
                range.add(
                        union,
                        "select " + columns + " from checkout_order where clinic_id = ? and status = ?",
                        new ArrayList<>(List.of(Ids.bytes(clinic.value()), status.name())),
                        "clinic_id");
            }
        }
    }

    /** Adds a range whose first column is equal to one value. */
    private interface Range {
        void add(KeysetUnion union, String select, List<Object> values, String first);
    }

    List<OrderRow> page(Scope scope, OrderFilter filter, @Nullable OrderRow after, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        var order = filter.isByDay() ? "wanted_on, id" : "status_at desc, id desc";
        var union = new KeysetUnion();
        scope.ranges(union, "*", filter.status(), (all, select, values, first) -> {
            var which = select;
            if (after != null) {
                var key = filter.isByDay() ? after.wanted().on() : Utc.of(after.statusAt());
                which += filter.isByDay()
                        ? " and wanted_on >= ? and (wanted_on > ? or id > ?)"
                        : " and status_at <= ? and (status_at < ? or id < ?)";
                values.addAll(List.of(key, key, Ids.bytes(after.id().value())));
            }
            all.add(
                    which,
                    values,
                    filter.isByDay() ? first + ", status, " + order : first + " desc, status desc, " + order,
                    limit);
        });
        var page = union.page(order, limit);
        return jdbc.sql(OrderQuery.named(page.sql())
                        + (filter.isByDay() ? " order by o.wanted_on, o.id" : " order by o.status_at desc, o.id desc"))
                .params(page.params())
                .query(OrderQuery::row)
                .list();
    }

    /** Returns how many orders each filter shows, up to a limit, in one statement. */
    Map<OrderFilter, Long> count(Scope scope, int most) {
        var counts = new EnumMap<OrderFilter, Long>(OrderFilter.class);
        if (scope.isEmpty()) {
            return counts;
        }
        var columns = new ArrayList<String>();
        var params = new ArrayList<Object>();
        for (var filter : OrderFilter.values()) {
            var part = counted(scope, filter, most);
            columns.add("(" + part.sql() + ") as of_" + filter);
            params.addAll(part.params());
        }
        jdbc.sql("select " + String.join(", ", columns)).params(params).query(row -> {
            for (var filter : OrderFilter.values()) {
                counts.put(filter, row.getLong("of_" + filter));
            }
        });
        return counts;
    }

    long count(Scope scope, OrderFilter filter, int most) {
        if (scope.isEmpty()) {
            return 0;
        }
        var part = counted(scope, filter, most);
        return jdbc.sql(part.sql()).params(part.params()).query(Long.class).single();
    }

    private static KeysetUnion.Part counted(Scope scope, OrderFilter filter, int most) {
        var union = new KeysetUnion();
        scope.ranges(union, "1", filter.status(), (all, select, values, first) -> all.add(select, values, most));
        return union.count(most);
    }
}
