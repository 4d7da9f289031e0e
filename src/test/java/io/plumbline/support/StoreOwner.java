package io.plumbline.support;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody who owns the store: may do there what the portal itself may not. */
public final class StoreOwner {
    /** Names all tables with what is signed, and with its parts. */
    public static final String[] SIGNED = {"session\\_note%", "intake\\_note%", "online\\_intake%", "%amendment%"};

    private final JdbcClient jdbc;
    private final boolean isH2;

    private StoreOwner(JdbcClient jdbc, boolean isH2) {
        this.jdbc = jdbc;
        this.isH2 = isH2;
    }

    /** The owner of a portal's store. On H2 there is one user, and the address of the store differs each time it is asked. */
    public static StoreOwner of(Environment environment, JdbcClient portal) {
        var url = environment.getRequiredProperty("spring.datasource.url");
        return url.startsWith("jdbc:h2:")
                ? new StoreOwner(portal, true)
                : new StoreOwner(
                        JdbcClient.create(new SingleConnectionDataSource(
                                url,
                                environment.getRequiredProperty("spring.flyway.user"),
                                environment.getRequiredProperty("spring.flyway.password"),
                                true)),
                        false);
    }

    /** By whom statements are run. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Lets the portal's user do what the owner may, or withdraws it: for a tampering that a transaction of the portal
     * makes, verifies and undoes. MySQL asks for these rights when it connects. On H2 that user is the owner.
     */
    public void shareRights(DataSource store, boolean isShared) throws SQLException {
        if (!isH2) {
            var portal = store.unwrap(HikariDataSource.class);
            jdbc.sql("%s all on %s.* %s '%s'@'%%'"
                            .formatted(
                                    isShared ? "grant" : "revoke",
                                    MySqlForTests.nameIn(portal.getJdbcUrl()),
                                    isShared ? "to" : "from",
                                    portal.getUsername()))
                    .update();
            Objects.requireNonNull(portal.getHikariPoolMXBean()).softEvictConnections();
        }
    }

    /** Empties tables, by what their names are like, whatever triggers say and whatever refers to their rows. */
    public void empty(String... likes) {
        jdbc.sql(isH2 ? "set referential_integrity false" : "set foreign_key_checks = 0")
                .update();
        for (var like : likes) {
            tables(like).forEach(table -> jdbc.sql("truncate table " + table).update());
        }
        jdbc.sql(isH2 ? "set referential_integrity true" : "set foreign_key_checks = 1")
                .update();
    }

    private List<String> tables(String like) {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = %s and table_type = 'BASE TABLE' and table_name like ?""".formatted(isH2 ? "'public'" : "database()"))
                .param(like)
                .query(String.class)
                .list();
    }
}
