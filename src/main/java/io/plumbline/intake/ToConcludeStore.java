package io.plumbline.intake;

import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores which intake notes wait for the conclusion of a chiropractor. Few do at a time, so that a list asks for each
 * whether its patient is in relation to the reader. Reads the relations directly.
 */
@Component
class ToConcludeStore {
    private static final String RELATED = """
            (exists (select 1 from patient_relation r where r.staff_id = :staff and r.patient_id = w.patient_id
                 and r.until_on >= :today and r.from_on <= :today and %s)
             or exists (select 1 from break_glass_access b where b.staff_id = :staff and b.patient_id = w.patient_id
                 and b.until_at > :now))""".formatted(SensitivePatients.visibleTo(":staff", "w.patient_id"));

    private final JdbcClient jdbc;
    private final Clock clock;

    ToConcludeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(IntakeNote signed) {
        jdbc.sql("insert into intake_to_conclude (note_id, patient_id, clinic_id, signed_by, signed_at) values"
                        + " (?, ?, ?, ?, ?)")
                .params(
                        signed.id(),
                        signed.patient(),
                        signed.clinic(),
                        Objects.requireNonNull(signed.signedBy()),
                        Objects.requireNonNull(signed.signedAt()))
                .update();
    }

    /** Removes a note from those that wait; returns whether it waited. */
    boolean remove(IntakeId note) {
        return jdbc.sql("delete from intake_to_conclude where note_id = ?")
                        .param(note)
                        .update()
                > 0;
    }

    /** Returns the notes of patients who are in relation to somebody now, the longest waiting first. */
    List<ToConcludeRow> find(StaffId staff, int limit) {
        return related("""
                        select w.note_id, w.clinic_id, w.signed_at, p.shown_as as patient_name,
                            coalesce(s.display_name, '') as author
                        from (select w.* from intake_to_conclude w where %s
                              order by w.signed_at, w.note_id limit :most) w
                        join patient p on p.id = w.patient_id
                        left join staff_account s on s.id = w.signed_by
                        order by w.signed_at, w.note_id""", staff)
                .param("most", limit)
                .query(ToConcludeRow.class)
                .list();
    }

    /** Returns how many notes {@link #find} has in all. */
    long count(StaffId staff) {
        return related("select count(*) from intake_to_conclude w where %s", staff)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec related(String sql, StaffId staff) {
        var now = clock.instant();
        return jdbc.sql(sql.formatted(RELATED))
                .param("staff", staff)
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", now);
    }
}
