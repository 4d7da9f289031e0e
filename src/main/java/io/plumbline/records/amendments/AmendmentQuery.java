package io.plumbline.records.amendments;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads amendment requests, and the parts of a record that they may be about. */
@Component
class AmendmentQuery {
    private static final String ROWS = """
            select concat('P-', p.patient_number) patient_number, coalesce(s.display_name, '%s') registered_by,
                d.display_name decided_by, r.*
            from amendment_request r join patient p on p.id = r.patient_id
            left join staff_account s on s.id = r.registered_by left join staff_account d on d.id = r.decided_by
            """.formatted(CurrentUser.SYSTEM.displayName());

    /** What is signed or imported, by day, without a word of it. */
    private static final String PARTS = """
            select kind, id, on_day day_on, coalesce(author, '%s') author from (
                select 'SESSION_NOTE' kind, n.id, n.treated_on on_day, s.display_name author from session_note n
                    left join staff_account s on s.id = n.author_id
                    where n.patient_id in (:patients) and n.status in ('SIGNED', 'AWAITING_COSIGNATURE')
                union all select 'INTAKE_NOTE', i.id, cast(i.signed_at as date), s.display_name from intake_note i
                    left join staff_account s on s.id = i.signed_by
                    where i.patient_id in (:patients) and i.status <> 'DRAFT' and i.signed_at is not null
                union all select 'TREATMENT_PLAN', t.id, cast(t.created_at as date), s.display_name from treatment_plan t
                    left join staff_account s on s.id = t.created_by
                    where t.patient_id in (:patients) and t.status not in ('DRAFT', 'ENTERED_IN_ERROR')
                union all select 'OLD_NOTE', o.id, o.written_on, o.author from old_note o
                    where o.patient_id in (:patients) and o.error_at is null) x
            """.formatted(CurrentUser.SYSTEM.displayName());

    private final JdbcClient jdbc;

    AmendmentQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the open requests, those due first in front, and then the closed ones, the newest first. */
    List<AmendmentRow> find(@Nullable AmendmentRow after, int limit) {
        var next = after == null ? "" : "where r.place >= :place and (r.place > :place or r.id < :id)";
        var sql = jdbc.sql(ROWS + next + " order by r.place, r.id desc limit :most")
                .param("most", limit);
        if (after != null) {
            sql = sql.param("place", after.place()).param("id", after.id());
        }
        return sql.query(AmendmentRow.class).list();
    }

    Optional<AmendmentRow> find(AmendmentId id) {
        return jdbc.sql(ROWS + "where r.id = ?")
                .param(id)
                .query(AmendmentRow.class)
                .optional();
    }

    /** Returns the requests about a part of a record, by the day they came. */
    List<AmendmentRow> about(UUID part, Collection<PatientId> records) {
        return jdbc.sql(ROWS + "where r.patient_id in (:patients) and exists (select 1 from amendment_link l"
                        + " where l.request_id = r.id and l.record_id = :part) order by r.received_on, r.id")
                .param("patients", records)
                .param("part", part)
                .query(AmendmentRow.class)
                .list();
    }

    /** Returns the answered requests that are about no note with a screen of its own, by the day they came. */
    List<AmendmentRow> aboutNoNote(Collection<PatientId> records) {
        return jdbc.sql(ROWS + "where r.patient_id in (:patients) and r.status in ('ACCEPTED', 'DENIED')"
                        + " and not exists (select 1 from amendment_link l where l.request_id = r.id"
                        + " and l.kind in ('SESSION_NOTE', 'INTAKE_NOTE')) order by r.received_on, r.id")
                .param("patients", records)
                .query(AmendmentRow.class)
                .list();
    }

    /** Returns the newest parts of a record. */
    List<AmendableRecord> parts(Collection<PatientId> records, int most) {
        return jdbc.sql(PARTS + "order by on_day desc, id limit :most")
                .param("patients", records)
                .param("most", most)
                .query(AmendableRecord.class)
                .list();
    }

    /** Returns the parts that a request is about, by their day. */
    List<AmendableRecord> linked(AmendmentId request, Collection<PatientId> records) {
        return jdbc.sql(PARTS + "where id in (select record_id from amendment_link where request_id = :request)"
                        + " order by on_day, id")
                .param("patients", records)
                .param("request", request)
                .query(AmendableRecord.class)
                .list();
    }

    void link(AmendmentId request, AmendableRecord part) {
        jdbc.sql("insert into amendment_link (request_id, kind, record_id) values (?, ?, ?)")
                .params(request, part.kind(), part.id())
                .update();
    }
}
