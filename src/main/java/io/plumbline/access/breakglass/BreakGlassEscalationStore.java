package io.plumbline.access.breakglass;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads overdue reviews of break-glass access, and writes when each was escalated. */
@Repository
class BreakGlassEscalationStore {
    /** More are not counted. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;

    BreakGlassEscalationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An access whose review is overdue. */
    record Overdue(BreakGlassId id, PatientId patient) {}

    /** Returns overdue reviews that were not escalated yet, the longest overdue first. */
    List<Overdue> overdue(Instant now, int limit) {
        return jdbc.sql("""
                select id, patient_id from break_glass_access
                where reviewed_at is null and review_due_at <= ? and escalated_at is null
                order by review_due_at, id limit ?""").params(now, limit).query(Overdue.class).list();
    }

    /** Returns whether this call escalated it, and no other node, and nobody reviewed it in between. */
    boolean escalate(BreakGlassId id, Instant now) {
        return jdbc.sql("""
                        update break_glass_access set escalated_at = ?
                        where id = ? and escalated_at is null and reviewed_at is null""").params(now, id).update() == 1;
    }

    List<OverdueReviews> overdueByClinic(Instant now) {
        return jdbc.sql("""
                select c.clinic_id, count(*) as `count`, min(o.review_due_at) as due_since
                from (select id, review_due_at from break_glass_access
                      where reviewed_at is null and review_due_at <= ? order by review_due_at, id limit ?) o
                join break_glass_clinic c on c.break_glass_access_id = o.id
                group by c.clinic_id order by due_since, c.clinic_id""").params(now, MOST).query(OverdueReviews.class).list();
    }
}
