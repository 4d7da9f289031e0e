package io.plumbline.practitioners.credentials;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PersonName;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads credentials as rows. */
@Component
class CredentialQuery {
    private final JdbcClient jdbc;

    CredentialQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all credentials of some practitioners, the last to expire first. */
    List<CredentialRow> findByPractitioners(Collection<StaffId> practitioners) {
        return practitioners.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select c.*, a.display_name as verifier from credential c
                        left join staff_account a on a.id = c.verified_by
                        where c.practitioner_id in (:who)
                        order by c.practitioner_id, coalesce(c.valid_until, date '9999-12-31') desc,
                            c.valid_from desc, c.id""")
                        .param("who", Ids.bytes(practitioners, StaffId::value))
                        .query(CredentialQuery::row)
                        .list();
    }

    /**
     * Returns credentials that expire by a day or have expired, and that no other follows without a gap, for
     * practitioners who work at one of some clinics or have no hours anywhere; the first to expire first.
     */
    List<ExpiringCredential> endingBy(LocalDate last, LocalDate today, Collection<ClinicId> clinics, int most) {
        var here = clinics.isEmpty() ? "1 = 0" : "h.clinic_id in (:clinics)";
        var asked = jdbc.sql("""
                select c.*, '' as verifier, p.title, p.given_name, p.family_name from credential c
                join practitioner p on p.id = c.practitioner_id
                where c.valid_until <= :last and c.revoked_on is null and p.active
                and not %s and not %s
                and (exists (select 1 from practitioner_hours h where h.practitioner_id = p.id and %s)
                    or not exists (select 1 from practitioner_hours h where h.practitioner_id = p.id))
                order by c.valid_until, c.practitioner_id, c.id limit :most""".formatted(CredentialConditions.REPLACED, CredentialConditions.RENEWED, here))
                .param("today", today)
                .param("last", last)
                .param("most", most);
        return (clinics.isEmpty() ? asked : asked.param("clinics", Ids.bytes(clinics, ClinicId::value)))
                .query((row, n) -> ending(row, today))
                .list();
    }

    private static ExpiringCredential ending(ResultSet row, LocalDate today) throws SQLException {
        var credential = row(row, 0);
        var until = Objects.requireNonNull(credential.draft().validUntil());
        return new ExpiringCredential(
                credential.id(),
                credential.practitioner(),
                PersonName.of(row.getString("title"), row.getString("given_name"), row.getString("family_name")),
                credential.draft().title(),
                until,
                ChronoUnit.DAYS.between(today, until),
                Objects.requireNonNull(credential.terms().warningDays(today)));
    }

    private static CredentialRow row(ResultSet row, int n) throws SQLException {
        var discipline = row.getString("discipline");
        var verifiedBy = row.getBytes("verified_by");
        var revokedOn = row.getObject("revoked_on", LocalDate.class);
        return new CredentialRow(
                new CredentialId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                new StaffId(Ids.uuid(row.getBytes("practitioner_id"))),
                new CredentialDraft(
                        CredentialKind.valueOf(row.getString("kind")),
                        discipline == null ? null : Discipline.valueOf(discipline),
                        row.getString("credential_number"),
                        row.getString("issuer"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)),
                verifiedBy == null
                        ? null
                        : new CredentialRow.Verification(
                                Utc.in(row, "verified_at"),
                                new StaffId(Ids.uuid(verifiedBy)),
                                Objects.requireNonNullElse(row.getString("verifier"), "")),
                revokedOn == null ? null : new CredentialRow.Revocation(revokedOn, row.getString("revoke_reason")));
    }
}
