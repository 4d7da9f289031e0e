package io.plumbline.demo;

import io.plumbline.shared.StartRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps demo and real data apart. One row in the database records which of the two it holds. Before the web server
 * starts, this class refuses to start if they would mix, and fills a new demo database in one transaction. The requests
 * from the public form follow after that.
 */
@Component
class StoreKind implements SmartLifecycle {
    private static final String DEMO = "DEMO";
    private static final String REAL = "REAL";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DemoClinic demoClinic;
    private final DemoRequests demoRequests;
    private final Clock clock;
    private final boolean demo;
    private final String store;
    private final String address;
    private volatile boolean opened;

    StoreKind(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DemoClinic demoClinic,
            DemoRequests demoRequests,
            Clock clock,
            @Value("${plumbline.demo}") boolean demo,
            @Value("${spring.datasource.url}") String store,
            @Value("${server.address:}") String address) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.demoClinic = demoClinic;
        this.demoRequests = demoRequests;
        this.clock = clock;
        this.demo = demo;
        this.store = store;
        this.address = address;
    }

    /** Runs before the web server, which starts among the last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return opened;
    }

    @Override
    public void stop() {
        opened = false;
    }

    @Override
    public void start() {
        if (demo && store.startsWith("jdbc:mysql:")) {
            throw new StartRefused("The demo clinic never runs on MySQL: set PLUMBLINE_DEMO=false.");
        }
        if (demo && !isLoopback()) {
            throw new StartRefused("The demo clinic has known passwords and only listens on this machine: "
                    + "set SERVER_ADDRESS=127.0.0.1, or PLUMBLINE_DEMO=false.");
        }
        refuseLooseComparison();
        var isNewDemo = Boolean.TRUE.equals(transaction.execute(status -> open()));
        if (isNewDemo) {
            demoRequests.fill();
        }
        opened = true;
    }

    /** Names, codes and user names must be compared byte by byte on every database. */
    private void refuseLooseComparison() {
        if (store.startsWith("jdbc:mysql:")) {
            var collation =
                    jdbc.sql("select @@collation_database").query(String.class).single();
            if (!collation.equals("utf8mb4_bin")) {
                throw new StartRefused("The database compares text as " + collation
                        + ": make it with character set utf8mb4 and collation utf8mb4_bin.");
            }
        }
    }

    /** Returns whether the demo clinic was filled. */
    private boolean open() {
        var kind = jdbc.sql("select kind from store where id = 1")
                .query(String.class)
                .optional();
        if (kind.isEmpty()) {
            jdbc.sql("insert into store (id, kind, opened_at) values (1, ?, ?)")
                    .params(demo ? DEMO : REAL, clock.instant())
                    .update();
            if (demo) {
                demoClinic.fill();
            }
            return demo;
        }
        if (demo != kind.equals(Optional.of(DEMO))) {
            throw new StartRefused(
                    demo
                            ? "This store contains real data and cannot also contain the demo clinic: "
                                    + "set PLUMBLINE_DEMO=false."
                            : "This store contains the demo clinic: choose another store for real data.");
        }
        return false;
    }

    private boolean isLoopback() {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
