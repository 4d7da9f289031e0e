package io.plumbline.downtime;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes outages, and reads from the leases of the jobs when a portal last ran. */
@Repository
class OutageStore {
    private final JdbcClient jdbc;

    OutageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns for how long no portal has run a job, which each does every minute; empty if none ever did. Measured by the clock of
     * the database, as the leases are.
     */
    Optional<Duration> sinceLastJob() {
        return jdbc.sql("select timestampdiff(second, max(held_since), localtimestamp(3)) as seconds from job_lease")
                .query((row, n) -> row.getObject("seconds", Long.class))
                .optional()
                .map(Duration::ofSeconds);
    }

    /** Returns whether an outage of a clinic ended after an instant. */
    boolean isNoted(ClinicId clinic, Instant since) {
        return jdbc.sql("select 1 from portal_outage where clinic_id = ? and back_at > ? limit 1")
                .params(clinic, since)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void add(Outage outage) {
        jdbc.sql("insert into portal_outage (id, clinic_id, away_from, back_at) values (?, ?, ?, ?)")
                .params(outage.id(), outage.clinic(), outage.awayFrom(), outage.backAt())
                .update();
    }

    /** Returns the outages of some clinics that nobody dismissed, oldest first. */
    List<Outage> open(Collection<ClinicId> clinics, Instant since) {
        return clinics.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select * from portal_outage
                        where clinic_id in (:clinics) and back_at >= :since and dismissed_at is null order by back_at, id""")
                        .param("clinics", clinics)
                        .param("since", since)
                        .query(Outage.class)
                        .list();
    }

    /** Returns whether a clinic has one that nobody dismissed. */
    boolean isAnyOpen(Instant since) {
        return jdbc.sql("select 1 from portal_outage where back_at >= ? and dismissed_at is null limit 1")
                .param(since)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Outage> find(OutageId id) {
        return jdbc.sql("select * from portal_outage where id = ?")
                .param(id)
                .query(Outage.class)
                .optional();
    }

    /** Dismisses an outage, once; returns whether it was open. */
    boolean dismiss(OutageId id, StaffId by, Instant at) {
        return jdbc.sql(
                                "update portal_outage set dismissed_by = ?, dismissed_at = ? where id = ? and dismissed_at is null")
                        .params(by, at, id)
                        .update()
                == 1;
    }
}
