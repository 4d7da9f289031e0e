package io.plumbline.referrals;

import io.plumbline.shared.search.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads pages of the contacts book in the order of its index. A search reads the book on until the page is full: a book
 * has hundreds of contacts, not a million.
 */
@Repository
class ContactQuery {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    ContactQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ContactRow> list(ContactFilter filter, @Nullable ContactRow after, int limit) {
        var sql = new StringBuilder("""
                select id, kind, name, organization, phone, active, search_words from referral_contact
                where search_words >= ? and (search_words > ? or id > ?)""");
        var from = after == null ? "" : after.searchWords();
        var params = new ArrayList<Object>(
                List.of(from, from, after == null ? FIRST : after.id().value()));
        if (!filter.withInactive()) {
            sql.append(" and active");
        }
        if (filter.kind() != null) {
            sql.append(" and kind = ?");
            params.add(filter.kind().name());
        }
        for (var word : SearchWords.words(filter.text())) {
            sql.append(" and search_words like ?");
            params.add("% " + word + "%");
        }
        params.add(limit);
        return jdbc.sql(sql + " order by search_words, id limit ?")
                .params(params)
                .query(ContactRow.class)
                .list();
    }

    long countActive() {
        return jdbc.sql("select count(*) from referral_contact where active")
                .query(Long.class)
                .single();
    }
}
