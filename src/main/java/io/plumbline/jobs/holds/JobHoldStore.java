package io.plumbline.jobs.holds;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes job holds, and how many records each job removed on each day. */
@Repository
class JobHoldStore {
    /** In place of a job where all of them wait. */
    private static final String ALL_JOBS = "CLOCK";

    private final JdbcClient jdbc;

    JobHoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the holds that nobody has released yet, oldest first. */
    List<JobHold> open() {
        return jdbc.sql("select * from job_hold where open_for is not null order by id")
                .query((row, n) -> hold(row))
                .list();
    }

    /** Adds a hold, unless the same jobs wait already; returns whether it did. */
    boolean add(JobHold hold) {
        try {
            var insert = jdbc.sql("""
                    insert into job_hold (id, since_at, open_for, newest_entry_at, due, in_all)
                    values (:id, :since, :for, :newest, :due, :all)""").param("id", hold.id()).param("since", hold.since());
            var filled =
                    switch (hold) {
                        case JobHold.OfClock clock ->
                            insert.param("for", ALL_JOBS)
                                    .param("newest", clock.newest())
                                    .param("due", null)
                                    .param("all", null);
                        case JobHold.OfJob one ->
                            insert.param("for", one.job().name())
                                    .param("newest", null)
                                    .param("due", one.due())
                                    .param("all", one.inAll());
                    };
            return filled.update() == 1;
        } catch (DuplicateKeyException waitsAlready) {
            return false;
        }
    }

    /** Releases a hold, once; returns whether it was open. */
    boolean release(JobHoldId id, StaffId by, Instant at, String reason) {
        return jdbc.sql("""
                        update job_hold set released_for = open_for, open_for = null,
                            released_at = ?, released_by = ?, reason = ?
                        where id = ? and open_for is not null""").params(at, by, reason, id).update() == 1;
    }

    /** Returns whether an administrator released the job at or after an instant. */
    boolean isReleasedSince(RemovalJob job, Instant since) {
        return jdbc.sql("select count(*) from job_hold where released_for = ? and released_at >= ?")
                        .params(job.name(), since)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Returns how many records a job removed on a day and after it. */
    long removedSince(RemovalJob job, LocalDate day) {
        return jdbc.sql("select coalesce(sum(removed), 0) from job_removal where job = ? and removed_on >= ?")
                .params(job.name(), day)
                .query(Long.class)
                .single();
    }

    /** Adds to the records that a job removed on a day. Only one node at a time runs a job. */
    void addRemoved(RemovalJob job, LocalDate day, int removed) {
        var isKnown = jdbc.sql("update job_removal set removed = removed + ? where job = ? and removed_on = ?")
                        .params(removed, job.name(), day)
                        .update()
                == 1;
        if (!isKnown) {
            jdbc.sql("insert into job_removal (job, removed_on, removed) values (?, ?, ?)")
                    .params(job.name(), day, removed)
                    .update();
        }
    }

    private static JobHold hold(ResultSet row) throws SQLException {
        var id = new JobHoldId(Ids.uuid(row.getBytes("id")));
        var since = Utc.in(row, "since_at");
        var waits = row.getString("open_for");
        return waits.equals(ALL_JOBS)
                ? new JobHold.OfClock(id, since, Utc.in(row, "newest_entry_at"))
                : new JobHold.OfJob(id, since, RemovalJob.valueOf(waits), row.getLong("due"), row.getLong("in_all"));
    }
}
