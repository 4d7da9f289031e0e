package io.plumbline.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Remembers what the store of a portal had when it had started, and restores it. The demo clinic of one day is filled
 * once for all portals of a test run, because that takes long: the stores of the others begin with a copy of what the
 * first had then. So do those on MySQL with the tables of the first.
 */
@Component
@Primary
@Profile("test")
class StoreSnapshot implements FlywayMigrationStrategy {
    /** The statements that make a demo store, by the instant at which its clock stands. */
    private static final Map<String, List<String>> DEMOS = new ConcurrentHashMap<>();

    /** What the portal knows it has written and goes on with: who runs which job, and what it signs public forms with. */
    private static final Set<String> OF_THE_PORTAL = Set.of("job_lease", "form_secret");

    private final FlywayMigrationStrategy portal;
    private final JdbcTemplate store;
    private final ApplicationEventPublisher events;
    private final String url;
    private final String now;
    private final boolean isDemo;
    private List<String> atStart = List.of();
    private long lastChangeKept;
    private @Nullable String copyAtStart;

    StoreSnapshot(
            @Qualifier("databaseCheck") FlywayMigrationStrategy portal,
            DataSource store,
            ApplicationEventPublisher events,
            @Value("${spring.datasource.url}") String url,
            @Value("${plumbline.clock}") String now,
            @Value("${plumbline.demo}") boolean isDemo) {
        this.portal = portal;
        this.store = new JdbcTemplate(store);
        this.events = events;
        this.url = url;
        this.now = now;
        this.isDemo = isDemo;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (isDemo) {
            DEMOS.getOrDefault(now, List.of()).forEach(store::execute);
        }
        if (ChosenStore.isMySql()) {
            MySqlForTests.migrate(url, () -> portal.migrate(flyway));
        } else {
            portal.migrate(flyway);
        }
    }

    @EventListener
    void on(ContextRefreshedEvent started) {
        if (ChosenStore.isMySql()) {
            copyAtStart = MySqlForTests.copy(url);
        } else if (isDemo) {
            atStart = DEMOS.computeIfAbsent(now, first -> script());
            lastChangeKept = lastChange();
        } else {
            atStart = script();
            lastChangeKept = lastChange();
        }
    }

    /** Puts everything back that the store had when the portal had started. */
    void restore() {
        if (!ChosenStore.isMySql() && lastChange() == lastChangeKept) {
            return;
        }
        if (copyAtStart != null) {
            MySqlForTests.restore(url, copyAtStart, OF_THE_PORTAL);
        } else {
            store.execute((ConnectionCallback<@Nullable Void>) this::restore);
        }
        events.publishEvent(new StoreRestored());
        lastChangeKept = ChosenStore.isMySql() ? 0 : lastChange();
    }

    private @Nullable Void restore(Connection connection) throws SQLException {
        var kept = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            // jobs wait meanwhile, and find no table missing
            statement.execute("set exclusive 1");
            try {
                for (var table : OF_THE_PORTAL) {
                    kept.add("delete from " + table);
                    kept.addAll(insertsOf(table, statement));
                }
                statement.execute("drop all objects");
                for (var sql : atStart) {
                    statement.execute(sql);
                }
                for (var sql : kept) {
                    statement.execute(sql);
                }
            } finally {
                statement.execute("set exclusive false");
            }
        }
        return null;
    }

    private static List<String> insertsOf(String table, Statement statement) throws SQLException {
        var inserts = new ArrayList<String>();
        try (var script = statement.executeQuery("script nosettings table " + table)) {
            while (script.next()) {
                if (script.getString(1).startsWith("INSERT")) {
                    inserts.add(script.getString(1));
                }
            }
        }
        return inserts;
    }

    private long lastChange() {
        return Objects.requireNonNull(store.queryForObject(
                "select max(last_modification) from information_schema.tables where table_schema = 'public'",
                Long.class));
    }

    private List<String> script() {
        return store.queryForList("script", String.class);
    }
}
