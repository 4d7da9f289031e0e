package io.plumbline.safety;

import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Red flags on nobody's list: no chiropractor with an active account has a relation to the patient, for example because
 * none works at the clinic where the flag was raised. For a manager, those of their clinics. The rows have no clinical
 * content.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.HOLD_FOLLOW)
public class UnattendedFlagService {
    private final JdbcClient jdbc;
    private final Clock clock;

    UnattendedFlagService(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the patients with such a flag, longest waiting first. */
    public List<UnattendedFlag> waiting(int limit) {
        var mine = CurrentUser.current().clinicsAs(Role.MANAGER);
        if (mine.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SensitivePatients.masked(
                        """
                        select p.id as patient_id, p.shown_as as patient_name, f.raised_at as waiting_since
                        from (select subject_id, min(raised_at) as raised_at from red_flag
                            where status in (:open) and clinic_id in (:clinics) and not exists (
                                select 1 from patient_relation r join staff_account s on s.id = r.staff_id
                                where r.patient_id = red_flag.subject_id and r.from_on <= :today and r.until_on >= :today
                                    and s.status = 'ACTIVE' and s.roles like :chiropractor
                                    and (not exists (select 1 from staff_account_clinic w
                                        where w.staff_id = s.id and w.without_roles like :chiropractor)
                                      or exists (select 1 from staff_account_clinic w
                                        join patient_clinic c on c.clinic_id = w.clinic_id
                                        where c.patient_id = red_flag.subject_id and w.staff_id = s.id
                                          and w.without_roles not like :chiropractor))
                                    and %s)
                            group by subject_id order by raised_at, subject_id limit :most) f
                        join patient p on p.id = f.subject_id
                        order by f.raised_at, p.id""".formatted(SensitivePatients.visibleTo("s.id", "red_flag.subject_id"))))
                .param(
                        "open",
                        FlagStatus.AWAITING_DECISION.stream()
                                .map(FlagStatus::name)
                                .toList())
                .param("clinics", mine)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("chiropractor", "%" + Role.CHIROPRACTOR.name() + "%")
                .param("most", limit)
                .query(UnattendedFlag.class)
                .list();
    }
}
