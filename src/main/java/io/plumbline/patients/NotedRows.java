package io.plumbline.patients;

import io.plumbline.access.RelationReason;
import io.plumbline.patients.PatientDetails.MergedRecord;
import io.plumbline.patients.PatientFileQuery.Noted;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ConsentTextId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns rows of the statement of {@link PatientFileQuery#noted} into alerts, consents, care team and the rest. */
final class NotedRows {
    private NotedRows() {}

    /** Adds what a row says to what is recorded about a patient. */
    static Noted add(ResultSet row, Noted noted) throws SQLException {
        switch (row.getString("noted")) {
            case "ALERT" -> {
                var alert = alert(row);
                noted.alerts().add(alert);
                noted.alertsOf()
                        .computeIfAbsent(new PatientId(Ids.uuid(row.getBytes("record_id"))), first -> new ArrayList<>())
                        .add(alert);
            }
            case "CONSENT" -> noted.consents().add(consent(row));
            // of several reasons, the first by name, which is the care team
            case "TEAM" ->
                noted.careTeam()
                        .add(new CareTeamMember(
                                new StaffId(Ids.uuid(row.getBytes("id"))),
                                row.getString("display_name").strip(),
                                row.getString("kind").equals(RelationReason.CARE_TEAM.name()),
                                role(row.getString("words"))));
            case "MERGED" -> noted.merged().add(merged(row));
            default -> noted.undone().add(undone(row));
        }
        return noted;
    }

    private static AlertRow alert(ResultSet row) throws SQLException {
        return new AlertRow(
                new AlertId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                AlertKind.valueOf(row.getString("kind")),
                row.getString("words"),
                AlertRegions.read(row.getString("regions")),
                AlertAudience.valueOf(row.getString("audience")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Utc.in(row, "added_at"),
                Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                isMine(row, "added_by"));
    }

    private static ConsentRow consent(ResultSet row) throws SQLException {
        return new ConsentRow(
                new ConsentId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                ConsentKind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getObject("starts_on", LocalDate.class),
                Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                row.getObject("ends_on", LocalDate.class),
                row.getString("display_name_2"),
                isMine(row, "added_by"),
                isMine(row, "by_2"),
                text(row),
                agreement(row),
                online(row),
                newer(row),
                row.getObject("replaced_on", LocalDate.class));
    }

    private static ConsentRow.@Nullable Text text(ResultSet row) throws SQLException {
        var id = Ids.read(row, "text_id", ConsentTextId::new);
        return id == null
                ? null
                : new ConsentRow.Text(id, row.getInt("number"), ConsentLanguage.valueOf(row.getString("language")));
    }

    private static @Nullable ConsentAgreement agreement(ResultSet row) throws SQLException {
        var by = row.getString("given_by");
        return by == null
                ? null
                : new ConsentAgreement(
                        ConsentAgreement.By.valueOf(by),
                        row.getString("given_name"),
                        ConsentAgreement.Way.valueOf(row.getString("given_way")));
    }

    private static ConsentRow.@Nullable Online online(ResultSet row) throws SQLException {
        var address = row.getString("given_from");
        return address == null ? null : new ConsentRow.Online(Utc.in(row, "added_at"), address, doubt(row));
    }

    /** The columns are those of the audience, the time and the regions of other rows. */
    private static ConsentRow.@Nullable Doubt doubt(ResultSet row) throws SQLException {
        var why = row.getString("audience");
        return why.isEmpty()
                ? null
                : new ConsentRow.Doubt(
                        Unproven.valueOf(why),
                        row.getObject("done_at") == null ? null : Utc.in(row, "done_at"),
                        Objects.toString(row.getString("regions"), ""));
    }

    /** A wording that was typed is older than every text; the number of a missing version is zero. */
    private static ConsentRow.Newer newer(ResultSet row) throws SQLException {
        var number = row.getInt("number");
        if (row.getInt("newest") <= number) {
            return ConsentRow.Newer.NONE;
        }
        return row.getInt("asked") > number ? ConsentRow.Newer.ASK_AGAIN : ConsentRow.Newer.YES;
    }

    private static FileUndone undone(ResultSet row) throws SQLException {
        return FileUndone.of(
                FileUndone.Action.valueOf(row.getString("noted")),
                row.getString("kind"),
                row.getString("words"),
                Utc.in(row, "done_at"),
                Utc.in(row, "added_at"),
                Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                isMine(row, "added_by"));
    }

    private static MergedRecord merged(ResultSet row) throws SQLException {
        return new MergedRecord(
                new PatientId(Ids.uuid(row.getBytes("id"))),
                "P-" + row.getLong("version"),
                row.getString("words"),
                row.getObject("starts_on", LocalDate.class),
                Utc.in(row, "added_at"),
                Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                row.getString("display_name_2"),
                // read in a statement of its own, only for patients whose records were merged
                new PatientDraft("", "", null, null, null));
    }

    private static boolean isMine(ResultSet row, String column) throws SQLException {
        var by = row.getBytes(column);
        return by != null
                && new StaffId(Ids.uuid(by)).equals(CurrentUser.current().staff());
    }

    private static CareTeamMember.@Nullable Role role(@Nullable String text) {
        return text == null ? null : CareTeamMember.Role.valueOf(text);
    }
}
