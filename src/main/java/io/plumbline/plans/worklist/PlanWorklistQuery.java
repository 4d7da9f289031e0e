package io.plumbline.plans.worklist;

import io.plumbline.access.PatientScope;
import io.plumbline.access.SensitivePatients;
import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepRules;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
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

    /** Not those that only a plan's page shows, of which some are long. */
    private static final String COLUMNS = """
            id, patient_id, clinic_id, responsible_id, title, status, planned_visits, delivered_visits, due_on, ends_on,
            booked_until, held_on, proposed_step, review_reason, step_row, reevaluate_on, referral_open_on,
            open_flag_level""";

    private static final String NAMED = """
            select t.*, p.shown_as,
                (select count(*) from planned_visit v
                 where v.plan_id = t.id and v.delivered_on is null and v.planned_on < ?) as missed,
                (select min(v.booked_on) from planned_visit v
                 where v.plan_id = t.id and v.delivered_on is null and v.booked_on >= ?) as next_booked_on,
                %s as hold_reason
            from (%s) t join patient p on p.id = t.patient_id
            order by %s""";

    /** Clinical, so read only for clinicians. */
    private static final String HOLD_REASON = """
            (select m.reason from plan_move m where m.plan_id = t.id and m.to_status = 'ON_HOLD'
             order by m.plan_id desc, m.moved_at desc, m.id desc limit 1)""";

    private static final String MOST_URGENT_FIRST =
            "%sopen_flag_level is null, locate(%sopen_flag_level, '%LEVELS'), %sreferral_open_on is null, %sstatus, %sdue_on, %sid"
                    .replace("%LEVELS", FlagLevel.inOrder());

    /** What clinicians know: flags of each level, and the referrals that are open. */
    private static final String FLAGGED = "(open_flag_level is not null or referral_open_on is not null)";

    /** What of a flag managers know: that it holds all treatment. */
    private static final String HELD = "open_flag_level in ('" + String.join("', '", FlagLevel.holds()) + "')";

    private final JdbcClient jdbc;

    PlanWorklistQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the plans of a clinician's patients: flagged ones first, then those whose patient is to be referred, then
     * active ones, each by due day, earliest first.
     */
    List<PlanRow> ofPatients(PatientScope scope, PlanFilter filter, LocalDate today, int most) {
        return ofPatients(
                scope,
                PlanCondition.statusesOf(filter, true).stream()
                        .map(status -> PlanCondition.of(filter, status, FLAGGED, today))
                        .toList(),
                today,
                most);
    }

    /** Returns the plans of a clinician's patients for whom a referral is to be written, or who are worse. */
    List<PlanRow> toDecideFirst(PatientScope scope, LocalDate today, int most) {
        return ofPatients(scope, PlanCondition.toDecideFirst(), today, most);
    }

    private List<PlanRow> ofPatients(PatientScope scope, List<PlanCondition> which, LocalDate today, int most) {
        if (scope.patients().isEmpty()) {
            return List.of();
        }
        var mine = scope.patients();
        var marks = String.join(", ", Collections.nCopies(mine.size(), "?"));
        var params = new ArrayList<@Nullable Object>(List.of(today, today));
        params.addAll(Ids.bytes(mine, PatientId::value));
        which.forEach(one -> params.addAll(one.values()));
        params.add(most);
        return jdbc.sql(SensitivePatients.masked(NAMED.formatted(
                        HOLD_REASON,
                        "select " + COLUMNS
                                + " from treatment_plan where patient_id in (%s) and (%s) order by %s limit ?"
                                        .formatted(
                                                marks,
                                                which.stream()
                                                        .map(PlanCondition::sql)
                                                        .collect(Collectors.joining(" or ")),
                                                MOST_URGENT_FIRST.replace("%s", "")),
                        MOST_URGENT_FIRST.replace("%s", "t."))))
                .params(params)
                .query((row, n) -> row(row, true, today))
                .list();
    }

    /**
     * Returns a page of the plans of some clinics: active ones first, earliest due day first; with the not-booked
     * filter, plans that were never booked come first. Each clinic and status is read by its own index range.
     */
    List<PlanRow> findByClinics(
            PatientScope scope,
            PlanFilter filter,
            PlanNarrowing narrowing,
            LocalDate today,
            @Nullable PlanRow after,
            int limit) {
        var notBooked = filter == PlanFilter.NOT_BOOKED;
        var key = notBooked ? "booked_until" : "due_on";
        var union = new KeysetUnion();
        for (var status : PlanCondition.statusesOf(filter, false)) {
            var isBehindUs = status == PlanStatus.ACTIVE && after != null && after.isOnHold();
            if (isBehindUs) {
                continue;
            }
            var isAhead = status == PlanStatus.ON_HOLD && after != null && !after.isOnHold();
            var last = isAhead ? null : after;
            var from = last == null ? LONG_AGO : notBooked ? last.bookedUntil() : last.dueOn();
            var which = PlanCondition.of(filter, status, HELD, today);
            for (var range : ranges(scope, narrowing)) {
                var values = new ArrayList<Object>(range.values());
                values.addAll(which.values());
                values.addAll(List.of(
                        from, from, Ids.bytes(last == null ? FIRST : last.id().value())));
                union.add(
                        "select " + COLUMNS
                                + " from treatment_plan where %s and %s and %s >= ? and (%s > ? or id > ?)"
                                        .formatted(range.sql(), which.sql(), key, key),
                        values,
                        range.order() + ", status, " + key + ", id",
                        limit);
            }
        }
        if (union.isEmpty()) {
            return List.of();
        }
        var order = "%sstatus, %s" + key + ", %sid";
        var page = union.page(order.replace("%s", ""), limit);
        return jdbc.sql(SensitivePatients.masked(NAMED.formatted("null", page.sql(), order.replace("%s", "t."))))
                .params(today, today)
                .params(page.params())
                .query((row, n) -> row(row, false, today))
                .list();
    }

    /** The plans of one clinic, or those of them for which one practitioner is responsible; each is a range of an index. */
    private record Range(String sql, List<byte[]> values, String order) {}

    /** Returns how many plans {@link #findByClinics} finds on all its pages. */
    long countRows(PatientScope scope, PlanFilter filter, PlanNarrowing narrowing, LocalDate today) {
        return PlanCondition.statusesOf(filter, false).stream()
                .map(status -> PlanCondition.of(filter, status, HELD, today))
                .flatMap(which -> ranges(scope, narrowing).stream().map(range -> jdbc.sql(
                                "select count(*) from treatment_plan where " + range.sql() + " and " + which.sql())
                        .params(range.values())
                        .params(which.values())))
                .mapToLong(count -> count.query(Long.class).single())
                .sum();
    }

    private static List<Range> ranges(PatientScope scope, PlanNarrowing narrowing) {
        var responsible = narrowing.responsible();
        return scope.clinics().stream()
                .filter(clinic ->
                        narrowing.clinic() == null || narrowing.clinic().equals(clinic))
                .map(clinic -> Ids.bytes(clinic.value()))
                .map(clinic -> responsible == null
                        ? new Range("clinic_id = ?", List.of(clinic), "clinic_id")
                        : new Range(
                                "responsible_id = ? and clinic_id = ?",
                                List.of(Ids.bytes(responsible.value()), clinic),
                                "responsible_id, clinic_id"))
                .toList();
    }

    /**
     * Returns how many plans of some clinics each filter shows, in one statement; without a filter that shows none ever,
     * and without the plans of patients whom the current user does not find.
     */
    Map<PlanFilter, Long> countByClinics(PatientScope scope, PlanNarrowing narrowing, LocalDate today, int most) {
        var counted = new EnumMap<PlanFilter, Long>(PlanFilter.class);
        var ranges = ranges(scope, narrowing);
        if (ranges.isEmpty()) {
            return counted;
        }
        var found = SensitivePatients.visible("treatment_plan.patient_id");
        var columns = new EnumMap<PlanFilter, String>(PlanFilter.class);
        var params = new ArrayList<Object>();
        for (var filter : PlanFilter.values()) {
            var union = new KeysetUnion();
            for (var status : PlanCondition.statusesOf(filter, false)) {
                var which = PlanCondition.of(filter, status, HELD, today);
                for (var range : ranges) {
                    var values = new ArrayList<Object>(range.values());
                    values.addAll(which.values());
                    union.add(
                            "select 1 from treatment_plan where " + range.sql() + " and " + which.sql() + " and "
                                    + found,
                            values,
                            most);
                }
            }
            if (!union.isEmpty()) {
                var count = union.count(most);
                columns.put(filter, "(" + count.sql() + ") as of_" + filter);
                params.addAll(count.params());
            }
        }
        return jdbc.sql("select " + String.join(", ", columns.values()))
                .params(params)
                .query(row -> {
                    row.next();
                    for (var filter : columns.keySet()) {
                        counted.put(filter, row.getLong("of_" + filter));
                    }
                    return counted;
                });
    }

    long countNotBooked(PatientScope scope, LocalDate today, int most) {
        return count(scope, PlanCondition.notBooked(today), most);
    }

    long countActive(PatientScope scope, int most) {
        return count(scope, PlanCondition.active(), most);
    }

    private static String marks(List<byte[]> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    /** Counts each clinic by its own index range: given a list and a range together, H2 would read all plans. */
    private long count(PatientScope scope, PlanCondition which, int most) {
        var clinics = Ids.bytes(scope.clinics(), ClinicId::value);
        var patients = Ids.bytes(scope.patients(), PatientId::value);
        var union = new KeysetUnion();
        for (var clinic : clinics) {
            var values = new ArrayList<Object>(List.of(clinic));
            values.addAll(which.values());
            union.add(
                    "select 1 from treatment_plan where clinic_id = ? and " + which.sql() + " and "
                            + SensitivePatients.visible("treatment_plan.patient_id"),
                    values,
                    most);
        }
        if (!patients.isEmpty() && (clinics.isEmpty() || CurrentUser.current().seesBothWays())) {
            var values = new ArrayList<Object>(patients);
            values.addAll(clinics);
            values.addAll(which.values());
            union.add(
                    "select 1 from treatment_plan where patient_id in (" + marks(patients) + ")"
                            + (clinics.isEmpty() ? "" : " and clinic_id not in (" + marks(clinics) + ")") + " and "
                            + which.sql(),
                    values,
                    most);
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

    /** Not before a plan is judged, nor while the exit is not known or a referral is to be written. */
    private static boolean isNextStepKnown(ResultSet row) throws SQLException {
        var answered = row.getObject("step_row", Integer.class);
        return answered != null
                && answered != StepRules.EXIT_NOT_KNOWN
                && row.getObject("referral_open_on", LocalDate.class) == null;
    }

    private static PlanRow row(ResultSet row, boolean clinical, LocalDate today) throws SQLException {
        var letter = row.getString("open_flag_level");
        var level = letter == null ? null : FlagLevel.valueOf(letter);
        var proposed = row.getString("proposed_step");
        var review = row.getString("review_reason");
        var reevaluateOn = row.getObject("reevaluate_on", LocalDate.class);
        var endsOn = row.getObject("ends_on", LocalDate.class);
        var responsible = row.getBytes("responsible_id");
        var status = PlanStatus.valueOf(row.getString("status"));
        return new PlanRow(
                new PlanId(Ids.uuid(row.getBytes("id"))),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                responsible == null ? null : new StaffId(Ids.uuid(responsible)),
                row.getString("shown_as"),
                row.getString("title"),
                row.getInt("planned_visits"),
                row.getInt("delivered_visits"),
                status == PlanStatus.ON_HOLD ? 0 : row.getInt("missed"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("next_booked_on", LocalDate.class),
                row.getObject("booked_until", LocalDate.class),
                status,
                row.getObject("held_on", LocalDate.class),
                row.getString("hold_reason"),
                endsOn != null && !endsOn.isAfter(today.plusDays(PlanRow.ENDS_WITHIN_DAYS)) ? endsOn : null,
                new PlanRow.Course(
                        clinical && proposed != null ? Step.valueOf(proposed) : null,
                        proposed != null,
                        clinical && review != null ? ReviewReason.valueOf(review) : null,
                        review != null,
                        isNextStepKnown(row),
                        reevaluateOn != null && !reevaluateOn.isAfter(today) ? reevaluateOn : null,
                        clinical ? row.getObject("referral_open_on", LocalDate.class) : null),
                clinical ? level : null,
                level != null && level.isHold());
    }
}
