package io.plumbline.plans.worklist;

import io.plumbline.access.PatientScope;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.search.KeysetUnion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads active and on-hold plans: ordered and limited on one table, names and counts of the page joined after. */
@Repository
class PlanWorklistQuery {
    private static final UUID FIRST = new UUID(0, 0);
    private static final LocalDate LONG_AGO = LocalDate.EPOCH;
    private static final List<PlanStatus> RUNNING = List.of(PlanStatus.ACTIVE, PlanStatus.ON_HOLD);

    private static final String NAMED = """
            select t.*, p.given_name, p.family_name,
                (select count(*) from planned_visit v
                 where v.plan_id = t.id and v.delivered_note_id is null and v.planned_on < ?) as missed,
                (select min(v.booked_on) from planned_visit v
                 where v.plan_id = t.id and v.delivered_note_id is null and v.booked_on >= ?) as next_booked_on,
                %s as hold_reason
            from (%s) t join patient p on p.id = t.patient_id
            order by %s""";

    /** Clinical, so read only for clinicians. */
    private static final String HOLD_REASON = """
            (select m.reason from plan_move m where m.plan_id = t.id and m.to_status = 'ON_HOLD'
             order by m.plan_id desc, m.moved_at desc, m.id desc limit 1)""";

    private static final String NOT_BOOKED =
            "status = 'ACTIVE' and booked_until < ? and delivered_visits < planned_visits";

    private static final String BEHIND = "status = 'ACTIVE' and due_on < ? and delivered_visits < planned_visits";

    private static final String STEP_OPEN = "status = 'ACTIVE' and proposed_step is not null";

    private static final String REEVALUATION_DUE = "status = 'ACTIVE' and reevaluate_on <= ?";

    /** What of a flag managers know: that it holds all treatment. */
    private static final String HELD = "open_flag_level in ('" + String.join("', '", FlagLevel.holds()) + "')";

    private final JdbcClient jdbc;

    PlanWorklistQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the plans of a clinician's patients: flagged ones first, then active ones, each by due day, earliest
     * first.
     */
    List<PlanRow> ofPatients(PatientScope scope, PlanFilter filter, LocalDate today, int most) {
        if (scope.patients().isEmpty()) {
            return List.of();
        }
        var order = "%sopen_flag_level is null, locate(%sopen_flag_level, '%LEVELS'), %sstatus, %sdue_on, %sid"
                .replace("%LEVELS", FlagLevel.inOrder());
        var mine = scope.patients();
        var marks = String.join(", ", Collections.nCopies(mine.size(), "?"));
        var params = new ArrayList<@Nullable Object>(List.of(today, today));
        params.addAll(Ids.bytes(mine, PatientId::value));
        var which = statusesOf(filter).stream()
                .map(status -> which(filter, status, "open_flag_level is not null"))
                .collect(Collectors.joining(" or ", "(", ")"));
        params.addAll(days(which, today));
        params.add(most);
        return jdbc.sql(NAMED.formatted(
                        HOLD_REASON,
                        "select * from treatment_plan where patient_id in (%s) and %s order by %s limit ?"
                                .formatted(marks, which, order.replace("%s", "")),
                        order.replace("%s", "t.")))
                .params(params)
                .query((row, n) -> row(row, true, today))
                .list();
    }

    /**
     * Returns a page of the plans of some clinics: active ones first, earliest due day first; with the not-booked
     * filter, plans that were never booked come first. Each clinic and status is read by its own index range.
     */
    List<PlanRow> findByClinics(
            PatientScope scope, PlanFilter filter, LocalDate today, @Nullable PlanRow after, int limit) {
        if (scope.clinics().isEmpty()) {
            return List.of();
        }
        var notBooked = filter == PlanFilter.NOT_BOOKED;
        var key = notBooked ? "booked_until" : "due_on";
        var union = new KeysetUnion();
        for (var status : statusesOf(filter)) {
            var isBehindUs = status == PlanStatus.ACTIVE && after != null && after.heldOn() != null;
            if (isBehindUs) {
                continue;
            }
            var isAhead = status == PlanStatus.ON_HOLD && after != null && after.heldOn() == null;
            var last = isAhead ? null : after;
            var from = last == null ? LONG_AGO : notBooked ? last.bookedUntil() : last.dueOn();
            var which = which(filter, status, HELD);
            for (var clinic : scope.clinics()) {
                var values = new ArrayList<Object>(List.of(Ids.bytes(clinic.value())));
                values.addAll(days(which, today));
                values.addAll(List.of(
                        from, from, Ids.bytes(last == null ? FIRST : last.id().value())));
                union.add(
                        "select * from treatment_plan where clinic_id = ? and %s and %s >= ? and (%s > ? or id > ?)"
                                .formatted(which, key, key),
                        values,
                        "clinic_id, status, " + key + ", id",
                        limit);
            }
        }
        var order = "%sstatus, %s" + key + ", %sid";
        var page = union.page(order.replace("%s", ""), limit);
        return jdbc.sql(NAMED.formatted("null", page.sql(), order.replace("%s", "t.")))
                .params(today, today)
                .params(page.params())
                .query((row, n) -> row(row, false, today))
                .list();
    }

    private static List<PlanStatus> statusesOf(PlanFilter filter) {
        return switch (filter) {
            case ALL, NEEDS_YOU -> RUNNING;
            case BEHIND, STEP, REEVALUATION, NOT_BOOKED -> List.of(PlanStatus.ACTIVE);
            case ON_HOLD -> List.of(PlanStatus.ON_HOLD);
        };
    }

    /** Returns the condition of a filter for one status; each of its question marks is the day of today. */
    private static String which(PlanFilter filter, PlanStatus status, String flagged) {
        var is = "status = '" + status + "'";
        return switch (filter) {
            case ALL, ON_HOLD -> is;
            case BEHIND -> BEHIND;
            case STEP -> STEP_OPEN;
            case REEVALUATION -> REEVALUATION_DUE;
            case NOT_BOOKED -> NOT_BOOKED;
            case NEEDS_YOU ->
                status == PlanStatus.ACTIVE
                        ? is + " and (" + flagged + " or (due_on < ? or booked_until < ?)"
                                + " and delivered_visits < planned_visits or proposed_step is not null"
                                + " or reevaluate_on <= ?)"
                        : is + " and " + flagged;
        };
    }

    private static List<LocalDate> days(String which, LocalDate today) {
        return Collections.nCopies(
                (int) which.chars().filter(letter -> letter == '?').count(), today);
    }

    /** Returns how many plans of some clinics each filter shows, in one statement. */
    Map<PlanFilter, Long> countByClinics(PatientScope scope, LocalDate today, int most) {
        var counted = new EnumMap<PlanFilter, Long>(PlanFilter.class);
        if (scope.clinics().isEmpty()) {
            return counted;
        }
        var columns = new ArrayList<String>();
        var params = new ArrayList<Object>();
        for (var filter : PlanFilter.values()) {
            var union = new KeysetUnion();
            for (var status : statusesOf(filter)) {
                var which = which(filter, status, HELD);
                for (var clinic : scope.clinics()) {
                    var values = new ArrayList<Object>(List.of(Ids.bytes(clinic.value())));
                    values.addAll(days(which, today));
                    union.add("select 1 from treatment_plan where clinic_id = ? and " + which, values, most);
                }
            }
            var count = union.count(most);
            columns.add("(" + count.sql() + ") as of_" + filter);
            params.addAll(count.params());
        }
        return jdbc.sql("select " + String.join(", ", columns)).params(params).query(row -> {
            row.next();
            for (var filter : PlanFilter.values()) {
                counted.put(filter, row.getLong("of_" + filter));
            }
            return counted;
        });
    }

    long countNotBooked(PatientScope scope, LocalDate today, int most) {
        return count(scope, NOT_BOOKED, List.of(today), most);
    }

    long countActive(PatientScope scope, int most) {
        return count(scope, "status = 'ACTIVE'", List.of(), most);
    }

    /** Counts each clinic by its own index range: given a list and a range together, H2 would read all plans. */
    private long count(PatientScope scope, String which, List<LocalDate> days, int most) {
        var clinics = Ids.bytes(scope.clinics(), ClinicId::value);
        var patients = Ids.bytes(scope.patients(), PatientId::value);
        var union = new KeysetUnion();
        for (var clinic : clinics) {
            var values = new ArrayList<Object>(List.of(clinic));
            values.addAll(days);
            union.add("select 1 from treatment_plan where clinic_id = ? and " + which, values, most);
        }
        if (clinics.isEmpty() && !patients.isEmpty()) {
            var values = new ArrayList<Object>(patients);
            values.addAll(days);
            var marks = String.join(", ", Collections.nCopies(patients.size(), "?"));
            union.add("select 1 from treatment_plan where patient_id in (" + marks + ") and " + which, values, most);
        }
        if (union.isEmpty()) {
            return 0;
        }
        var counted = union.count(most);
        return jdbc.sql(counted.sql())
                .params(counted.params())
                .query(Long.class)
                .single();
    }

    private static PlanRow row(ResultSet row, boolean clinical, LocalDate today) throws SQLException {
        var letter = row.getString("open_flag_level");
        var level = letter == null ? null : FlagLevel.valueOf(letter);
        var heldOn = row.getObject("held_on", LocalDate.class);
        var proposed = row.getString("proposed_step");
        var reevaluateOn = row.getObject("reevaluate_on", LocalDate.class);
        return new PlanRow(
                new PlanId(Ids.uuid(row.getBytes("id"))),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("title"),
                row.getInt("planned_visits"),
                row.getInt("delivered_visits"),
                heldOn == null ? row.getInt("missed") : 0,
                row.getObject("due_on", LocalDate.class),
                row.getObject("next_booked_on", LocalDate.class),
                row.getObject("booked_until", LocalDate.class),
                heldOn,
                row.getString("hold_reason"),
                clinical && proposed != null ? Step.valueOf(proposed) : null,
                proposed != null,
                reevaluateOn != null && !reevaluateOn.isAfter(today) ? reevaluateOn : null,
                clinical ? level : null,
                level != null && level.isHold());
    }
}
