package io.plumbline.leads.duplicates;

import io.plumbline.access.SensitivePatients;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the pairs that the managers of several queues see: walks the index of each queue and merges the results. */
@Repository
class DuplicateCandidateQuery {
    private static final Instant NEVER_YET = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private static final String OLDEST_FIRST = """
            (select candidate_id, since from duplicate_candidate_queue
             where queue_id = ? and settled = ? and since >= ? and (since > ? or candidate_id > ?) and %s
             order by queue_id, settled, since, candidate_id limit ?)""";
    private static final String NEWEST_FIRST = """
            (select candidate_id, since from duplicate_candidate_queue
             where queue_id = ? and settled = ? and since <= ? and (since < ? or candidate_id < ?) and %s
             order by queue_id desc, settled desc, since desc, candidate_id desc limit ?)""";

    private static final String ROW = """
            select d.id, d.score, d.reasons, page.since, d.earlier_kind, d.earlier_id, d.settled_as,
                coalesce(s.display_name, 'Plumbline') as settler,
                a.id as a_id, a.version as a_version, a.queue_id as a_queue, a.full_name as a_name, a.status as a_status,
                a.received_at as a_received, b.id as b_id, b.version as b_version, b.queue_id as b_queue,
                b.full_name as b_name, b.status as b_status, b.received_at as b_received
            from (%s) page join duplicate_candidate d on d.id = page.candidate_id
            left join consultation_lead a on a.id = d.earlier_id join consultation_lead b on b.id = d.later_id
            left join staff_account s on s.id = d.settled_by""";

    private final JdbcClient jdbc;

    DuplicateCandidateQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a page: open pairs in the order in which they were found, settled pairs most recently settled first. */
    List<DuplicateCandidate> page(
            Collection<ClinicId> queues, boolean settled, @Nullable DuplicateCandidate after, int limit) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var since = after != null ? after.since() : settled ? NEVER_YET : Instant.EPOCH;
        var id = after != null ? after.id().value() : settled ? LAST : FIRST;
        var params = new ArrayList<Object>();
        for (var queue : queues) {
            params.addAll(List.of(queue, settled, since, since, id, limit));
        }
        params.add(limit);
        var order = settled ? "%1$s.since desc, %1$s.candidate_id desc" : "%1$s.since, %1$s.candidate_id";
        var ofOne = (settled ? NEWEST_FIRST : OLDEST_FIRST).formatted(visible());
        var page = "select candidate_id, since from ("
                + String.join(" union ", Collections.nCopies(queues.size(), ofOne))
                + ") every_queue order by " + order.formatted("every_queue") + " limit ?";
        return jdbc.sql(ROW.formatted(page) + " order by " + order.formatted("page"))
                .params(params)
                .query((row, n) -> duplicate(row, queues))
                .list();
    }

    /** Finds an open pair that the managers of one of these queues see; empty if it is settled. */
    Optional<DuplicateCandidate> waiting(DuplicateCandidateId id, Collection<ClinicId> queues) {
        return find(id, queues, false);
    }

    /** Finds a settled pair that the managers of one of these queues see; empty if it is open. */
    Optional<DuplicateCandidate> settled(DuplicateCandidateId id, Collection<ClinicId> queues) {
        return find(id, queues, true);
    }

    private Optional<DuplicateCandidate> find(DuplicateCandidateId id, Collection<ClinicId> queues, boolean settled) {
        return queues.isEmpty()
                ? Optional.empty()
                : jdbc.sql(ROW.formatted("""
                        select candidate_id, since from duplicate_candidate_queue
                        where candidate_id = :id and queue_id in (:queues) and settled = :settled and %s limit 1""".formatted(visible())))
                        .param("settled", settled)
                        .param("id", id)
                        .param("queues", queues)
                        .query((row, n) -> duplicate(row, queues))
                        .optional();
    }

    /** A pair with a sensitive patient is not for people who do not find that patient. */
    private static String visible() {
        return "exists (select 1 from duplicate_candidate v where v.id = duplicate_candidate_queue.candidate_id and "
                + SensitivePatients.visible("v.earlier_id") + ")";
    }

    private static DuplicateCandidate duplicate(ResultSet row, Collection<ClinicId> queues) throws SQLException {
        var isPatient = SubjectKind.valueOf(row.getString("earlier_kind")) == SubjectKind.PATIENT;
        var as = row.getString("settled_as");
        return new DuplicateCandidate(
                new DuplicateCandidateId(Ids.uuid(row.getBytes("id"))),
                row.getInt("score"),
                row.getString("reasons"),
                Utc.in(row, "since"),
                as == null
                        ? null
                        : new DuplicateCandidate.Settled(DuplicateOutcome.valueOf(as), row.getString("settler")),
                isPatient
                        ? new DuplicateCandidate.Known(new PatientId(Ids.uuid(row.getBytes("earlier_id"))), null)
                        : side(row, "a_", queues),
                side(row, "b_", queues));
    }

    private static DuplicateCandidate.Side side(ResultSet row, String of, Collection<ClinicId> queues)
            throws SQLException {
        var queue = new ClinicId(Ids.uuid(row.getBytes(of + "queue")));
        return new DuplicateCandidate.Side(
                new LeadId(Ids.uuid(row.getBytes(of + "id"))),
                row.getLong(of + "version"),
                LeadQueue.clinicOf(queue),
                queues.contains(queue) ? row.getString(of + "name") : null,
                LeadStatus.valueOf(row.getString(of + "status")),
                Utc.in(row, of + "received"));
    }
}
