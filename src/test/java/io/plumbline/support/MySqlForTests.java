package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * One real MySQL for the test run: TEST_MYSQL_URL, else the server in TEST_MYSQL_FOLDER, which {@code ./portal test}
 * fetches, else the image of docker-compose.yml where Docker answers, else an older server unpacked from a test jar. Each
 * context gets a database.
 */
public final class MySqlForTests {
    private static final String OPTIONS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true&readOnlyPropagatesToServer=false&useLocalSessionState=true"
            + "&rewriteBatchedStatements=true&connectionCollation=utf8mb4_bin";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String NO_LOG = "--skip-log-bin";
    private static final String OWNER_PASSWORD = "owner";
    private static final String RUNTIME_PASSWORD = "runtime";

    private static @Nullable Server server;
    private static final Set<String> MIGRATED = new HashSet<>();
    private static @Nullable String template;

    private MySqlForTests() {}

    /** Where the server is and who may make databases there; the address ends with a slash. */
    private record Server(String address, String admin, String password) {}

    public static synchronized void register(DynamicPropertyRegistry registry) {
        registerAs(created(running()), running(), registry);
    }

    /**
     * Migrates a database, all but the first by copying the first: a migration takes four seconds. A portal that starts
     * once more on its database finds it as it was left.
     */
    static synchronized void migrate(String url, Runnable migration) {
        var name = nameIn(url);
        var isNew = MIGRATED.add(name);
        if (isNew && template != null) {
            copy(template, name);
        }
        migration.run();
        if (template == null) {
            template = created(running());
            copy(name, template);
        }
    }

    /** Copies the database of an address into a new one and returns the name of that. */
    static synchronized String copy(String url) {
        var copy = created(running());
        copy(nameIn(url), copy);
        return copy;
    }

    /** Replaces the tables of the database of an address, but some, by those of a copy; who may use them still may. */
    static synchronized void restore(String url, String copy, Set<String> kept) {
        try (var connection = connect(running());
                var statement = connection.createStatement()) {
            var alike = MySqlCopy.alike(copy, nameIn(url), statement);
            alike.addAll(kept);
            MySqlCopy.dropTables(nameIn(url), alike, statement);
            MySqlCopy.copyTables(copy, nameIn(url), alike, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL refuses to restore the database of the tests", e);
        }
    }

    /**
     * Returns a client that was fetched with the server.
     *
     * @throws IllegalStateException if none was
     */
    public static Path client(String name) {
        var fetched = Objects.requireNonNullElse(System.getenv("TEST_MYSQL_FOLDER"), "");
        var client = Path.of(fetched).resolve(name);
        if (fetched.isEmpty() || !Files.isExecutable(client)) {
            throw new IllegalStateException(
                    "The MySQL of the tests has no " + name
                            + ": unset TEST_MYSQL_URL, and delete the server in ~/.cache/plumbline, which is then fetched anew");
        }
        return client;
    }

    /**
     * Makes a database on a server of its own that keeps a binary log.
     *
     * @return the options of a client that signs in as its administrator
     * @throws IllegalStateException if no server was fetched
     */
    public static synchronized String registerWithBinaryLog(DynamicPropertyRegistry registry) {
        var fetched = client("mysqld").resolveSibling("");
        var logging = started(home -> fetched(fetched), "--log-bin=binlog", "--log-bin-trust-function-creators=1");
        registerAs(created(logging), logging, registry);
        return "[client]\nprotocol=TCP\nhost=127.0.0.1\nuser=%s\nport=%s\n"
                .formatted(logging.admin(), logging.address().replaceFirst(".*:(\\d+)/", "$1"));
    }

    /** Runs statements in the database of an address as the administrator of its server. */
    public static void byAdministrator(String url, String... statements) {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL refuses its administrator", e);
        }
    }

    /** Drops all that is in the database of an address. */
    public static synchronized void empty(String url) {
        try (var connection = connect(running());
                var statement = connection.createStatement()) {
            statement.execute("drop database " + nameIn(url));
            statement.execute("create database " + nameIn(url) + " character set utf8mb4 collate utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL refuses to empty the database of the tests", e);
        }
    }

    /** Returns the name of the database of an address. */
    public static String nameIn(String url) {
        return url.replaceFirst("^jdbc:mysql://[^/]+/([^?]+).*", "$1");
    }

    private static void copy(String from, String to) {
        try (var connection = connect(running());
                var statement = connection.createStatement()) {
            MySqlCopy.copy(from, to, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL refuses to copy the database of the tests", e);
        }
    }

    private static String created(Server running) {
        var name = "plumbline_" + UUID.randomUUID().toString().substring(0, 8);
        var owner = name + "_o";
        var runtime = name + "_r";
        try (var connection = connect(running);
                var statement = connection.createStatement()) {
            for (var sql : List.of(
                    "create database " + name + " character set utf8mb4 collate utf8mb4_bin",
                    "create user '" + owner + "'@'%' identified by '" + OWNER_PASSWORD + "'",
                    "create user '" + runtime + "'@'%' identified by '" + RUNTIME_PASSWORD + "'",
                    "grant all on " + name + ".* to '" + owner + "'@'%' with grant option",
                    // in which a backup is verified
                    "grant all on " + name + "_restore.* to '" + owner + "'@'%'")) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL refuses to make a database for the tests", e);
        }
        return name;
    }

    private static void registerAs(String name, Server running, DynamicPropertyRegistry registry) {
        var address = running.address() + name + OPTIONS;
        registry.add("spring.datasource.url", () -> address);
        registry.add("spring.datasource.username", () -> name + "_r");
        registry.add("spring.datasource.password", () -> RUNTIME_PASSWORD);
        // in production two seconds; more on a machine with other work, but not the 50 of the server
        registry.add(
                "spring.datasource.hikari.data-source-properties.sessionVariables", () -> "innodb_lock_wait_timeout=5");
        // each test context keeps its pool, and a server has 151 connections for all of them
        registry.add("spring.datasource.hikari.minimum-idle", () -> 1);
        registry.add("spring.datasource.hikari.idle-timeout", () -> 10_000);
        registry.add("spring.flyway.user", () -> name + "_o");
        registry.add("spring.flyway.password", () -> OWNER_PASSWORD);
        registry.add("spring.flyway.placeholders.runtime-user", () -> name + "_r");
    }

    private static Server running() {
        if (server == null) {
            server = started();
        }
        return server;
    }

    private static Server started() {
        var given = given();
        if (given != null) {
            return given;
        }
        var fetched = System.getenv("TEST_MYSQL_FOLDER");
        if (fetched != null) {
            return started(home -> fetched(Path.of(fetched)), NO_LOG);
        }
        return hasDocker() ? contained() : started(MySqlForTests::unpacked, NO_LOG);
    }

    private static @Nullable Server given() {
        var address = System.getenv("TEST_MYSQL_URL");
        return address == null
                ? null
                : new Server(
                        address.replaceFirst("(jdbc:mysql://[^/?]+).*", "$1/"),
                        Objects.requireNonNullElse(System.getenv("TEST_MYSQL_USER"), "root"),
                        Objects.requireNonNullElse(System.getenv("TEST_MYSQL_PASSWORD"), ""));
    }

    private static Connection connect(Server server) throws SQLException {
        return DriverManager.getConnection(server.address() + OPTIONS, server.admin(), server.password());
    }

    /** Looks for an address of Docker first: asking in vain takes a second and leaves an error in the log. */
    private static boolean hasDocker() {
        var home = Path.of(System.getProperty("user.home"));
        var sockets = Stream.of(
                Path.of("/var/run/docker.sock"),
                Path.of(Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/run"), "docker.sock"),
                home.resolve(".docker/run/docker.sock"));
        return (System.getenv("DOCKER_HOST") != null || sockets.anyMatch(Files::exists))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // Testcontainers ends it with the test run
    private static Server contained() {
        var mysql = new MySQLContainer(imageOfProduction())
                .withUsername("root")
                .withCommand(
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_bin",
                        NO_LOG,
                        "--performance-schema=OFF",
                        "--innodb-flush-log-at-trx-commit=0");
        mysql.start();
        return new Server(
                "jdbc:mysql://" + mysql.getHost() + ":" + mysql.getMappedPort(MySQLContainer.MYSQL_PORT) + "/",
                mysql.getUsername(),
                mysql.getPassword());
    }

    private static String imageOfProduction() {
        try (var lines = Files.lines(Path.of("docker-compose.yml"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("image: mysql:"))
                    .findFirst()
                    .orElseThrow()
                    .substring("image: ".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a server into a folder, or says where one is: how it is called, and with what it runs without encryption. */
    private interface Source {
        List<String> program(Path home) throws IOException;
    }

    private static List<String> fetched(Path folder) {
        return List.of(
                folder.resolve("mysqld").toString(),
                "--no-defaults",
                "--lc-messages-dir=" + folder.resolve("root/usr/share/mysql"),
                "--secure-file-priv=NULL",
                "--tls-version=");
    }

    private static Server started(Source source, String... options) {
        try {
            var home = Files.createTempDirectory("mysql");
            var program = source.program(home);
            run(command(program, home, "--initialize-insecure"));
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var log = home.resolve("mysqld.log");
            var command = command(
                    program,
                    home,
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--socket=" + home.resolve("s.sock"),
                    "--pid-file=" + home.resolve("pid"),
                    "--mysqlx=OFF",
                    "--performance-schema=OFF",
                    "--character-set-server=utf8mb4",
                    "--innodb-flush-log-at-trx-commit=0",
                    // what a power cut would take is of no use to anybody
                    "--innodb-flush-method=nosync",
                    "--innodb-doublewrite=0");
            command.addAll(List.of(options));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, home)));
            var started = new Server("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
            awaitAnswer(started, process, log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> unpacked(Path home) throws IOException {
        var archive = home.resolve("mysql.tar.gz");
        try (var in = Objects.requireNonNull(MySqlForTests.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz"))) {
            Files.copy(in, archive);
        }
        run(List.of("tar", "-xzf", archive.toString(), "-C", home.toString()));
        Files.delete(archive);
        return List.of(
                home.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--lc-messages-dir=" + home.resolve("share"),
                "--skip-ssl");
    }

    private static List<String> command(List<String> program, Path home, String... options) {
        var command = new ArrayList<>(program);
        command.add("--datadir=" + home.resolve("data"));
        command.add("--user=" + System.getProperty("user.name"));
        command.addAll(List.of(options));
        return command;
    }

    private static void awaitAnswer(Server started, Process process, Path log) throws IOException {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (var connection = connect(started)) {
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("mysqld does not answer: " + Files.readString(log), notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static void end(Process process, Path home) {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException leftover) {
            // a folder below target, gone with the next clean
        }
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed: " + output);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
