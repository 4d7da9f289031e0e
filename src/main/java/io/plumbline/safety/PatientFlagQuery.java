package io.plumbline.safety;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads all red flags of a patient's records: those in force first, most urgent first, then newest first. */
@Repository
class PatientFlagQuery {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final ScreeningRules rules;

    PatientFlagQuery(JdbcClient jdbc, ScreeningRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    List<FlagDetails> findByPatient(Collection<PatientId> records) {
        return jdbc.sql("""
                select f.*, s.display_name, k.display_name as acknowledger, q.display_name as proposer,
                    coalesce(r.display_name, :system) as raiser
                from (select red_flag.*, case when %s then 0 else 1 end as is_past from red_flag
                    where subject_id in (:patients)) f
                left join staff_account s on s.id = f.decided_by
                left join staff_account k on k.id = f.acknowledged_by
                left join staff_account r on r.id = f.raised_by
                left join staff_account q on q.id = f.proposed_by
                order by f.is_past, locate(f.flag_level, :urgency), f.raised_at desc
                limit :most""".formatted(OpenFlagQuery.IN_FORCE))
                .param("system", CurrentUser.SYSTEM.displayName())
                .param("patients", records)
                .param("urgency", FlagLevel.inOrder())
                .param("most", MOST)
                .query((row, n) -> new FlagDetails(
                        new FlagId(Ids.uuid(row.getBytes("id"))),
                        row.getLong("version"),
                        new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                        row.getString("flag"),
                        FlagLevel.valueOf(row.getString("flag_level")),
                        FlagStatus.valueOf(row.getString("status")),
                        finding(row, rules),
                        Acknowledgement.of(row),
                        row.getString("display_name"),
                        row.getString("decision_reason"),
                        row.getObject("monitored_until", LocalDate.class),
                        Evidence.of(row),
                        ProposedClearance.of(row),
                        row.getObject("outcome_due_at") == null ? null : Utc.in(row, "outcome_due_at")))
                .list();
    }

    /** Returns the level of the most urgent flag in force; empty if there is none. */
    Optional<FlagLevel> mostUrgentInForce(Collection<PatientId> records) {
        return jdbc.sql("""
                select flag_level from red_flag where subject_id in (:patients) and %s
                order by locate(flag_level, :urgency) limit 1""".formatted(OpenFlagQuery.IN_FORCE))
                .param("patients", records)
                .param("urgency", FlagLevel.inOrder())
                .query(String.class)
                .optional()
                .map(FlagLevel::valueOf);
    }

    /** Reads the finding, with the text of the current rules; the column {@code raiser} holds who raised it. */
    static FlagFinding finding(ResultSet row, ScreeningRules rules) throws SQLException {
        var rule = row.getString("rule_id");
        return new FlagFinding(
                rule,
                rules.rule(rule)
                        .filter(ScreeningRules.Rule::isAsked)
                        .map(ScreeningRules.Rule::question)
                        .orElse(""),
                Utc.in(row, "raised_at"),
                row.getString("raiser"),
                Ids.read(row, "found_in", ClinicalNoteId::new));
    }
}
