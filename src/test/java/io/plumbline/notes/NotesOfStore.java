package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.DetailsOfStore;
import io.plumbline.sessions.Response;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.SignedText;
import io.plumbline.shared.store.Utc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The signed session notes of a store that no portal has open, hashed anew from their rows. */
public final class NotesOfStore {
    private final JdbcClient jdbc;
    private final ContentMac seal;

    public NotesOfStore(Connection store, ContentMac seal) {
        this.seal = seal;
        jdbc = JdbcClient.create(new SingleConnectionDataSource(store, true));
    }

    /** Those that do not say any more what was signed. */
    public List<UUID> notIntact() {
        return jdbc
                .sql("select * from session_note where status = 'SIGNED'")
                .query((row, n) -> isIntact(row) ? null : Ids.uuid(row.getBytes("id")))
                .list()
                .stream()
                .filter(id -> id != null)
                .toList();
    }

    /** What anybody can make of a note without the key: the SHA-256 of all that its signature covers. */
    public String plainHash(NoteId note) {
        return jdbc.sql("select * from session_note where id = ?")
                .param(Ids.bytes(note.value()))
                .query((row, n) -> DigestUtils.sha256Hex(texts(row).getFirst().json()))
                .single();
    }

    /** The keyed hashes that a note would have, had it been signed in another form. */
    public List<String> codes(NoteId note, int form) {
        return jdbc
                .sql("select * from session_note where id = ?")
                .param(Ids.bytes(note.value()))
                .query((row, n) -> content(row).texts(form))
                .single()
                .stream()
                .map(seal::computeMac)
                .toList();
    }

    private boolean isIntact(ResultSet row) throws SQLException {
        return seal.fits(texts(row), row.getString("content_hash"));
    }

    private List<SignedText> texts(ResultSet row) throws SQLException {
        return content(row).texts(row.getInt("content_format"));
    }

    private SignedNote content(ResultSet row) throws SQLException {
        var id = Ids.uuid(row.getBytes("id"));
        var signedBy = id(row, "signed_by");
        return new SignedNote(
                id,
                Ids.uuid(row.getBytes("patient_id")),
                Ids.uuid(row.getBytes("clinic_id")),
                Ids.uuid(row.getBytes("author_id")),
                AppointmentType.valueOf(row.getString("service")),
                row.getObject("treated_on", LocalDate.class),
                id(row, "appointment_id"),
                id(row, "planned_visit_id"),
                draft(row, id),
                signedBy == null ? null : new StaffId(signedBy),
                row.getObject("signed_at") == null ? null : Utc.in(row, "signed_at"),
                checks(id),
                takenOver(row));
    }

    private static @Nullable TakenOver takenOver(ResultSet row) throws SQLException {
        var from = id(row, "taken_over_from");
        return from == null ? null : new TakenOver(new StaffId(from), row.getString("taken_over_presence"));
    }

    private NoteDraft draft(ResultSet row, UUID note) throws SQLException {
        return new NoteDraft(
                        named(row, "safety_recheck", SafetyRecheck::valueOf),
                        row.getString("safety_rule"),
                        named(row, "consent", ConsentToday::valueOf),
                        Pain.of(row.getObject("pain_before", Integer.class)),
                        parts("session_note_area", "region", note).stream()
                                .map(BodyRegion::new)
                                .toList(),
                        new TreeSet<>(parts("session_note_modality", "modality", note)),
                        row.getObject("pressure", Integer.class),
                        row.getObject("stop_at", Integer.class),
                        row.getObject("minutes", Integer.class),
                        Pain.of(row.getObject("pain_after", Integer.class)),
                        named(row, "response", Response::valueOf),
                        row.getString("observations"),
                        row.getString("statement"),
                        row.getString("next_step"))
                .withDetails(DetailsOfStore.of(row.getString("details")));
    }

    private List<CheckAnswer> checks(UUID note) {
        return jdbc.sql("select code, question, answer from session_note_check where note_id = ? order by position")
                .param(Ids.bytes(note))
                .query((row, n) -> new CheckAnswer(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private List<String> parts(String table, String column, UUID note) {
        return jdbc.sql("select " + column + " from " + table + " where note_id = ? order by position")
                .param(Ids.bytes(note))
                .query(String.class)
                .list();
    }

    private static <T> @Nullable T named(ResultSet row, String column, Function<String, T> named) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : named.apply(name);
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : Ids.uuid(bytes);
    }
}
