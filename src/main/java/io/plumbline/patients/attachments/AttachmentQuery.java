package io.plumbline.patients.attachments;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.RecordOrder;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AttachmentQuery {
    /** Later than every row. A bound on the second column of an index makes H2 read the newest rows in its order. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(9999, 12, 31, 0, 0);

    private static final String ROWS = """
            select a.id, a.version, a.patient_id, a.clinic_id, a.kind, a.title, a.source, a.dated_on, a.format, a.bytes,
                a.sha256, a.stored_as, a.added_at, coalesce(s.display_name, 'Plumbline') as added_by,
                a.added_by = :me as mine, a.error_at, a.error_reason,
                case when a.error_at is not null then coalesce(e.display_name, 'Plumbline') end as error_by
            from %s a left join staff_account s on s.id = a.added_by left join staff_account e on e.id = a.error_by
            """;

    private final JdbcClient jdbc;

    AttachmentQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AttachmentRow> find(AttachmentId id) {
        return jdbc.sql(ROWS.formatted("patient_attachment") + "where a.id = :id")
                .param("id", id)
                .param("me", CurrentUser.current().staff())
                .query(AttachmentRow.class)
                .optional();
    }

    /** Returns all files of a patient, by their date, newest first. */
    List<AttachmentRow> findAll(Collection<PatientId> records) {
        return jdbc.sql(ROWS.formatted("patient_attachment")
                        + "where a.patient_id in (:patients) order by a.dated_on desc, a.id desc")
                .param("patients", records)
                .param("me", CurrentUser.current().staff())
                .query(AttachmentRow.class)
                .list();
    }

    /** Returns the signed forms of a patient that were added at some clinics, by their date, newest first. */
    List<AttachmentRow> findForms(Collection<PatientId> records, Set<ClinicId> clinics) {
        return clinics.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS.formatted("patient_attachment") + """
                        where a.patient_id in (:patients) and a.kind = 'SIGNED_FORM' and a.clinic_id in (:clinics)
                        order by a.dated_on desc, a.id desc""")
                        .param("patients", records)
                        .param("clinics", clinics)
                        .param("me", CurrentUser.current().staff())
                        .query(AttachmentRow.class)
                        .list();
    }

    /** Returns the files of a patient that were added last. */
    List<AttachmentRow> findLatest(Collection<PatientId> records, int most) {
        return jdbc.sql(ROWS.formatted(
                        """
                        (select * from patient_attachment where patient_id in (:patients) and added_at <= :always
                         order by %s limit :most)""".formatted(RecordOrder.by(records, "patient_id desc", "added_at desc, id desc"))))
                .param("patients", records)
                .param("always", ALWAYS)
                .param("most", most)
                .param("me", CurrentUser.current().staff())
                .query(AttachmentRow.class)
                .list();
    }
}
