package io.plumbline.notes.backlog;

import io.plumbline.access.SensitivePatients;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.search.KeysetUnion;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the backlog of unsigned notes: drafts, and appointments without a note. Each clinic is read by its own index,
 * up to its own cutoff.
 */
@Repository
class NoteBacklogQuery {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int DAYS_BACK = 90;
    private static final String TREATMENTS = AppointmentType.treatments().stream()
            .map(type -> "'" + type.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String DRAFTS = """
            select n.id, n.patient_id, n.clinic_id, n.author_id as who, n.treated_on as on_day, true as begun
            from session_note n left join appointment a on a.id = n.appointment_id
            where n.clinic_id = ? and n.status = 'DRAFT'
              and n.treated_on >= ? and (n.treated_on > ? or n.id > ?)
              and n.treated_on <= ? and (n.treated_on < ? or a.starts_at <= ?)""";

    private static final String UNWRITTEN = """
            select a.id, a.subject_id, a.clinic_id, a.practitioner_id, a.starts_on, false
            from appointment a
            left join session_note n on n.appointment_or_self = a.id
            left join planned_visit v on v.appointment_id = a.id
            left join session_note m on m.planned_visit_or_self = v.id
            where a.clinic_id = ?
              and a.starts_on >= ? and (a.starts_on > ? or a.id > ?)
              and a.starts_on <= ? and (a.starts_on < ? or a.starts_at <= ?)
              and a.subject_kind = 'PATIENT' and a.appointment_type in (%s)
              and a.status not in ('NO_SHOW', 'CANCELLED') and n.id is null and m.id is null""".formatted(TREATMENTS);

    private final JdbcClient jdbc;

    NoteBacklogQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns a page, oldest day first.
     *
     * @param until the local cutoff by clinic
     */
    List<UnsignedRow> page(Map<ClinicId, LocalDateTime> until, @Nullable UnsignedRow after, int limit) {
        if (until.isEmpty()) {
            return List.of();
        }
        var page = backlog(until, after, limit, "", "").page("on_day, id", limit);
        return jdbc.sql(SensitivePatients.masked("""
                select w.*, w.on_day as `on`, p.shown_as as patient_name,
                    coalesce(trim(concat(t.title, ' ', t.given_name, ' ', t.family_name)), '') as author,
                    coalesce(s.status = 'SWITCHED_OFF', false) as author_left
                from (%s) w
                left join patient p on p.id = w.patient_id
                left join practitioner t on t.id = w.who
                left join staff_account s on s.id = w.who
                order by w.on_day, w.id""".formatted(page.sql())))
                .params(page.params())
                .query(UnsignedRow.class)
                .list();
    }

    /** Counts those whose patient the current user finds. */
    long count(Map<ClinicId, LocalDateTime> until, int most) {
        if (until.isEmpty()) {
            return 0;
        }
        var counted = backlog(
                        until,
                        null,
                        most,
                        " and " + SensitivePatients.visible("n.patient_id"),
                        " and " + SensitivePatients.visible("a.subject_id"))
                .count(most);
        return jdbc.sql(counted.sql())
                .params(counted.params())
                .query(Long.class)
                .single();
    }

    /**
     * @param drafts a further condition on the notes that were begun
     * @param unwritten a further condition on the appointments without a note
     */
    private static KeysetUnion backlog(
            Map<ClinicId, LocalDateTime> until,
            @Nullable UnsignedRow after,
            int limit,
            String drafts,
            String unwritten) {
        var union = new KeysetUnion();
        until.forEach((clinic, at) -> {
            union.add(
                    DRAFTS + drafts,
                    values(clinic, at, LocalDate.EPOCH, after),
                    "n.clinic_id, n.status, n.treated_on, n.id",
                    limit);
            union.add(
                    UNWRITTEN + unwritten,
                    values(clinic, at, at.toLocalDate().minusDays(DAYS_BACK), after),
                    "a.clinic_id, a.starts_on, a.id",
                    limit);
        });
        return union;
    }

    private static List<Object> values(
            ClinicId clinic, LocalDateTime until, LocalDate since, @Nullable UnsignedRow after) {
        var day = until.toLocalDate();
        var from = after == null || after.on().isBefore(since) ? since : after.on();
        var id = after == null ? FIRST : after.id();
        return List.of(clinic, from, from, id, day, day, until.toLocalTime());
    }
}
