package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a stolen disk or backup tells of an H2 store that is encrypted, and how a portal opens it. */
class StoreEncryptionCommandTest {
    private static final String PASSWORD = "four-words-for-a-store";
    private static final String NAME = "Wilhelmina Oakenshield";

    @TempDir
    Path folder;

    private DatabaseFile store;

    @BeforeEach
    void aStoreWithAPatient() throws SQLException {
        store = new DatabaseFile(folder.resolve("plumbline.mv.db"));
        try (var connection = DriverManager.getConnection(url(), "sa", "")) {
            connection.createStatement().execute("create table patient (name varchar(100))");
            connection.createStatement().execute("insert into patient values ('" + NAME + "')");
        }
    }

    @Test
    void anEncryptedFileHasNoNamesAndOpensWithItsPassword() throws Exception {
        assertThat(contents()).contains(NAME);
        assertThat(StoreEncryptionCommand.change(store, PASSWORD, true)).startsWith("The store " + store.path());
        assertThat(contents()).startsWith("H2encrypt").doesNotContain(NAME);
        assertThat(opened(environment(PASSWORD))).isEqualTo(NAME);
        assertThat(folder.toFile().list()).containsExactly("plumbline.mv.db");

        StoreEncryptionCommand.change(store, PASSWORD, false);
        assertThat(contents()).contains(NAME);
        assertThat(opened(environment(""))).isEqualTo(NAME);
    }

    @Test
    void theFileKeepsItsRights() throws IOException {
        var rights = Files.getPosixFilePermissions(
                Files.setPosixFilePermissions(store.path(), PosixFilePermissions.fromString("rw-r--r-x")));
        StoreEncryptionCommand.change(store, PASSWORD, true);
        assertThat(Files.getPosixFilePermissions(store.path())).isEqualTo(rights);
    }

    @Test
    void aStoreThatIsOpenIsLeftAlone() throws Exception {
        try (var connection = DriverManager.getConnection(url(), "sa", "")) {
            assertThat(connection.isValid(1)).isTrue();
            assertThatThrownBy(() -> StoreEncryptionCommand.change(store, PASSWORD, true))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("The portal is running with the data in " + store.folder() + ": stop it first.");
        }
        assertThat(opened(environment(""))).isEqualTo(NAME);
    }

    @Test
    void anotherPasswordChangesNothing() throws Exception {
        StoreEncryptionCommand.change(store, PASSWORD, true);
        var before = Files.readAllBytes(store.path());
        assertThatThrownBy(() -> StoreEncryptionCommand.change(store, "another-password-of-15", false))
                .hasMessage("PLUMBLINE_STORE_PASSWORD is not the password of the store " + store.path()
                        + ", or the store is damaged.");
        assertThat(Files.readAllBytes(store.path())).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly("plumbline.mv.db");
    }

    @Test
    void aPlainCopyThatAnInterruptedCommandLeftIsNamed() throws Exception {
        var left = Files.createDirectory(folder.resolve("encrypting123"));
        Files.copy(store.path(), left.resolve("plumbline.mv.db"));
        assertThat(StoreEncryptionCommand.change(store, PASSWORD, true))
                .endsWith(" Not encrypted beside it, and deleted by ./portal store clean: " + left + ".");
    }

    @Test
    void twiceIsRefused() {
        assertThatThrownBy(() -> StoreEncryptionCommand.change(store, PASSWORD, false))
                .hasMessage("The store " + store.path() + " is not encrypted.");
        StoreEncryptionCommand.change(store, PASSWORD, true);
        assertThatThrownBy(() -> StoreEncryptionCommand.change(store, PASSWORD, true))
                .hasMessage("The store " + store.path() + " is encrypted already.");
    }

    @Test
    void aPortalOpensNeitherWithoutThePasswordNorAPlainStoreWithIt() {
        assertThatThrownBy(() -> EncryptedStore.open(environment(PASSWORD)))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The store " + store.path()
                        + " is not encrypted yet: run ./portal store encrypt once, or unset PLUMBLINE_STORE_PASSWORD.");
        StoreEncryptionCommand.change(store, PASSWORD, true);
        assertThatThrownBy(() -> EncryptedStore.open(environment("")))
                .hasMessage(
                        "The store " + store.path() + " is encrypted: set PLUMBLINE_STORE_PASSWORD to its password.");
    }

    @Test
    void aNewStoreIsEncryptedFromTheStart() throws Exception {
        Files.delete(store.path());
        var environment = environment(PASSWORD);
        EncryptedStore.open(environment);
        assertThat(environment.getRequiredProperty("spring.datasource.url")).isEqualTo(url() + ";CIPHER=AES");
        try (var connection = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                "sa",
                environment.getRequiredProperty("spring.datasource.password"))) {
            connection.createStatement().execute("create table patient (name varchar(100))");
        }
        assertThat(contents()).startsWith("H2encrypt");
    }

    @Test
    void anotherDatabaseThanAFileIsRefused() {
        var environment = environment(PASSWORD);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("mysql", Map.of("spring.datasource.url", "jdbc:mysql://127.0.0.1/x")));
        assertThatThrownBy(() -> EncryptedStore.open(environment))
                .hasMessageStartingWith("PLUMBLINE_STORE_PASSWORD encrypts the file of an H2 store");
    }

    @Test
    void aNewPasswordHasOnlyCharactersThatH2ReadsWhole() throws Exception {
        var password = "пароль-для-хранилища";
        var sentence =
                "PLUMBLINE_STORE_PASSWORD must have only letters without accents, digits and signs of a US keyboard.";
        assertThatThrownBy(() -> StoreEncryptionCommand.change(store, password, true))
                .hasMessage(sentence);
        Files.delete(store.path());
        assertThatThrownBy(() -> EncryptedStore.open(environment(password))).hasMessage(sentence);

        // one that an earlier build took is opened, and decrypted as H2 encrypted it
        try (var connection = DriverManager.getConnection(url() + ";CIPHER=AES", "sa", password + " ")) {
            connection.createStatement().execute("create table patient (name varchar(100))");
            connection.createStatement().execute("insert into patient values ('" + NAME + "')");
        }
        assertThat(opened(environment(password))).isEqualTo(NAME);
        StoreEncryptionCommand.change(store, password, false);
        assertThat(opened(environment(""))).isEqualTo(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "four words with spaces", "fourteen-chars"})
    void aPasswordThatH2CannotTakeOrIsEasilyGuessedIsRefused(String password) {
        assertThatThrownBy(() -> EncryptedStore.open(environment(password)))
                .hasMessage("PLUMBLINE_STORE_PASSWORD must have 15 characters or more, without spaces.");
    }

    @Test
    void theCommandSaysHowItIsUsed() {
        var err = new ByteArrayOutputStream();
        assertThat(StoreEncryptionCommand.of(new String[] {"store"}, System.out, new PrintStream(err)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: ./portal store encrypt");
    }

    private String opened(StandardEnvironment environment) throws SQLException {
        EncryptedStore.open(environment);
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        "sa",
                        environment.getProperty("spring.datasource.password", ""));
                var rows = connection.createStatement().executeQuery("select name from patient")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private StandardEnvironment environment(String password) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("spring.datasource.url", url(), "plumbline.store-password", password)));
        return environment;
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("plumbline").toAbsolutePath();
    }

    private String contents() throws IOException {
        return Files.readString(store.path(), StandardCharsets.ISO_8859_1);
    }
}
