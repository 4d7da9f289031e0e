package io.plumbline.startup;

import io.plumbline.shared.Count;
import io.plumbline.shared.StartRefused;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Migrates the store at the start of the portal and by {@code ./portal upgrade}; no other command does. Checks before
 * that the database product is supported and that the schema is one that this portal can use: its own, an older one that
 * it migrates, or a newer one to which nothing was done but to add. A migration that takes
 * away or narrows what an older portal needs is called <em>contracting</em>, and its name begins with "contract"; so the
 * history of the schema tells it to portals that do not know it. Portals of two releases can run beside each other as
 * long as none has run.
 */
@Component
class DatabaseCheck implements FlywayMigrationStrategy {
    /** As Flyway writes the name of a migration into the history. */
    private static final String CONTRACTING = "contract ";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);

    private final Environment environment;
    private final List<BeforeUpgrade> before;

    DatabaseCheck(Environment environment, List<BeforeUpgrade> before) {
        this.environment = environment;
        this.before = before;
    }

    /** Returns whether what starts may migrate the store. */
    static boolean isToMigrate(Environment environment) {
        return !environment.containsProperty(CommandRun.PROPERTY) || UpgradeCommand.isRunning(environment);
    }

    @Override
    public void migrate(Flyway flyway) {
        var server = DatabaseServerCheck.of(environment);
        server.ifPresent(DatabaseServerCheck::checkUsers);
        refuseUnlessKnown(product(flyway.getConfiguration().getDataSource()));
        var store = JdbcClient.create(flyway.getConfiguration().getDataSource());
        if (server.isPresent()) {
            UnfinishedRestore.refuseIfIn(store);
        }
        var info = flyway.info();
        refuseIfTooNew(info.all());
        var history = flyway.getConfiguration().getTable();
        var goesOn = server.isPresent() && UpgradeProgress.isLeft(history, store);
        if (!isToMigrate(environment)) {
            if (goesOn) throw new StartRefused(UpgradeCopy.COMMAND_HAS_TO_WAIT);
            refuseUnlessOurs(info.all(), false);
            refuseIfPending(info);
            return;
        }
        refuseUnlessOurs(info.all(), goesOn);
        var file = DatabaseFile.of(environment);
        if (info.applied().length == 0) {
            refuseUnlessEmpty(history, store);
            file.map(NewStore::new).ifPresent(NewStore::refuseUnlessMarked);
        }
        if (server.isPresent() && (info.pending().length > 0 || goesOn)) {
            upgrade(flyway, server.get());
        } else if (info.applied().length > 0 && info.pending().length > 0) {
            upgrade(flyway, file);
        } else {
            flyway.migrate();
            file.map(NewStore::new).ifPresent(NewStore::tablesAreMade);
        }
    }

    /** @param file none of a store in memory, of which no copy is made */
    private void upgrade(Flyway flyway, Optional<DatabaseFile> file) {
        makeReady(flyway);
        file.ifPresentOrElse(store -> StoreUpgrade.run(flyway, store), flyway::migrate);
    }

    /** Several nodes of a new release may start at once: one upgrades, and the others then find it done. */
    private void upgrade(Flyway flyway, DatabaseServerCheck server) {
        var configured = flyway.getConfiguration();
        var store = JdbcClient.create(configured.getDataSource());
        try (var turn = server.upgradeTurn()) {
            LOG.debug("No other portal upgrades while this one does: {}", turn);
            UnfinishedRestore.refuseIfIn(store);
            var info = flyway.info();
            var goesOn = UpgradeProgress.isLeft(configured.getTable(), store);
            if (info.pending().length == 0 && !goesOn) {
                return;
            }
            if (info.applied().length > 0 && !goesOn) {
                makeReady(flyway);
            }
            server.checkRights();
            StoreUpgrade.runOnServer(flyway);
        } catch (SQLException closing) {
            LOG.debug("MySQL did not close a connection", closing);
        }
    }

    private void makeReady(Flyway flyway) {
        before.forEach(one -> one.run(flyway.getConfiguration().getDataSource()));
    }

    private static void refuseIfPending(MigrationInfoService info) {
        if (info.applied().length == 0) {
            throw new StartRefused("This database has no store yet: start the portal first.");
        }
        if (info.pending().length > 0) {
            throw new StartRefused("This store belongs to an older Plumbline, and "
                    + Count.of(info.pending().length, "migration is", "migrations are")
                    + " pending: start the portal or run ./portal upgrade, then repeat this command.");
        }
    }

    private static String product(DataSource store) {
        try (var connection = store.getConnection()) {
            var about = connection.getMetaData();
            return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
        } catch (SQLException storeIsAway) {
            // the migration then reports the reason
            return "";
        }
    }

    /** Flyway would refuse too, and propose to take what is there for a store. */
    private static void refuseUnlessEmpty(String history, JdbcClient store) {
        var tables = store.sql("""
                        select table_name from information_schema.tables
                        where table_schema = schema() and lower(table_name) <> ? order by table_name
                        """)
                .param(DatabaseServerCheck.PROBE)
                .query(String.class)
                .list();
        if (!tables.isEmpty() && tables.stream().noneMatch(history::equalsIgnoreCase)) {
            throw new StartRefused(
                    "This database has %s that no Plumbline made, such as %s: name an empty database in SPRING_DATASOURCE_URL."
                            .formatted(Count.of(tables.size(), "table", "tables"), tables.getFirst()));
        }
    }

    /** @param product the name and version that the driver reports */
    static void refuseUnlessKnown(String product) {
        if (product.toLowerCase(Locale.ROOT).contains("mariadb")) {
            throw new StartRefused(
                    "This database is MariaDB, on which the codes of the audit trail would be wrong: Plumbline"
                            + " runs on MySQL 9.7.");
        }
        if (product.startsWith("MySQL 5.")) {
            throw new StartRefused("This database is " + product + ", which is too old: Plumbline runs on MySQL 9.7.");
        }
        if (product.startsWith("MySQL ") && !product.startsWith("MySQL 9.7")) {
            LOG.warn("This database is {}, and Plumbline is tested on MySQL 9.7", product);
        }
    }

    static void refuseIfTooNew(MigrationInfo[] all) {
        last(Arrays.stream(all).filter(DatabaseCheck::isTooNew)).ifPresent(newer -> {
            var ours = last(Arrays.stream(all).filter(one -> one.getState().isResolved()));
            throw new StartRefused("This store belongs to a newer Plumbline: it has the migration " + newer
                    + ", and this one knows "
                    + ours.map(MigrationVersion::toString).orElse("none")
                    + " as its last. Start the newer one, or restore the backup from before the upgrade.");
        });
    }

    /** Flyway would refuse too, and propose to change the history by hand. */
    private static void refuseUnlessOurs(MigrationInfo[] all, boolean goesOn) {
        for (var one : all) {
            if (one.getState() == MigrationState.FAILED) {
                if (goesOn) continue;
                throw new StartRefused("An upgrade of this store stopped in migration " + one.getVersion()
                        + ": restore the backup from before it, and start again.");
            }
            if (isAnother(one)) {
                throw new StartRefused("This store belongs to another Plumbline: its migration " + one.getVersion()
                        + " is not the one that this Plumbline has. Start the one that it belongs to.");
            }
        }
    }

    private static boolean isAnother(MigrationInfo one) {
        return one.getState() == MigrationState.MISSING_SUCCESS
                || one.getState() == MigrationState.MISSING_FAILED
                || one.getState().isApplied()
                        && one.getState().isResolved()
                        && !(one.isChecksumMatching() && one.isTypeMatching());
    }

    private static boolean isTooNew(MigrationInfo one) {
        return one.getState() == MigrationState.FUTURE_FAILED
                || one.getState() == MigrationState.FUTURE_SUCCESS
                        && one.getDescription().startsWith(CONTRACTING);
    }

    private static Optional<MigrationVersion> last(Stream<MigrationInfo> some) {
        return some.map(MigrationInfo::getVersion).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
