package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

/** An upgrade of an H2 store that does not finish leaves the store as it was; nothing that it did half is kept. */
class UpgradeCopyTest {
    @TempDir
    Path folder;

    @TempDir
    Path migrations;

    MockEnvironment environment;
    DatabaseFile store;
    UpgradeCopy copy;
    Path noted;
    String password = "";

    @BeforeEach
    void aStoreOfTheFirstRelease() throws IOException {
        aStoreOfTheFirstRelease("jdbc:h2:file:" + folder.resolve("plumbline"));
    }

    private void aStoreOfTheFirstRelease(String url) throws IOException {
        environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        store = DatabaseFile.of(environment).orElseThrow();
        copy = new UpgradeCopy(store);
        noted = folder.resolve("audit-real.head");
        migration("V001__one.sql", "create table one (id int primary key);");
        new NewStore(store).markIfNew(noted);
        upgrade();
        jdbc().update("insert into one values (1)");
    }

    @Test
    void anUpgradeThatEndsLeavesNoCopy() throws IOException {
        migration("V002__two.sql", "alter table one add column kept int default 2;");
        upgrade();
        assertThat(jdbc().queryForObject("select kept from one", Integer.class)).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**{.zip,.part,.interrupted*}");
    }

    @Test
    void anUpgradeThatStopsLeavesTheStoreAsItWas() throws IOException {
        migration("V002__two.sql", "create table half (id int); insert into nowhere values (1);");
        var rights = PosixFilePermissions.fromString("rw-r--r-x");
        Files.setPosixFilePermissions(store.path(), rights);
        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .startsWith("The upgrade stopped in migration 002:")
                        .endsWith("Table \"NOWHERE\" not found. The store is as it was before the upgrade.")
                        .doesNotContain("repair", "baseline"));
        assertThat(Files.getPosixFilePermissions(store.path())).isEqualTo(rights);
        assertThat(copy.isLeft()).isFalse();
        assertThat(tables()).doesNotContain("HALF");
        migration("V002__two.sql", "create table half (id int, words varchar(9));");
        upgrade();
        assertThat(jdbc().queryForObject("select count(*) from one", Integer.class))
                .isOne();
    }

    @Test
    void anUpgradeOfAStoreOfAnotherBuildNamesTheMigrationsThatDoNotFit() throws IOException {
        migration("V000_1__before.sql", "create table before_one (id int);");
        migration("V002__two.sql", "create table two (id int);");
        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .startsWith("The upgrade stopped: its migrations do not fit this build: ")
                        .contains("000.1")
                        .endsWith(". The store is as it was before the upgrade.")
                        .doesNotContain("outOfOrder", "repair", "baseline"));
        assertThat(tables()).doesNotContain("TWO", "BEFORE_ONE");
    }

    @Test
    void aStoreWhoseUpgradeWasKilledIsPutBackAtTheNextStart() throws IOException {
        copy.make(source(), 1);
        jdbc().execute("create table half (id int)");
        Files.writeString(noted, "1:0");
        Files.setLastModifiedTime(noted, FileTime.from(Instant.EPOCH));
        copy.putBackIfLeft(noted);
        assertThat(tables()).contains("ONE").doesNotContain("HALF");
        assertThat(copy.isLeft()).isFalse();
        assertThat(folder).as("what the upgrade left").isDirectoryContaining("glob:**.interrupted-*");
    }

    @Test
    void aStoreThatAnOlderPortalUsedSinceIsNotPutBack() throws IOException {
        copy.make(source(), 1);
        jdbc().update("insert into one values (2)");
        Files.writeString(noted, "1:0");
        var made =
                Files.getLastModifiedTime(folder.resolve("before-upgrade.zip")).toInstant();
        Files.setLastModifiedTime(noted, FileTime.from(made.plusSeconds(60)));
        assertThatThrownBy(() -> copy.putBackIfLeft(noted))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .contains(
                                "the store was used since",
                                folder.resolve("before-upgrade.zip").toString()));
        assertThat(jdbc().queryForObject("select count(*) from one", Integer.class))
                .isEqualTo(2);
        assertThat(copy.isLeft()).isTrue();
    }

    @Test
    void aCopyThatIsCutOrAlteredIsNotPutBackAndTheStoreStays() throws IOException {
        copy.make(source(), 1);
        var file = folder.resolve("before-upgrade.zip");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> copy.putBackIfLeft(noted))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .contains("cannot be put back", file.toString()));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> copy.putBackIfLeft(noted)).isInstanceOf(StartRefused.class);
        assertThat(jdbc().queryForObject("select count(*) from one", Integer.class))
                .isOne();
    }

    @Test
    void anEncryptedStoreIsCopiedAndPutBackEncrypted() throws IOException {
        password = "fifteen-letters-or-more ";
        aStoreOfTheFirstRelease("jdbc:h2:file:" + folder.resolve("encrypted") + ";CIPHER=AES");
        migration("V002__two.sql", "create table half (id int); insert into nowhere values (1);");
        assertThatThrownBy(this::upgrade).isInstanceOf(StartRefused.class);
        assertThat(tables()).contains("ONE").doesNotContain("HALF");
        copy.make(source(), 1);
        assertThat(bytesIn(folder.resolve("before-upgrade.zip"))).startsWith("H2encrypt");
        jdbc().execute("create table half (id int)");
        copy.putBackIfLeft(noted);
        store.refuseUnlessEncrypted();
        assertThat(tables()).contains("ONE").doesNotContain("HALF");
    }

    @Test
    void anUpgradeWithoutRoomForTheCopyDoesNotBegin() throws IOException {
        var vast = new DatabaseFile(folder.resolve("vast.mv.db"));
        try (var sparse = new RandomAccessFile(vast.path().toFile(), "rw")) {
            sparse.setLength(Files.getFileStore(folder).getUsableSpace() / 2);
        }
        assertThatThrownBy(() -> new UpgradeCopy(vast).make(source(), 1))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .startsWith("The upgrade of the store needs ")
                        .contains("MB in " + folder, "make room")
                        .endsWith("Nothing was changed."));
        assertThat(folder).isDirectoryNotContaining("glob:**{.zip,.part}");
    }

    @Test
    void anUpgradeOfManyMigrationsNeedsRoomForEach() throws IOException {
        var many = Math.toIntExact(Files.getFileStore(folder).getUsableSpace() / 1024 / 1024);
        assertThatThrownBy(() -> copy.make(source(), many))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .contains("make room")
                        .endsWith("Nothing was changed."));
    }

    @Test
    void aStoreToWhichALinkLeadsIsReplacedWhereItIs() throws IOException {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var link = folder.resolve("linked.mv.db");
        Files.createSymbolicLink(link, Files.move(store.path(), disk.resolve("elsewhere.mv.db")));
        environment.setProperty("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("linked"));
        migration("V002__two.sql", "create table half (id int); insert into nowhere values (1);");
        assertThatThrownBy(this::upgrade).isInstanceOf(StartRefused.class);
        assertThat(link).isSymbolicLink();
        assertThat(disk).isDirectoryNotContaining("glob:**{.zip,.part,.interrupted*}");
        assertThat(tables()).contains("ONE").doesNotContain("HALF");
    }

    @Test
    void howLongAnUpgradeTakesIsSaidFromItsMigrationsAndItsSize() {
        assertThat(StoreUpgrade.about(1, 0)).isEqualTo("about a minute");
        assertThat(StoreUpgrade.about(97, 86L << 20)).isEqualTo("about a minute");
        assertThat(StoreUpgrade.about(97, 10L << 30)).isEqualTo("about 83 minutes");
    }

    private static String bytesIn(Path zip) throws IOException {
        try (var entry = new ZipInputStream(Files.newInputStream(zip))) {
            entry.getNextEntry();
            return new String(entry.readNBytes(64), StandardCharsets.ISO_8859_1);
        }
    }

    private List<String> tables() {
        return jdbc().queryForList("select table_name from information_schema.tables", String.class);
    }

    private void migration(String name, String sql) throws IOException {
        Files.writeString(migrations.resolve(name), sql);
    }

    private void upgrade() {
        new DatabaseCheck(environment, List.of())
                .migrate(Flyway.configure()
                        .dataSource(source())
                        .locations("filesystem:" + migrations)
                        .load());
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(source());
    }

    private JdbcDataSource source() {
        var source = new JdbcDataSource();
        source.setURL(environment.getRequiredProperty("spring.datasource.url"));
        source.setUser("sa");
        source.setPassword(password);
        return source;
    }
}
