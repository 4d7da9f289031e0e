package io.plumbline.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo clinic of one day is told once for all portals of a test run, because that takes long: the stores of the
 * others begin with a copy of what the first had then. So do those on MySQL with the tables of the first.
 */
@Component
@Primary
@Profile("test")
class DemoFilledOnce implements FlywayMigrationStrategy {
    /** The statements that make such a store, by the instant at which its clock stands. */
    private static final Map<String, List<String>> COPIES = new ConcurrentHashMap<>();

    private final FlywayMigrationStrategy portal;
    private final DataSource store;
    private final String url;
    private final String now;
    private final boolean isDemo;

    DemoFilledOnce(
            @Qualifier("databaseCheck") FlywayMigrationStrategy portal,
            DataSource store,
            @Value("${spring.datasource.url}") String url,
            @Value("${plumbline.clock}") String now,
            @Value("${plumbline.demo}") boolean isDemo) {
        this.portal = portal;
        this.store = store;
        this.url = url;
        this.now = now;
        this.isDemo = isDemo;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (isDemo) {
            var connection = new JdbcTemplate(store);
            COPIES.getOrDefault(now, List.of()).forEach(connection::execute);
        }
        if (ChosenStore.isMySql()) {
            MySqlForTests.migrate(url, () -> portal.migrate(flyway));
        } else {
            portal.migrate(flyway);
        }
    }

    @EventListener
    void on(ContextRefreshedEvent started) {
        if (isDemo) {
            COPIES.computeIfAbsent(now, first -> JdbcClient.create(store)
                    .sql("script")
                    .query(String.class)
                    .list());
        }
    }
}
