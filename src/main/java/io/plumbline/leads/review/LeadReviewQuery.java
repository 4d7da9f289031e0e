package io.plumbline.leads.review;

import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.person.SafetyAnswer;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the leads in clinical review with their positive safety answers, in one statement. */
@Repository
class LeadReviewQuery {
    private static final String RANK = "locate(review_level, '" + FlagLevel.inOrder() + "')";
    private static final String IN_REVIEW =
            "select * from consultation_lead where queue_id = ? and status = 'CLINICAL_REVIEW'";

    private final JdbcClient jdbc;
    private final ScreeningRules rules;

    LeadReviewQuery(JdbcClient jdbc, ScreeningRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Returns a page of the leads in clinical review of several queues, in the order of {@link ReviewItem#ORDER}. */
    List<LeadReview> page(
            Collection<ClinicId> queues, FlagFilter filter, @Nullable ReviewItem after, int limit, Instant now) {
        var where = new StringBuilder();
        var its = new ArrayList<Object>();
        if (filter.level() != null) {
            where.append(" and review_level = ?");
            its.add(filter.level().name());
        }
        if (after != null) {
            where.append(" and %1$s >= ? and (%1$s > ? or review_since >= ? and (review_since > ? or id > ?))"
                    .formatted(RANK));
            var rank = after.level().ordinal() + 1;
            its.addAll(List.of(rank, rank, after.waitingSince(), after.waitingSince(), after.key()));
        }
        var asked = queues.stream()
                .filter(queue -> filter.clinic() == null || queue.equals(filter.clinic()))
                .toList();
        return rows(asked, where.toString(), its, limit, now);
    }

    Optional<LeadReview> find(Collection<ClinicId> queues, LeadId id, Instant now) {
        return rows(queues, " and id = ?", List.of(id), 1, now).stream().findFirst();
    }

    /** Queries each queue separately: with several queues at once, H2 would read all their leads. */
    private List<LeadReview> rows(Collection<ClinicId> queues, String condition, List<?> its, int limit, Instant now) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var order = RANK + ", review_since, id";
        var union = new KeysetUnion();
        for (var queue : queues) {
            var values = new ArrayList<Object>(List.of(queue));
            values.addAll(its);
            union.add(IN_REVIEW + condition, values, order, limit);
        }
        var page = union.page(order, limit);
        var found = new LinkedHashMap<LeadId, LeadReview>();
        jdbc.sql("""
                select l.*, s.display_name as taker, a.rule_id from (%1$s) l
                left join lead_safety_answer a on a.lead_id = l.id and a.answer = ?
                left join staff_account s on s.id = l.review_taken_by
                order by %2$s, l.review_since, l.id, a.rule_id""".formatted(page.sql(), RANK))
                .params(page.params())
                .param(SafetyAnswer.YES.code())
                .query((row, n) ->
                        found.merge(new LeadId(Ids.uuid(row.getBytes("id"))), review(row, now), LeadReviewQuery::both))
                .list();
        return List.copyOf(found.values());
    }

    /** Counts the leads of several queues that are in clinical review, up to a thousand. */
    long count(Collection<ClinicId> queues) {
        return queues.isEmpty()
                ? 0
                : jdbc.sql("""
                        select count(*) from (select 1 from consultation_lead
                        where queue_id in (:queues) and status = 'CLINICAL_REVIEW' limit 1000) waiting""").param("queues", queues).query(Long.class).single();
    }

    /** Returns the decisions that a person made since an instant and did not undo, newest first. */
    List<LeadReview.Decision> decided(StaffId by, Instant since) {
        return jdbc.sql("""
                select d.lead_id, d.outcome, d.reason, d.decided_at, l.full_name
                from lead_review_decision d join consultation_lead l on l.id = d.lead_id
                where d.decided_by = ? and d.decided_at > ? and d.undone_at is null
                order by d.decided_by, d.decided_at desc limit 20""").params(by, since).query(LeadReview.Decision.class).list();
    }

    private static LeadReview both(LeadReview one, LeadReview other) {
        return new LeadReview(
                one.id(),
                one.version(),
                one.clinic(),
                one.fullName(),
                one.phone(),
                one.email(),
                one.concern(),
                one.since(),
                one.level(),
                Stream.concat(one.yes().stream(), other.yes().stream()).toList(),
                Stream.concat(one.flags().stream(), other.flags().stream()).toList(),
                one.waitingSince(),
                one.takenBy(),
                one.late());
    }

    /** A bare fact, which counts only together with others, has no name but its question. */
    private static String named(ScreeningRules.Rule rule) {
        return rule.flag().isEmpty() ? rule.words() : rule.flag();
    }

    private LeadReview review(ResultSet row, Instant now) throws SQLException {
        var queue = new ClinicId(Ids.uuid(row.getBytes("queue_id")));
        var phone = row.getString("phone");
        var email = row.getString("email");
        var rule = row.getString("rule_id");
        return new LeadReview(
                new LeadId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                LeadQueue.clinicOf(queue),
                row.getString("full_name"),
                phone == null ? null : new PhoneNumber(phone),
                email == null ? null : new EmailAddress(email),
                row.getString("concern"),
                row.getString("since"),
                FlagLevel.valueOf(row.getString("review_level")),
                rule == null ? List.of() : List.of(rule),
                rule == null
                        ? List.of()
                        : List.of(rules.rule(rule).map(LeadReviewQuery::named).orElse(rule)),
                Utc.in(row, "review_since"),
                row.getString("taker"),
                !Utc.in(row, "overdue_at").isAfter(now));
    }
}
