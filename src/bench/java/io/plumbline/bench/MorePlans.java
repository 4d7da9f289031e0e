package io.plumbline.bench;

import io.plumbline.shared.ids.Ids;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies of the plans that are there, with their visits, over the days of a year, for worklists of many plans. */
final class MorePlans {
    private static final int DAYS = 180;
    private static final List<String> SHIFTED =
            List.of("starts_on", "due_on", "ends_on", "reevaluate_on", "planned_on", "booked_on", "delivered_on");

    private final JdbcOperations jdbc;
    private final TransactionTemplate transaction;
    private final Random random = new Random(5);

    MorePlans(ApplicationContext portal) {
        jdbc = portal.getBean(JdbcOperations.class);
        transaction = portal.getBean(TransactionTemplate.class);
    }

    /** Makes copies until there are at least so many plans. */
    void grow(int least) {
        var plans = jdbc.queryForList("select * from treatment_plan");
        var visits = jdbc.queryForList("select * from planned_visit").stream()
                .collect(Collectors.groupingBy(
                        visit -> Ids.uuid(bytes(visit, "plan_id")), Collectors.toCollection(ArrayList::new)));
        for (int there = plans.size(); there < least; there += plans.size()) {
            transaction.executeWithoutResult(status -> {
                var copies = new ArrayList<Map<String, Object>>();
                var ofCopies = new ArrayList<Map<String, Object>>();
                for (var plan : plans) {
                    var days = random.nextInt(2 * DAYS) - DAYS;
                    var copy = moved(plan, days);
                    copy.put("active_key", null);
                    copies.add(copy);
                    for (var visit : visits.getOrDefault(Ids.uuid(bytes(plan, "id")), new ArrayList<>())) {
                        var ofCopy = moved(visit, days);
                        ofCopy.put("plan_id", copy.get("id"));
                        ofCopy.put("appointment_id", null);
                        if (ofCopy.get("delivered_note_id") != null) {
                            ofCopy.put("delivered_note_id", Ids.bytes(Ids.next()));
                        }
                        ofCopies.add(ofCopy);
                    }
                }
                insert("treatment_plan", copies);
                insert("planned_visit", ofCopies);
            });
        }
    }

    private static Map<String, Object> moved(Map<String, Object> row, int days) {
        var copy = new HashMap<String, Object>();
        row.forEach((column, value) -> {
            var name = column.toLowerCase(Locale.ROOT);
            var isShifted = SHIFTED.contains(name) && value != null;
            copy.put(name, isShifted ? shifted((Date) value, days) : value);
        });
        copy.put("id", Ids.bytes(Ids.next()));
        return copy;
    }

    private static Date shifted(Date day, int days) {
        return Date.valueOf(day.toLocalDate().plusDays(days));
    }

    private static byte[] bytes(Map<String, Object> row, String column) {
        return (byte[]) Objects.requireNonNull(row.get(column));
    }

    private void insert(String table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = List.copyOf(rows.getFirst().keySet());
        var marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        jdbc.batchUpdate(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")",
                rows.stream()
                        .map(row -> columns.stream().map(row::get).toArray())
                        .toList());
    }
}
