package io.plumbline.leads.list;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.search.NameSpellings;
import io.plumbline.shared.search.SearchWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads leads of any status, newest first. Walks the index of each queue, merges the results into one page and joins
 * the names last.
 */
@Repository
class LeadListQuery {
    /** Limit on the leads that share a search prefix; a longer prefix finds the others. */
    private static final int MOST_FOUND = 1000;

    private static final int MOST_WORDS = 6;
    private static final int FEWEST_DIGITS = 3;
    private static final Pattern PART =
            Pattern.compile("(?<email>\\S*@\\S*)|(?<digits>\\+?\\(?\\d[\\d ().\\-/]*)|(?<words>[^\\s\\d]\\S*)");

    private static final String COLUMNS = """
            id, version, queue_id, full_name, phone, email, spoken_language, concern, source, status, received_at,
            first_attempt_at, first_attempt_by, lost_reason""";

    private static final String ROW = """
            select w.*, nullif(w.queue_id, x'00000000000000000000000000000000') as clinic_id,
                coalesce(w.spoken_language, '') as language, s.display_name as caller from (""";

    private static final String NEWEST_FIRST = " order by w.received_at desc, w.id desc";

    private final JdbcClient jdbc;

    LeadListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the leads of several queues that match a filter and follow a row. */
    List<LeadListRow> after(
            @Nullable LeadListRow after, int limit, List<ClinicId> queues, LeadFilter filter, ZoneId zone) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var spelled = spelled(filter.words());
        if (spelled.isEmpty() && !filter.words().isBlank()) {
            return List.of();
        }
        var union = new KeysetUnion();
        for (var queue : queues) {
            var values = new ArrayList<Object>();
            var from = from(queue, filter, zone, spelled, values);
            if (after != null) {
                from += " and received_at <= ? and (received_at < ? or id < ?)";
                values.addAll(List.of(after.receivedAt(), after.receivedAt(), after.id()));
            }
            union.add("select " + COLUMNS + from, values, order(filter, spelled), limit);
        }
        var page = union.page("received_at desc, id desc", limit);
        return jdbc.sql(ROW + page.sql() + ") w left join staff_account s on s.id = w.first_attempt_by" + NEWEST_FIRST)
                .params(page.params())
                .query(LeadListRow.class)
                .list();
    }

    /** Returns those of some leads that are in one of the queues, newest first. */
    List<LeadListRow> among(Set<LeadId> some, Set<ClinicId> queues) {
        if (some.isEmpty() || queues.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ROW + "select " + COLUMNS + " from consultation_lead where id in (:some)) w"
                        + " left join staff_account s on s.id = w.first_attempt_by where w.queue_id in (:queues)"
                        + NEWEST_FIRST)
                .param("some", some)
                .param("queues", queues)
                .query(LeadListRow.class)
                .list();
    }

    /** Counts the leads of several queues that match a filter, up to a limit. */
    long count(List<ClinicId> queues, LeadFilter filter, ZoneId zone, int most) {
        var spelled = spelled(filter.words());
        if (queues.isEmpty() || spelled.isEmpty() && !filter.words().isBlank()) {
            return 0;
        }
        var union = new KeysetUnion();
        for (var queue : queues) {
            var values = new ArrayList<Object>();
            var from = from(queue, filter, zone, spelled, values);
            union.add("select 1" + from, values, most);
        }
        var counted = union.count(most);
        return jdbc.sql(counted.sql())
                .params(counted.params())
                .query(Long.class)
                .single();
    }

    /** Puts the columns with an equality condition first, so that the index can be read in order. */
    private static String order(LeadFilter filter, List<List<String>> spelled) {
        var walked = !spelled.isEmpty()
                ? ""
                : filter.status() != null
                        ? "queue_id, status, "
                        : filter.caller() != null ? "queue_id, first_attempt_by, " : "queue_id, ";
        return walked + "received_at desc, id desc";
    }

    private static String from(
            ClinicId queue, LeadFilter filter, ZoneId zone, List<List<String>> spelled, List<Object> params) {
        var conditions = LeadConditions.of(queue, filter, zone);
        if (spelled.isEmpty()) {
            params.addAll(conditions.params());
            return " from consultation_lead where " + conditions.sql();
        }
        var found = spelled.stream()
                .map(beginnings -> found(queue, beginnings, params))
                .collect(Collectors.joining(" union "));
        params.addAll(conditions.params());
        return " from (" + found + ") found join consultation_lead on id = found.lead_id where " + conditions.sql();
    }

    /** Returns the leads with all the words of one spelling. */
    private static String found(ClinicId queue, List<String> beginnings, List<Object> params) {
        params.add(queue);
        var sql = new StringBuilder(
                        "select f.lead_id from (select distinct t.lead_id from lead_token t where t.queue_id = ?")
                .append(on("t", beginnings.getFirst(), params))
                .append(" limit ?) f");
        params.add(MOST_FOUND);
        var and = " where ";
        for (var other : beginnings.subList(1, beginnings.size())) {
            // a count, because MySQL would turn "exists" into a join and read all tokens
            sql.append(and)
                    .append("0 < (select count(*) from lead_token o where o.lead_id = f.lead_id")
                    .append(on("o", other, params))
                    .append(')');
            and = " and ";
        }
        return sql.toString();
    }

    private static String on(String table, String beginning, List<Object> params) {
        // only a word has others, which begin a token as it does
        var spellings = NameSpellings.of(beginning).stream()
                .filter(one -> one.equals(beginning) || one.indexOf(' ') < 0)
                .toList();
        spellings.forEach(one -> params.addAll(List.of(one, SearchWords.after(one))));
        return spellings.stream()
                .map(one -> "(" + table + ".token >= ? and " + table + ".token < ?)")
                .collect(Collectors.joining(" or ", " and (", ")"));
    }

    /** Returns the token prefixes as they were typed, and those of spellings with more or fewer words. */
    private static List<List<String>> spelled(String typed) {
        var asTyped = beginnings(typed);
        if (asTyped.isEmpty()) {
            return List.of();
        }
        var others = NameSpellings.of(typed).stream()
                .map(LeadListQuery::beginnings)
                .filter(beginnings -> !beginnings.isEmpty() && beginnings.size() != asTyped.size());
        return Stream.concat(Stream.of(asTyped), others).distinct().toList();
    }

    /** Splits the typed text into token prefixes, longest and so most selective first. */
    private static List<String> beginnings(String typed) {
        return PART.matcher(typed)
                .results()
                .limit(MOST_WORDS)
                .flatMap(LeadListQuery::tokens)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> tokens(MatchResult part) {
        if (part.group("email") != null) {
            return Stream.of(SearchWords.email(part.group()));
        }
        if (part.group("digits") != null) {
            var digits = part.group().replaceAll("\\D", "");
            return digits.length() >= FEWEST_DIGITS ? Stream.of(SearchWords.ending(digits)) : Stream.empty();
        }
        return SearchWords.words(part.group()).stream();
    }
}
