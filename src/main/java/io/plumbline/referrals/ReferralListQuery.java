package io.plumbline.referrals;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.FilteredPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pages of the referrals of some patients; the first page comes with the counts, in one statement. */
@Repository
class ReferralListQuery {
    private static final String OVERDUE = "status = 'ACTIVE' and overdue_at <= ?";

    private final JdbcClient jdbc;

    ReferralListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose referrals are read.
     *
     * @param askedBy only those of this person; null for all
     */
    record Scope(Collection<PatientId> patients, @Nullable StaffId askedBy) {
        private String where() {
            return "patient_id in (" + String.join(", ", Collections.nCopies(patients.size(), "?")) + ")"
                    + (askedBy == null ? "" : " and asked_by = ?");
        }

        private List<Object> params() {
            var params = new ArrayList<Object>(patients);
            if (askedBy != null) {
                params.add(askedBy);
            }
            return params;
        }
    }

    /** Returns the first page with the counts. */
    FilteredPage<ReferralRow, ReferralFilter> first(Scope scope, ReferralFilter filter, Instant now, int limit) {
        if (scope.patients().isEmpty()) {
            return FilteredPage.empty();
        }
        var params = new ArrayList<Object>(List.of(now));
        params.addAll(scope.params());
        var page = page(scope, filter, now, null, limit, params);
        return jdbc.sql("""
                select %s, c.of_open, c.of_overdue, c.of_answered, c.of_all
                from (select count(case when status = 'ACTIVE' then 1 end) as of_open,
                        count(case when %s then 1 end) as of_overdue,
                        count(case when status = 'ANSWERED' then 1 end) as of_answered,
                        count(*) as of_all
                    from referral where %s) c
                left join (%s) r on 1 = 1
                left join patient p on p.id = r.patient_id
                left join staff_account a on a.id = r.asked_by
                order by %s""".formatted(ReferralQuery.LINE, OVERDUE, scope.where(), page, order(filter, "r.")))
                .params(params)
                .query(FilteredPage.reader(ReferralRow.class, ReferralFilter.class));
    }

    /** Returns the page after a row. */
    List<ReferralRow> next(Scope scope, ReferralFilter filter, Instant now, ReferralRow after, int limit) {
        if (scope.patients().isEmpty()) {
            return List.of();
        }
        var params = new ArrayList<Object>();
        var page = page(scope, filter, now, after, limit, params);
        return jdbc.sql("""
                select %s
                from (%s) r
                join patient p on p.id = r.patient_id
                left join staff_account a on a.id = r.asked_by
                order by %s""".formatted(ReferralQuery.LINE, page, order(filter, "r.")))
                .params(params)
                .query(ReferralRow.class)
                .list();
    }

    /** Returns how many open referrals of some patients are overdue. */
    long countOverdue(Scope scope, Instant now) {
        if (scope.patients().isEmpty()) {
            return 0;
        }
        var params = new ArrayList<>(scope.params());
        params.add(now);
        return jdbc.sql("select count(*) from referral where " + scope.where() + " and " + OVERDUE)
                .params(params)
                .query(Long.class)
                .single();
    }

    private static String page(
            Scope scope,
            ReferralFilter filter,
            Instant now,
            @Nullable ReferralRow after,
            int limit,
            List<Object> params) {
        params.addAll(scope.params());
        var sql = new StringBuilder("select * from referral where " + scope.where());
        switch (filter) {
            case OPEN -> sql.append(" and status = 'ACTIVE'");
            case OVERDUE -> {
                sql.append(" and ").append(OVERDUE);
                params.add(now);
            }
            case ANSWERED -> sql.append(" and status = 'ANSWERED'");
            case ALL -> {}
        }
        if (after != null) {
            var beyond = filter.isAscending() ? ">" : "<";
            sql.append(" and %1$s %2$s= ? and (%1$s %2$s ? or id %2$s ?)".formatted(filter.key(), beyond));
            params.addAll(List.of(after.key(filter), after.key(filter), after.id()));
        }
        params.add(limit);
        return sql + " order by " + order(filter, "") + " limit ?";
    }

    private static String order(ReferralFilter filter, String table) {
        var direction = filter.isAscending() ? "" : " desc";
        return table + filter.key() + direction + ", " + table + "id" + direction;
    }
}
