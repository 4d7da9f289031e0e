package io.plumbline.patients.sensitive;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who are named for a sensitive patient who else opened the record. */
@Service
@Transactional
@Requires(Permission.PATIENT_READ)
public class SensitiveAccessService {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SensitiveAccessService(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Returns the break-glass access of colleagues to the sensitive patients for whom the current user is named, until it is
     * reviewed, newest first; without the reason. Records the list in the audit trail.
     */
    public List<SensitiveAccess> findByOthers(int limit) {
        var found = jdbc.sql("""
                select b.patient_id, b.opened_at, s.display_name as `by`, p.shown_as as patient_name
                from sensitive_patient_reader n
                join break_glass_access b on b.patient_id = n.patient_id and b.staff_id <> n.staff_id
                    and b.reviewed_at is null
                join patient p on p.id = b.patient_id
                join staff_account s on s.id = b.staff_id
                where n.staff_id = :me order by b.opened_at desc, b.id desc limit :most""")
                .param("me", CurrentUser.current().staff())
                .param("most", limit)
                .query(SensitiveAccess.class)
                .list();
        if (!found.isEmpty()) {
            events.publishEvent(PeopleListed.of("opening.listed", found.size()).upTo(limit));
        }
        return found;
    }
}
