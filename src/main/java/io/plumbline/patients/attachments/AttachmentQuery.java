package io.plumbline.patients.attachments;

import io.plumbline.documents.FileFormat;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AttachmentQuery {
    /** Later than every row. A bound on the second column of an index makes H2 read the newest rows in its order. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(9999, 12, 31, 0, 0);

    private static final String ROWS = """
            select a.*, s.display_name as adder, e.display_name as corrector
            from %s a left join staff_account s on s.id = a.added_by left join staff_account e on e.id = a.error_by
            """;

    private final JdbcClient jdbc;

    AttachmentQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AttachmentRow> find(AttachmentId id) {
        return jdbc.sql(ROWS.formatted("patient_attachment") + "where a.id = :id")
                .param("id", Ids.bytes(id.value()))
                .query((row, n) -> row(row))
                .optional();
    }

    /** Returns all files of a patient, by their date, newest first. */
    List<AttachmentRow> findAll(Collection<PatientId> records) {
        return jdbc.sql(ROWS.formatted("patient_attachment")
                        + "where a.patient_id in (:patients) order by a.dated_on desc, a.id desc")
                .param("patients", Ids.bytes(records, PatientId::value))
                .query((row, n) -> row(row))
                .list();
    }

    /** Returns the signed forms of a patient that were added at some clinics, by their date, newest first. */
    List<AttachmentRow> findForms(Collection<PatientId> records, Set<ClinicId> clinics) {
        return clinics.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS.formatted("patient_attachment") + """
                        where a.patient_id in (:patients) and a.kind = 'SIGNED_FORM' and a.clinic_id in (:clinics)
                        order by a.dated_on desc, a.id desc""")
                        .param("patients", Ids.bytes(records, PatientId::value))
                        .param("clinics", Ids.bytes(clinics, ClinicId::value))
                        .query((row, n) -> row(row))
                        .list();
    }

    /** Returns the files of a patient that were added last. */
    List<AttachmentRow> findLatest(Collection<PatientId> records, int most) {
        return jdbc.sql(ROWS.formatted(
                        """
                        (select * from patient_attachment where patient_id in (:patients) and added_at <= :always
                         order by %s limit :most)""".formatted(RecordOrder.by(records, "patient_id desc", "added_at desc, id desc"))))
                .param("patients", Ids.bytes(records, PatientId::value))
                .param("always", ALWAYS)
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    private static AttachmentRow row(ResultSet row) throws SQLException {
        var adder = new StaffId(Ids.uuid(row.getBytes("added_by")));
        return new AttachmentRow(
                new AttachmentId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("source"),
                row.getObject("dated_on", LocalDate.class),
                FileFormat.valueOf(row.getString("format")),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("stored_as"),
                Utc.in(row, "added_at"),
                Objects.toString(row.getString("adder"), CurrentUser.SYSTEM.displayName()),
                adder.equals(CurrentUser.current().staff()),
                error(row));
    }

    private static AttachmentRow.@Nullable InError error(ResultSet row) throws SQLException {
        var reason = row.getString("error_reason");
        return reason == null
                ? null
                : new AttachmentRow.InError(
                        Utc.in(row, "error_at"),
                        Objects.toString(row.getString("corrector"), CurrentUser.SYSTEM.displayName()),
                        reason);
    }
}
