package io.plumbline.recalls;

import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.KeysetUnion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the open recalls of some clinics, each part of the order by its own index range; names are joined to the rows of
 * the page alone.
 */
@Repository
class RecallQuery {
    private static final int DATED = 0;
    private static final int DATED_NOW = 0;
    private static final int REASONS = 1;
    private static final int DATED_LATER = 2;
    private static final UUID FIRST = new UUID(0, 0);

    /** Whether a red flag forbids treatment; the reader is not told which. */
    private static final String ON_HOLD = """
            exists (select 1 from patient_summary h where h.patient_id = t.patient_id and h.open_flag_level in ('%s'))""".formatted(String.join("', '", FlagLevel.holds()));

    /** What a row shows under a name of its own. */
    private static final String SHOWN = """
            p.shown_as as name, p.phone, p.spoken_language as language, t.reason_since as since,
                case when t.place = 0 then t.due_on end as next_on""";

    private static final String NAMED = """
            select t.*, %s,
                case when t.claimed_until > ? then s.display_name end as calling_now, %s as is_on_hold
            from (%s) t join patient p on p.id = t.patient_id left join staff_account s on s.id = t.claimed_by
            order by t.part, t.place, t.due_on, t.patient_id""";

    private static final String IN_ORDER = "part, place, due_on, patient_id";

    private final JdbcClient jdbc;

    RecallQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A range of the order: the rows of one place, up to today or after it. */
    private record Range(int part, int place) {
        static List<Range> of(RecallFilter filter) {
            var ranges = new ArrayList<Range>();
            ranges.add(new Range(DATED_NOW, DATED));
            for (var reason : RecallReason.values()) {
                if (filter.reason() == null || filter.reason() == reason) {
                    ranges.add(new Range(REASONS, reason.place()));
                }
            }
            if (filter.due() == RecallDue.ALL) {
                ranges.add(new Range(DATED_LATER, DATED));
            }
            return ranges;
        }

        /** Returns the condition; its parameters are the clinic, the reason if there is one, and today unless for a reason. */
        String which(@Nullable RecallReason reason) {
            return "clinic_id = ? and status = 'OPEN'" + (reason == null ? "" : " and reason = ?") + " and place = "
                    + place
                    + switch (part) {
                        case DATED_NOW -> " and due_on <= ?";
                        case DATED_LATER -> " and due_on > ?";
                        default -> "";
                    };
        }

        List<Object> values(ClinicId clinic, @Nullable RecallReason reason, LocalDate today) {
            var values = new ArrayList<Object>();
            values.add(clinic);
            if (reason != null) {
                values.add(reason.name());
            }
            if (part != REASONS) {
                values.add(today);
            }
            return values;
        }

        boolean isBefore(RecallRow.Key key) {
            return part < key.part() || part == key.part() && place < key.place();
        }

        boolean isOf(RecallRow.Key key) {
            return part == key.part() && place == key.place();
        }
    }

    List<RecallRow> page(
            Collection<ClinicId> clinics,
            RecallFilter filter,
            LocalDate today,
            Instant now,
            @Nullable RecallRow after,
            int limit) {
        var union = new KeysetUnion();
        for (var range : Range.of(filter)) {
            if (after == null || !range.isBefore(after.key())) {
                for (var clinic : clinics) {
                    add(union, range, clinic, filter.reason(), today, after, limit);
                }
            }
        }
        if (union.isEmpty()) {
            return List.of();
        }
        var page = union.page(IN_ORDER, limit);
        return jdbc.sql(NAMED.formatted(SHOWN, ON_HOLD, page.sql()))
                .param(now)
                .params(page.params())
                .query(RecallRow.class)
                .list();
    }

    private static void add(
            KeysetUnion union,
            Range range,
            ClinicId clinic,
            @Nullable RecallReason reason,
            LocalDate today,
            @Nullable RecallRow after,
            int limit) {
        var values = range.values(clinic, reason, today);
        var last = after != null && range.isOf(after.key()) ? after : null;
        var from = last == null ? LocalDate.EPOCH : last.key().dueOn();
        values.addAll(List.of(from, from, last == null ? FIRST : last.patient().value()));
        union.add(
                "select " + range.part() + " as part, recall.* from recall where " + range.which(reason)
                        + " and due_on >= ? and (due_on > ? or patient_id > ?) and "
                        + SensitivePatients.visible("recall.patient_id"),
                values,
                "clinic_id, status, " + (reason == null ? "" : "reason, ") + "place, due_on, patient_id",
                limit);
    }

    /**
     * Returns how many rows the board would show: by day for the reason of a filter, and by reason for its days; in one
     * statement.
     */
    RecallCounts count(Collection<ClinicId> clinics, RecallFilter filter, LocalDate today, int most) {
        var filters = new ArrayList<RecallFilter>();
        for (var due : RecallDue.values()) {
            filters.add(new RecallFilter(due, filter.reason(), null));
        }
        filters.add(new RecallFilter(filter.due(), null, null));
        for (var reason : RecallReason.values()) {
            filters.add(new RecallFilter(filter.due(), reason, null));
        }
        var counted = count(clinics, filters, today, most);
        var byDue = new EnumMap<RecallDue, Long>(RecallDue.class);
        var byReason = new EnumMap<RecallReason, Long>(RecallReason.class);
        for (var due : RecallDue.values()) {
            byDue.put(due, counted.get(due.ordinal()));
        }
        var ofReasons = RecallDue.values().length + 1;
        for (var reason : RecallReason.values()) {
            byReason.put(reason, counted.get(ofReasons + reason.ordinal()));
        }
        return new RecallCounts(Map.copyOf(byDue), counted.get(ofReasons - 1), Map.copyOf(byReason));
    }

    long countDue(Collection<ClinicId> clinics, LocalDate today, int most) {
        return count(clinics, List.of(RecallFilter.TODAY), today, most).getFirst();
    }

    private List<Long> count(Collection<ClinicId> clinics, List<RecallFilter> filters, LocalDate today, int most) {
        if (clinics.isEmpty()) {
            return filters.stream().map(none -> 0L).toList();
        }
        var columns = new ArrayList<String>();
        var params = new ArrayList<Object>();
        for (var filter : filters) {
            var union = new KeysetUnion();
            for (var range : Range.of(filter)) {
                for (var clinic : clinics) {
                    union.add(
                            "select 1 from recall where " + range.which(filter.reason()) + " and "
                                    + SensitivePatients.visible("recall.patient_id"),
                            range.values(clinic, filter.reason(), today),
                            most);
                }
            }
            var part = union.count(most);
            columns.add("(" + part.sql() + ") as c" + columns.size());
            params.addAll(part.params());
        }
        return jdbc.sql("select " + String.join(", ", columns))
                .params(params)
                .query((row, n) -> {
                    var counts = new ArrayList<Long>();
                    for (int i = 1; i <= columns.size(); i++) {
                        counts.add(row.getLong(i));
                    }
                    return counts;
                })
                .single();
    }

    /** A patient with what only the panel shows. */
    record Found(
            RecallRow row,
            RecallStatus status,
            @Nullable LocalDate birthDate,
            String guardianName,
            String guardianRelation,
            String guardianContact) {
        String guardian() {
            var who = guardianRelation.isEmpty() ? guardianName : guardianName + " (" + guardianRelation + ")";
            return guardianContact.isEmpty() ? who : who + ", " + guardianContact;
        }
    }

    Optional<Found> find(PatientId patient, LocalDate today, Instant now) {
        return jdbc.sql("""
                select t.*, case when t.place > 0 then 1 when t.due_on <= ? then 0 else 2 end as part,
                    %s, p.birth_date,
                    p.guardian_name, p.guardian_relation, p.guardian_contact,
                    case when t.claimed_until > ? then s.display_name end as calling_now, %s as is_on_hold
                from recall t join patient p on p.id = t.patient_id left join staff_account s on s.id = t.claimed_by
                where t.patient_id = ?""".formatted(SHOWN, ON_HOLD) + " and " + SensitivePatients.visible("t.patient_id"))
                .params(today, now, patient)
                .query(Found.class)
                .optional();
    }

    /** Returns whether nobody is to call the patient before a clinician was asked. */
    boolean isOnHold(PatientId patient) {
        return jdbc.sql("select t.patient_id from recall t where t.patient_id = ? and " + ON_HOLD)
                .param(patient)
                .query(byte[].class)
                .optional()
                .isPresent();
    }
}
