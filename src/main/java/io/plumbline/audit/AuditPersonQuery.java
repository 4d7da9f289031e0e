package io.plumbline.audit;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the actors to filter by: accounts, the portal itself, and unknown accounts. */
@Repository
class AuditPersonQuery {
    static final String UNKNOWN = "Unknown account";

    private static final List<AuditPerson> BESIDE_ACCOUNTS = List.of(
            new AuditPerson(CurrentUser.SYSTEM.staff(), CurrentUser.SYSTEM.displayName(), ""),
            new AuditPerson(StaffId.NOBODY, UNKNOWN, ""));

    private final JdbcClient jdbc;

    AuditPersonQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AuditPerson> named(String text, int offset, int limit) {
        var typed = text.strip().toLowerCase(Locale.ROOT);
        var beside = BESIDE_ACCOUNTS.stream()
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(typed))
                .toList();
        var people = new ArrayList<>(beside.stream().skip(offset).limit(limit).toList());
        people.addAll(accounts(typed, Math.max(0, offset - beside.size()), limit - people.size()));
        return people;
    }

    Optional<AuditPerson> find(StaffId id) {
        return Stream.concat(
                        BESIDE_ACCOUNTS.stream().filter(person -> person.id().equals(id)),
                        jdbc
                                .sql("select id, display_name as name, username from staff_account where id = ?")
                                .param(id)
                                .query(AuditPerson.class)
                                .list()
                                .stream())
                .findFirst();
    }

    private List<AuditPerson> accounts(String typed, int offset, int limit) {
        // a few thousand at most, so a substring search is fast enough
        return jdbc.sql("""
                select id, display_name as name, username from staff_account
                where locate(:typed, lower(display_name)) > 0 or locate(:typed, username) > 0
                order by display_name, id limit :limit offset :offset""")
                .param("typed", typed)
                .param("limit", limit)
                .param("offset", offset)
                .query(AuditPerson.class)
                .list();
    }
}
