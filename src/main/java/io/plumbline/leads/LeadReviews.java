package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the leads in clinical review with the answers that brought them there, in one statement. */
@Repository
class LeadReviews {
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    LeadReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The leads in clinical review of some queues, the one that came first at the top; at most a hundred. */
    List<LeadReview> of(Collection<ClinicId> queues, Instant now) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<LeadId, LeadReview>();
        jdbc.sql("""
                select l.*, s.display_name as taker, a.rule_id from (
                    select * from consultation_lead where queue_id in (:queues) and status = 'CLINICAL_REVIEW'
                    limit :most) l
                left join lead_safety_answer a on a.lead_id = l.id and a.answer = :yes
                left join staff_account s on s.id = l.review_taken_by""")
                .param("queues", Ids.bytes(queues, ClinicId::value))
                .param("most", MOST)
                .param("yes", SafetyAnswer.YES.code())
                .query((row, n) ->
                        found.merge(new LeadId(Ids.uuid(row.getBytes("id"))), review(row, now), LeadReviews::both))
                .list();
        return found.values().stream()
                .sorted(Comparator.comparing(LeadReview::receivedAt))
                .toList();
    }

    /** How many leads of some queues are in clinical review, up to a thousand. */
    long count(Collection<ClinicId> queues) {
        return queues.isEmpty()
                ? 0
                : jdbc.sql("""
                        select count(*) from (select 1 from consultation_lead
                        where queue_id in (:queues) and status = 'CLINICAL_REVIEW' limit 1000) waiting""")
                        .param("queues", Ids.bytes(queues, ClinicId::value))
                        .query(Long.class)
                        .single();
    }

    private static LeadReview both(LeadReview one, LeadReview other) {
        var yes = new ArrayList<>(one.yes());
        yes.addAll(other.yes());
        return new LeadReview(
                one.id(),
                one.version(),
                one.clinic(),
                one.fullName(),
                one.phone(),
                one.email(),
                one.concern(),
                one.since(),
                yes,
                one.receivedAt(),
                one.takenBy(),
                one.late());
    }

    private static LeadReview review(ResultSet row, Instant now) throws SQLException {
        var queue = new ClinicId(Ids.uuid(row.getBytes("queue_id")));
        var phone = row.getString("phone");
        var email = row.getString("email");
        var rule = row.getString("rule_id");
        return new LeadReview(
                new LeadId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                queue.equals(Lead.GROUP) ? null : queue,
                row.getString("full_name"),
                phone == null ? null : new PhoneNumber(phone),
                email == null ? null : new EmailAddress(email),
                row.getString("concern"),
                row.getString("since"),
                rule == null ? List.of() : List.of(rule),
                Utc.in(row, "received_at"),
                row.getString("taker"),
                !Utc.in(row, "overdue_at").isAfter(now));
    }
}
