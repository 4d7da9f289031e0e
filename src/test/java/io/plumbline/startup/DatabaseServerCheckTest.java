package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import io.plumbline.support.MySqlForTests;
import io.plumbline.support.OnMySql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractStringAssert;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** A mistake in the settings of a MySQL is one sentence that says what to do, before anything is written. */
@Tag("store")
@OnMySql("what the server and its driver answer to a wrong address, user, right or database")
@EnabledIfSystemProperty(named = "plumbline.store", matches = "mysql")
class DatabaseServerCheckTest {
    private final MockEnvironment settings = new MockEnvironment();

    @BeforeEach
    void aDatabaseOfItsOwn() {
        MySqlForTests.register((name, value) -> settings.setProperty(name, String.valueOf(value.get())));
    }

    @Test
    void aServerWithBothUsersAndTheirRightsIsUsedAndNothingIsLeftInIt() {
        assertThatCode(() -> check().checkUsers()).doesNotThrowAnyException();
        assertThatCode(() -> check().checkRights()).doesNotThrowAnyException();
        assertThat(owner().queryForList("show tables")).isEmpty();
    }

    @Test
    void aWrongPasswordOfEachUserIsNamedWithItsSetting() {
        settings.setProperty("spring.flyway.password", "nope");
        refused(DatabaseServerCheck::checkUsers)
                .isEqualTo("MySQL at %s refuses the user %s: correct SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD."
                        .formatted(host(), settings.getProperty("spring.flyway.user")));
        settings.setProperty("spring.flyway.password", "owner");
        settings.setProperty("spring.datasource.password", "nope");
        refused(DatabaseServerCheck::checkUsers)
                .isEqualTo(
                        "MySQL at %s refuses the user %s: correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
                                .formatted(host(), settings.getProperty("spring.datasource.username")));
    }

    @Test
    void aWrongAddressIsNamed() throws IOException {
        var nobody = "127.0.0.1:" + unusedPort();
        settings.setProperty("spring.datasource.url", url().replace(host(), nobody));
        refused(DatabaseServerCheck::checkUsers)
                .isEqualTo("No MySQL answers at " + nobody
                        + ": start it, or correct the address in SPRING_DATASOURCE_URL.");
        settings.setProperty("spring.datasource.url", url().replace(nobody, "nowhere.invalid:3306"));
        refused(DatabaseServerCheck::checkUsers).startsWith("No MySQL answers at nowhere.invalid:3306:");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        settings.setProperty("spring.datasource.url", url().replace(database(), "no_such_database"));
        refused(DatabaseServerCheck::checkUsers)
                .startsWith("MySQL at " + host() + " has no database no_such_database that the user ")
                .contains("create it and give it to that user", "or correct SPRING_DATASOURCE_URL.");
    }

    @Test
    void anOwnerWithoutARightIsRefusedBeforeTheFirstMigration() {
        var owner = settings.getProperty("spring.flyway.user");
        owner().execute("revoke trigger on " + database() + ".* from '" + owner + "'@'%'");
        refused(DatabaseServerCheck::checkRights)
                .startsWith("The user %s may not create triggers in the database %s of MySQL at %s:"
                        .formatted(owner, database(), host()));
        assertThat(owner().queryForList("show tables")).as("nothing is left").isEmpty();
    }

    /** A server of its own takes ten seconds to start. */
    @Test
    @Tag("long")
    @Tag("mysql")
    void aServerWithABinaryLogThatDoesNotTrustTheOwnerSaysHowToStartIt() {
        MySqlForTests.registerWithBinaryLog((name, value) -> settings.setProperty(name, String.valueOf(value.get())));
        MySqlForTests.byAdministrator(url(), "set global log_bin_trust_function_creators = off");
        refused(DatabaseServerCheck::checkRights)
                .isEqualTo(
                        "MySQL at %s does not let the user %s create triggers: start it with --log-bin-trust-function-creators=1."
                                .formatted(host(), settings.getProperty("spring.flyway.user")));
        assertThat(owner().queryForList("show tables")).as("nothing is left").isEmpty();
    }

    @Test
    void anOwnerWhoMayNotGiveRightsIsRefused() {
        var owner = settings.getProperty("spring.flyway.user");
        owner().execute("revoke grant option on " + database() + ".* from '" + owner + "'@'%'");
        refused(DatabaseServerCheck::checkRights)
                .startsWith("The user %s may not give rights to the user %s in the database %s of MySQL at %s:"
                        .formatted(owner, settings.getProperty("spring.datasource.username"), database(), host()));
        assertThat(owner().queryForList("show tables")).as("nothing is left").isEmpty();
    }

    @Test
    void aUserWhomMySqlDoesNotKnowIsNamed() {
        settings.setProperty("spring.datasource.username", "nobody");
        refused(DatabaseServerCheck::checkRights)
                .startsWith("MySQL at " + host() + " has no user 'nobody'@'%': create it for every host");
    }

    @Test
    void aPasswordInTheAddressIsNotSaid() throws IOException {
        var nobody = "127.0.0.1:" + unusedPort();
        settings.setProperty("spring.datasource.url", url().replace(host(), "someone:secret@" + nobody));
        refused(DatabaseServerCheck::checkUsers).startsWith("No MySQL answers at " + nobody + ":");
    }

    @Test
    void theAddressOfTheOwnerHasASettingOfItsOwn() throws IOException {
        var nobody = "127.0.0.1:" + unusedPort();
        settings.setProperty("spring.flyway.url", url().replace(host(), nobody));
        refused(DatabaseServerCheck::checkUsers)
                .isEqualTo(
                        "No MySQL answers at " + nobody + ": start it, or correct the address in SPRING_FLYWAY_URL.");
    }

    @Test
    void aDatabaseOfSomethingElseIsRefused(@TempDir Path migrations) throws IOException {
        Files.writeString(migrations.resolve("V001__one.sql"), "create table one (id int primary key);");
        owner().execute("create table wp_posts (id int primary key)");
        assertThatThrownBy(() -> new DatabaseCheck(settings, List.of())
                        .migrate(Flyway.configure()
                                .dataSource(ownersDatabase())
                                .locations("filesystem:" + migrations)
                                .load()))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("This database has 1 table that no Plumbline made, such as wp_posts: name an empty"
                                + " database in SPRING_DATASOURCE_URL."));
        assertThat(owner().queryForList("show tables")).hasSize(1);
    }

    private AbstractStringAssert<?> refused(Consumer<DatabaseServerCheck> check) {
        try {
            check.accept(check());
        } catch (StartRefused refused) {
            return assertThat(refused.sentence());
        }
        throw new AssertionError("Nothing was refused");
    }

    private DatabaseServerCheck check() {
        return DatabaseServerCheck.of(settings).orElseThrow();
    }

    private String url() {
        return settings.getRequiredProperty("spring.datasource.url");
    }

    private String host() {
        return url().replaceFirst("jdbc:mysql://([^/]+)/.*", "$1");
    }

    private String database() {
        return url().replaceFirst("jdbc:mysql://[^/]+/([^?]+).*", "$1");
    }

    private JdbcTemplate owner() {
        return new JdbcTemplate(ownersDatabase());
    }

    private DriverManagerDataSource ownersDatabase() {
        return new DriverManagerDataSource(
                url(),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }

    private static int unusedPort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
