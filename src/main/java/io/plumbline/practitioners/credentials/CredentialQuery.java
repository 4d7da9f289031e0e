package io.plumbline.practitioners.credentials;

import io.plumbline.practitioners.PersonName;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Rows;
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
    private static final String ROW = """
            c.id, c.version, c.practitioner_id, c.kind, c.discipline, c.credential_number as number, c.issuer, c.valid_from,
                c.valid_until, c.verified_at as verification_at, c.verified_by as verification_by,
                case when c.verified_by is not null then coalesce(%s, '') end as verification_name,
                c.revoked_on as revocation_on, case when c.revoked_on is not null then c.revoke_reason end as revocation_reason""";

    private final JdbcClient jdbc;

    CredentialQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all credentials of some practitioners, the last to expire first. */
    List<CredentialRow> findByPractitioners(Collection<StaffId> practitioners) {
        return practitioners.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select %s from credential c
                        left join staff_account a on a.id = c.verified_by
                        where c.practitioner_id in (:who)
                        order by c.practitioner_id, coalesce(c.valid_until, date '9999-12-31') desc,
                            c.valid_from desc, c.id""".formatted(ROW.formatted("a.display_name")))
                        .param("who", practitioners)
                        .query(CredentialRow.class)
                        .list();
    }

    /**
     * Returns credentials that expire by a day or have expired, and that no other follows without a gap, for
     * practitioners who work at one of some clinics or have no hours anywhere; the first to expire first.
     */
    List<ExpiringCredential> endingBy(LocalDate last, LocalDate today, Collection<ClinicId> clinics, int most) {
        var credentials = Rows.of(CredentialRow.class);
        var here = clinics.isEmpty() ? "1 = 0" : "h.clinic_id in (:clinics)";
        var asked = jdbc.sql("""
                select %s, p.title, p.given_name, p.family_name from credential c
                join practitioner p on p.id = c.practitioner_id
                where c.valid_until <= :last and c.revoked_on is null and p.active
                and not %s and not %s
                and (exists (select 1 from practitioner_hours h where h.practitioner_id = p.id and %s)
                    or not exists (select 1 from practitioner_hours h where h.practitioner_id = p.id))
                order by c.valid_until, c.practitioner_id, c.id limit :most""".formatted(
                                ROW.formatted("''"), CredentialConditions.REPLACED, CredentialConditions.RENEWED, here))
                .param("today", today)
                .param("last", last)
                .param("most", most);
        return (clinics.isEmpty() ? asked : asked.param("clinics", clinics))
                .query((row, n) -> ending(credentials.mapRow(row, n), row, today))
                .list();
    }

    private static ExpiringCredential ending(CredentialRow credential, ResultSet row, LocalDate today)
            throws SQLException {
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
}
