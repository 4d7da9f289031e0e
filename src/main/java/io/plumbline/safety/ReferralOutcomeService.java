package io.plumbline.safety;

import io.plumbline.access.RelationService;
import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals with an overdue outcome: for a chiropractor, those of their patients; for a manager, those of their
 * clinics. The rows have no clinical content, so that the manager may read them.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.HOLD_FOLLOW)
public class ReferralOutcomeService {
    private final JdbcClient jdbc;
    private final RelationService relations;
    private final Clock clock;

    ReferralOutcomeService(JdbcClient jdbc, RelationService relations, Clock clock) {
        this.jdbc = jdbc;
        this.relations = relations;
        this.clock = clock;
    }

    /** Returns the referrals with an overdue outcome, one per patient, longest overdue first. */
    public List<OverdueOutcome> overdue(int limit) {
        var scope = relations.scope();
        var user = CurrentUser.current();
        // the front desk's scope has clinics and a therapist's has patients, but neither follows referrals
        var clinics = user.has(Role.MANAGER) ? scope.clinics() : Set.<ClinicId>of();
        var patients = user.has(Role.CHIROPRACTOR) ? scope.patients() : Set.<PatientId>of();
        var shown = new HashSet<PatientId>();
        // a manager who also treats sees both
        return Stream.concat(
                        overdue("clinic_id", clinics, limit).stream(), overdue("subject_id", patients, limit).stream())
                .sorted(Comparator.comparing(OverdueOutcome::dueAt))
                .filter(row -> shown.add(row.patient()))
                .limit(limit)
                .toList();
    }

    private List<OverdueOutcome> overdue(String column, Collection<? extends Id> some, int limit) {
        if (some.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SensitivePatients.masked("""
                select p.id as patient_id, p.shown_as as patient_name, f.referred_at, f.due_at
                from (select subject_id, min(decided_at) as referred_at, min(outcome_due_at) as due_at from red_flag
                    where %s in (:some) and outcome_due_at <= :now
                    group by subject_id order by due_at, subject_id limit :most) f
                join patient p on p.id = f.subject_id
                order by f.due_at, p.id""".formatted(column)))
                .param("some", some)
                .param("now", clock.instant())
                .param("most", limit)
                .query(OverdueOutcome.class)
                .list();
    }
}
