package io.plumbline.leads;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which lead is merged into which other lead. */
@Repository
class LeadAliasStore {
    private final JdbcClient jdbc;

    LeadAliasStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(LeadId lead, LeadId kept, StaffId by, Instant at) {
        jdbc.sql("insert into lead_alias (id, lead_id, kept_id, merged_at, merged_by) values (?, ?, ?, ?, ?)")
                .params(Ids.next(), lead, kept, at, by)
                .update();
    }

    /** Ends a merge and keeps its record. */
    void end(LeadId lead, StaffId by, Instant at) {
        jdbc.sql("update lead_alias set unmerged_at = ?, unmerged_by = ? where merged_lead_id = ?")
                .params(at, by, lead)
                .update();
    }

    /** Returns the lead that a lead is merged into; empty if it is not merged. */
    Optional<LeadId> keptFor(LeadId lead) {
        return jdbc.sql("select kept_id from lead_alias where merged_lead_id = ?")
                .param(lead)
                .query(LeadId.class)
                .optional();
    }

    /** Returns whether another lead is merged into this one. */
    boolean hasOthers(LeadId kept) {
        return !jdbc.sql("select 1 from lead_alias where read_under_id = ? limit 1")
                .param(kept)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Returns the ids of the leads merged into one, in the order of the merges. */
    List<LeadId> mergedInto(LeadId kept) {
        return jdbc.sql("select lead_id from lead_alias where read_under_id = ? order by read_under_id, merged_at")
                .param(kept)
                .query(LeadId.class)
                .list();
    }

    /** Returns the leads merged into one, in the order of the merges. */
    List<LeadAlias> findByKept(
            LeadId kept,
            Function<LeadId, List<LeadDetails.Attempt>> attempts,
            Function<LeadId, List<LeadActivity>> steps) {
        return jdbc
                .sql("""
                        select l.*, coalesce(s.display_name, 'Plumbline') as merger
                        from lead_alias a join consultation_lead l on l.id = a.lead_id
                        left join staff_account s on s.id = a.merged_by
                        where a.read_under_id = ? order by a.read_under_id, a.merged_at""")
                .param(kept)
                .query((row, n) -> new LeadAlias(
                        new LeadId(Ids.uuid(row.getBytes("id"))),
                        row.getLong("version"),
                        LeadQueueQuery.draft(row),
                        row.getString("reference"),
                        Utc.in(row, "received_at"),
                        row.getString("merger"),
                        List.of(),
                        List.of()))
                .list()
                .stream()
                .map(alias -> alias.with(attempts.apply(alias.id()), steps.apply(alias.id())))
                .toList();
    }
}
