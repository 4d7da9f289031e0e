package io.plumbline.support;

import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
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
    private @Nullable H2Snapshot snapshot;
    private @Nullable String copy;
    private boolean isToBeRestored;

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
            copy = MySqlForTests.copy(url);
        } else {
            snapshot = new H2Snapshot(isDemo ? DEMOS.computeIfAbsent(now, first -> script()) : script(), store);
        }
    }

    /** Lets the next test class find everything as it was when the portal had started. */
    void restoreForNext() {
        isToBeRestored = true;
    }

    /** Does so if the last test class asked for it. */
    void restoreIfAsked() {
        if (isToBeRestored) {
            restore();
        }
    }

    /** Puts everything back that the store had when the portal had started. */
    void restore() {
        isToBeRestored = false;
        if (copy != null) {
            MySqlForTests.restore(url, copy, OF_THE_PORTAL);
        } else if (snapshot == null || snapshot.isHeldBy(store)) {
            return;
        } else {
            store.execute((ConnectionCallback<@Nullable Void>) connection -> {
                snapshot.restore(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), OF_THE_PORTAL);
                return null;
            });
        }
        events.publishEvent(new StoreRestored());
    }

    private List<String> script() {
        return store.queryForList("script", String.class);
    }
}
