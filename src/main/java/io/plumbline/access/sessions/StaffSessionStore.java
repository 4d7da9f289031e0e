package io.plumbline.access.sessions;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the running sessions. */
@Repository
class StaffSessionStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StaffSessionStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(StaffSessionId id, StaffId staff, String device, String address, Instant at) {
        jdbc.sql("""
                insert into staff_session (id, staff_id, started_at, last_action_at, seen_at, device, address)
                values (?, ?, ?, ?, ?, ?, ?)""").params(id, staff, at, at, at, device, address).update();
    }

    List<StaffSessionRow> findSeenSince(StaffId staff, Instant since, int limit) {
        return jdbc.sql("""
                select id, started_at, last_action_at, device, address from staff_session
                where staff_id = ? and seen_at >= ? order by last_action_at desc, id desc limit ?""")
                .params(staff, since, limit)
                .query(StaffSessionRow.class)
                .list();
    }

    int delete(StaffId staff, StaffSessionId id) {
        return jdbc.sql("delete from staff_session where staff_id = ? and id = ?")
                .params(staff, id)
                .update();
    }

    int deleteOthers(StaffId staff, @Nullable StaffSessionId kept) {
        return jdbc.sql("delete from staff_session where staff_id = ? and id <> ?")
                .params(staff, kept == null ? staff.value() : kept.value())
                .update();
    }

    void delete(StaffSessionId id) {
        jdbc.sql("delete from staff_session where id = ?").params(id).update();
    }

    int deleteNotSeenSince(Instant since) {
        return jdbc.sql("delete from staff_session where seen_at < ?")
                .params(since)
                .update();
    }

    void keep(Map<StaffSessionId, Instant> lastActions, Instant now) {
        batches.batchUpdate(
                "update staff_session set last_action_at = ?, seen_at = ? where id = ?",
                lastActions.entrySet().stream()
                        .map(one -> new Object[] {
                            Utc.of(one.getValue()),
                            Utc.of(now),
                            Ids.bytes(one.getKey().value())
                        })
                        .toList());
    }
}
