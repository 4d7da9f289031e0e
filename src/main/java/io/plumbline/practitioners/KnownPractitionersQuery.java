package io.plumbline.practitioners;

import io.plumbline.access.accounts.KnownPractitioners;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers what other modules ask about practitioners, without the current user's scope: those modules check it themselves. */
@Repository
class KnownPractitionersQuery implements KnownPractitioners {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    KnownPractitionersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<WithoutAccount> withoutAccount() {
        return jdbc.sql("""
                select p.id as staff_id, trim(concat(p.title, ' ', p.given_name, ' ', p.family_name)) as name
                from practitioner p
                where p.active = ? and not exists (select 1 from staff_account a where a.id = p.id)
                order by p.sort_key, p.id limit ?""").params(true, MOST).query(WithoutAccount.class).list();
    }
}
