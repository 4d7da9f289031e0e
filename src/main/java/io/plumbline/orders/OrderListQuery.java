package io.plumbline.orders;

import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.FilteredPage;
import io.plumbline.shared.search.KeysetUnion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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
     * Whose orders are read: those at some clinics, and elsewhere those that a clinician placed for some patients.
     *
     * @param orderedBy null: only those at the clinics
     */
    record Scope(Collection<ClinicId> clinics, @Nullable StaffId orderedBy, Collection<PatientId> patients) {
        boolean isEmpty() {
            return clinics.isEmpty() && (orderedBy == null || patients.isEmpty());
        }

        /** Adds one range to a union for each index range in which these orders are. */
        private void ranges(KeysetUnion union, String columns, OrderStatus status, Range range) {
            if (orderedBy != null && !patients.isEmpty()) {
                var where = " and patient_id in (" + marks(patients) + ")"
                        + (clinics.isEmpty() ? "" : " and clinic_id not in (" + marks(clinics) + ")");
                var values = new ArrayList<Object>(List.of(orderedBy, status.name()));
                values.addAll(patients);
                values.addAll(clinics);
                range.add(
                        union,
                        "select " + columns + " from checkout_order where ordered_by = ? and status = ?" + where,
                        values,
                        "ordered_by");
            }
            for (var clinic : clinics) {
                range.add(
                        union,
                        "select " + columns + " from checkout_order where clinic_id = ? and status = ?",
                        new ArrayList<>(List.of(clinic, status.name())),
                        "clinic_id");
            }
        }
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    /** Adds a range whose first column is equal to one value. */
    private interface Range {
        void add(KeysetUnion union, String select, List<Object> values, String first);
    }

    /** Returns the first page, with how many orders each filter shows up to a limit, in one statement. */
    FilteredPage<OrderRow, OrderFilter> first(Scope scope, OrderFilter filter, int limit, int most) {
        if (scope.isEmpty()) {
            return FilteredPage.empty();
        }
        var columns = new ArrayList<String>();
        var params = new ArrayList<Object>();
        for (var one : OrderFilter.values()) {
            var part = counted(scope, one, most);
            columns.add("(" + part.sql() + ") as of_" + one);
            params.addAll(part.params());
        }
        var page = range(scope, filter, null, limit);
        params.addAll(page.params());
        return jdbc.sql("select o.*, c.* from (select " + String.join(", ", columns) + ") c left join ("
                        + OrderQuery.named(page.sql()) + ") o on 1 = 1 order by " + order(filter, "o."))
                .params(params)
                .query(FilteredPage.reader(OrderRow.class, OrderFilter.class));
    }

    List<OrderRow> page(Scope scope, OrderFilter filter, @Nullable OrderRow after, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        var page = range(scope, filter, after, limit);
        return jdbc.sql(OrderQuery.named(page.sql()) + " order by " + order(filter, "o."))
                .params(page.params())
                .query(OrderRow.class)
                .list();
    }

    private static String order(OrderFilter filter, String table) {
        return filter.isByDay() ? table + "wanted_on, " + table + "id" : table + "status_at desc, " + table + "id desc";
    }

    private static KeysetUnion.Part range(Scope scope, OrderFilter filter, @Nullable OrderRow after, int limit) {
        var order = order(filter, "");
        var union = new KeysetUnion();
        scope.ranges(union, "*", filter.status(), (all, select, values, first) -> {
            var which = select;
            if (after != null) {
                var key = filter.isByDay() ? after.wanted().on() : after.statusAt();
                which += filter.isByDay()
                        ? " and wanted_on >= ? and (wanted_on > ? or id > ?)"
                        : " and status_at <= ? and (status_at < ? or id < ?)";
                values.addAll(List.of(key, key, after.id()));
            }
            all.add(
                    which,
                    values,
                    filter.isByDay() ? first + ", status, " + order : first + " desc, status desc, " + order,
                    limit);
        });
        return union.page(order, limit);
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
        var found = " and " + SensitivePatients.visible("checkout_order.patient_id");
        scope.ranges(
                union, "1", filter.status(), (all, select, values, first) -> all.add(select + found, values, most));
        return union.count(most);
    }
}
