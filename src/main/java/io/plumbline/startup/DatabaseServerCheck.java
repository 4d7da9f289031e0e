package io.plumbline.startup;

import io.plumbline.shared.Causes;
import io.plumbline.shared.StartRefused;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * Checks a MySQL before anything is written to it: that it answers, that it lets both users in, and that the owner may do
 * what migrations do. What is wrong is said in one sentence, with the address, the user and what to do.
 */
public final class DatabaseServerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseServerCheck.class);
    private static final Pattern URL = Pattern.compile("(jdbc:mysql(?:\\+srv)?:(?:[a-z]+:)?//([^/?]*)/)([^?]*)(.*)");

    /** The table on which the rights are tried; it is in the database only for that moment. */
    static final String PROBE = "plumbline_rights_check";

    private static final String CONNECT_TIMEOUT_MS = "10000";
    private static final int LOOK_AGAIN_S = 10;

    /** MySQL error codes. */
    private static final int USER_REFUSED = 1045;

    private static final int NO_RIGHT_TO_THE_DATABASE = 1044;
    private static final int NO_SUCH_DATABASE = 1049;
    private static final int TRIGGERS_NOT_TRUSTED = 1419;
    private static final int NO_SUCH_USER = 1410;
    private static final String NO_CONNECTION = "08001";

    private final User owner;
    private final User running;

    /** @param setting which names the address */
    private record Address(String server, String host, String database, String options, String setting) {
        static Optional<Address> of(String url, String setting) {
            var parts = URL.matcher(url);
            return parts.matches()
                    ? Optional.of(new Address(
                            parts.group(1), withoutUser(parts.group(2)), parts.group(3), parts.group(4), setting))
                    : Optional.empty();
        }

        /** A password may stand before the host, and belongs on no screen. */
        private static String withoutUser(String host) {
            return host.substring(host.lastIndexOf('@') + 1);
        }
    }

    /** @param settings where name and password are set */
    private record User(String name, String password, String settings, Address address) {}

    private DatabaseServerCheck(User owner, User running) {
        this.owner = owner;
        this.running = running;
    }

    /** Returns the check of the MySQL in the settings; empty if the store is none. */
    static Optional<DatabaseServerCheck> of(Environment environment) {
        return Address.of(environment.getProperty("spring.datasource.url", ""), "SPRING_DATASOURCE_URL")
                .map(address -> of(environment, address));
    }

    private static DatabaseServerCheck of(Environment environment, Address address) {
        var running = new User(
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""),
                "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD",
                address);
        if (!environment.containsProperty("spring.flyway.user")) {
            return new DatabaseServerCheck(running, running);
        }
        var owner = new User(
                environment.getProperty("spring.flyway.user", ""),
                environment.getProperty("spring.flyway.password", ""),
                "SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD",
                Address.of(environment.getProperty("spring.flyway.url", ""), "SPRING_FLYWAY_URL")
                        .orElse(address));
        return new DatabaseServerCheck(owner, running);
    }

    /**
     * Connects as the owner of the database, who migrates.
     *
     * @param settings of a store on MySQL
     * @param database the database to use; empty for none
     * @throws StartRefused with the reason if it is not let in
     */
    public static Connection connectionOfOwner(Environment settings, String database) {
        return connected(of(settings).orElseThrow().owner, database);
    }

    /**
     * Returns how many connections portals have to the database: those of the running user, which sees no others.
     *
     * @throws StartRefused with the reason if it is not let in
     */
    public static int connectionsOfPortals(Environment settings) {
        var check = of(settings).orElseThrow();
        try (var connection = connected(check.running, "");
                var statement = connection.prepareStatement("""
                        select count(*) from information_schema.processlist
                        where user = substring_index(current_user(), '@', 1) and db = ? and id <> connection_id()
                        """)) {
            statement.setString(1, check.running.address().database());
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        } catch (SQLException failed) {
            throw new StartRefused(sentence(failed, check.running));
        }
    }

    /** Returns the name of the database in the settings of a store on MySQL. */
    public static String database(Environment settings) {
        return of(settings).orElseThrow().owner.address().database();
    }

    /** Returns the address of another database on the same server, with the same options. */
    public static String url(Environment settings, String database) {
        var address = of(settings).orElseThrow().owner.address();
        return address.server() + database + address.options();
    }

    /**
     * Checks that both users can sign in, the owner to the database.
     *
     * @throws StartRefused with the reason if one cannot
     */
    void checkUsers() {
        try (var ofTheOwner = connected(owner, owner.address().database());
                // it has no right to the database before the first migration
                var ofTheRunning = connected(running, "")) {
            LOG.debug("MySQL lets in {} and {}", ofTheOwner, ofTheRunning);
        } catch (SQLException closing) {
            LOG.debug("MySQL did not close a connection", closing);
        }
    }

    /**
     * Waits until no other portal upgrades the database, for as long as that takes.
     *
     * @return the turn, which ends when it is closed, or with this process
     */
    Connection upgradeTurn() {
        var connection = connected(owner, owner.address().database());
        try (var statement = connection.createStatement()) {
            var isTold = false;
            while (!hasTurn(statement)) {
                if (!isTold) {
                    LOG.info(
                            "Another portal upgrades the database {}: waiting until it is done",
                            owner.address().database());
                }
                isTold = true;
            }
            return connection;
        } catch (SQLException failed) {
            closeQuietly(connection);
            throw new StartRefused(sentence(failed, owner));
        }
    }

    /** A lock is of the whole server, and its name has at most 64 characters. */
    private static boolean hasTurn(Statement statement) throws SQLException {
        try (var taken = statement.executeQuery(
                "select get_lock(concat('plumbline_upgrade_', left(sha2(schema(), 256), 32)), %s)"
                        .formatted(LOOK_AGAIN_S))) {
            return taken.next() && taken.getInt(1) == 1;
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            LOG.debug("A connection to MySQL did not close", alreadyGone);
        }
    }

    /**
     * Checks that the owner may do what migrations do, on a table of its own that is dropped again. Only for whom has the
     * {@linkplain #upgradeTurn turn}.
     *
     * @throws StartRefused with what the owner may not do
     */
    void checkRights() {
        try (var connection = connected(owner, owner.address().database());
                var statement = connection.createStatement()) {
            for (var step : steps().entrySet()) {
                run(step.getValue(), step.getKey(), statement);
            }
        } catch (SQLException failed) {
            throw new StartRefused(sentence(failed, owner));
        }
    }

    /** What it may do, in words, and the statement that tries it. */
    private Map<String, String> steps() {
        var steps = new LinkedHashMap<String, String>();
        steps.put("drop tables", "drop table if exists " + PROBE);
        steps.put("create tables", "create table " + PROBE + " (id int primary key)");
        steps.put("alter tables", "alter table " + PROBE + " add column more int");
        steps.put(
                "create triggers",
                "create trigger " + PROBE + " before insert on " + PROBE + " for each row set new.more = new.id");
        if (!owner.equals(running)) {
            var whom = PROBE + " %s '" + running.name() + "'@'%%'";
            steps.put("give rights to the user " + running.name(), "grant select on " + whom.formatted("to"));
            steps.put("take rights from the user " + running.name(), "revoke select on " + whom.formatted("from"));
        }
        steps.put("drop tables again", "drop table " + PROBE);
        return steps;
    }

    private void run(String sql, String what, Statement statement) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException refused) {
            if (!what.startsWith("drop")) {
                dropQuietly(statement);
            }
            var host = owner.address().host();
            throw new StartRefused(
                    switch (refused.getErrorCode()) {
                        case TRIGGERS_NOT_TRUSTED ->
                            "MySQL at %s does not let the user %s create triggers: start it with --log-bin-trust-function-creators=1."
                                    .formatted(host, owner.name());
                        case NO_SUCH_USER ->
                            "MySQL at %s has no user '%s'@'%%': create it for every host, as docs/operations.md says under MySQL, or correct SPRING_DATASOURCE_USERNAME."
                                    .formatted(host, running.name());
                        default ->
                            "The user %s may not %s in the database %s of MySQL at %s: give it all rights to the database with the grant option, as docs/operations.md says under MySQL. MySQL says: %s"
                                    .formatted(
                                            owner.name(), what, owner.address().database(), host, said(refused));
                    });
        }
    }

    private static void dropQuietly(Statement statement) {
        try {
            statement.execute("drop table if exists " + PROBE);
        } catch (SQLException refused) {
            LOG.debug("{} is left in the database", PROBE, refused);
        }
    }

    private static Connection connected(User user, String database) {
        var address = user.address();
        var url = address.server() + database + address.options();
        var how = new Properties();
        how.setProperty("user", user.name());
        how.setProperty("password", user.password());
        how.setProperty("connectTimeout", CONNECT_TIMEOUT_MS);
        try {
            return DriverManager.getConnection(url, how);
        } catch (SQLException refused) {
            LOG.debug("MySQL refuses {}", user.name(), refused);
            throw new StartRefused(sentence(refused, user));
        }
    }

    private static String sentence(SQLException refused, User user) {
        var host = user.address().host();
        var setting = user.address().setting();
        if (isNotEncrypted(refused)) {
            return "MySQL at %s does not encrypt as sslMode in %s asks for: correct sslMode, or the certificate of the server. It says: %s"
                    .formatted(host, setting, said(refused));
        }
        if (hasCause(refused, UnknownHostException.class)
                || hasCause(refused, ConnectException.class)
                || hasCause(refused, NoRouteToHostException.class)
                || hasCause(refused, SocketTimeoutException.class)) {
            return "No MySQL answers at %s: start it, or correct the address in %s.".formatted(host, setting);
        }
        return switch (refused.getErrorCode()) {
            case USER_REFUSED ->
                "MySQL at %s refuses the user %s: correct %s.".formatted(host, user.name(), user.settings());
            case NO_RIGHT_TO_THE_DATABASE, NO_SUCH_DATABASE ->
                "MySQL at %s has no database %s that the user %s may use: create it and give it to that user, as docs/operations.md says under MySQL, or correct %s."
                        .formatted(host, user.address().database(), user.name(), setting);
            default -> "MySQL at %s refuses the user %s. It says: %s".formatted(host, user.name(), said(refused));
        };
    }

    private static boolean isNotEncrypted(SQLException refused) {
        return hasCause(refused, SSLException.class)
                // a server that cannot encrypt at all is refused by the driver itself
                || NO_CONNECTION.equals(refused.getSQLState()) && said(refused).contains("SSL");
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        return Causes.of(failure).anyMatch(type::isInstance);
    }

    private static String said(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }
}
