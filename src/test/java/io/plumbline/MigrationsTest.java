package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    private static final Path LANDED = Path.of("src/test/resources/landed-migrations.txt");
    private static final Pattern COMMON_NAME = Pattern.compile("V(\\d{3})__([a-z][a-z0-9_]*)\\.sql");
    private static final Pattern OWN_NAME = Pattern.compile("V(\\d{3})_\\d+__[a-z][a-z0-9_]*\\.sql");

    /** What an older portal stumbles over; of the migrations that are there, none was meant for two releases. */
    private static final Pattern CONTRACTS = Pattern.compile("""
            \\b(?:rename|modify|alter\\ column
            |drop\\ (?:table|column|constraint|primary|foreign|trigger|procedure)
            |add\\ (?:constraint|unique|foreign)
            |add\\ (?:column\\ )?\\w+\\ (?!(?:[^,;(]|\\([^)]*\\))*\\bdefault\\b)(?:[^,;(]|\\([^)]*\\))*\\bnot\\ null
            )\\b""", Pattern.COMMENTS);

    private static final int LAST_BEFORE_TWO_RELEASES = 138;

    static Stream<Path> everyScript() {
        return Migrations.all().stream();
    }

    static Stream<Path> scriptsForBothStores() {
        return Migrations.in("common").stream();
    }

    static Stream<Path> scriptsOfOneStore() {
        return Stream.of("h2", "mysql").map(Migrations::in).flatMap(List::stream);
    }

    static Stream<Path> numberedScriptsOfOneStore() {
        return scriptsOfOneStore().filter(MigrationsTest::isNumbered);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyScript")
    void noForeignKeyCascadesDeletesOrUpdates(Path script) {
        assertThat(Migrations.statements(script)).doesNotContainPattern("on\\s+(delete|update)\\s+(cascade|set)");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyScript")
    void timestampsAreStoredToTheMicrosecondWithoutAZone(Path script) {
        assertThat(Migrations.statements(script))
                .doesNotContainPattern("\\btimestamp\\b")
                .doesNotContainPattern("\\bdatetime\\b(?!\\(6\\))");
    }

    /** H2 keeps the list with the connection that made the constraint, and refuses each row once that is closed. */
    @Test
    void noConstraintComparesAColumnWithAListOfConstants() {
        assertThat(scriptsForBothStores().filter(MigrationsTest::isAfterTwoReleases))
                .isNotEmpty()
                .allSatisfy(script ->
                        assertThat(Migrations.statements(script)).doesNotContainPattern("check \\([^;]*\\bin \\("));
    }

    @Test
    void everyTableHasAPrimaryKey() {
        var tables = scriptsForBothStores()
                .flatMap(script -> Arrays.stream(Migrations.statements(script).split(";")))
                .filter(statement -> statement.strip().startsWith("create table"));
        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(table).contains("primary key"));
    }

    @Test
    void everyScriptIsCommonOrInTheFolderOfOneDatabase() {
        assertThat(everyScript().map(script -> script.getParent().getFileName().toString()))
                .containsOnly("common", "h2", "mysql");
    }

    @Test
    void commonScriptsAreNumberedWithoutGapsOnePerPackage() {
        var numbers = new ArrayList<Integer>();
        var packages = new ArrayList<String>();
        for (var script : Migrations.in("common")) {
            var name = COMMON_NAME.matcher(script.getFileName().toString());
            assertThat(name.matches()).as(script.toString()).isTrue();
            numbers.add(Integer.valueOf(name.group(1)));
            packages.add(name.group(2));
        }
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(packages).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numberedScriptsOfOneStore")
    void aNumberedScriptOfOneDatabaseMatchesACommonScriptNumber(Path script) {
        var name = OWN_NAME.matcher(script.getFileName().toString());
        assertThat(name.matches()).as(script.toString()).isTrue();
        assertThat(Migrations.in("common"))
                .anyMatch(common -> common.getFileName().toString().startsWith("V" + name.group(1) + "__"));
    }

    @Test
    void theUnnumberedScriptGrantsThePortalEveryTableAfterEachMigration() {
        var unnumbered =
                scriptsOfOneStore().filter(script -> !isNumbered(script)).toList();
        assertThat(unnumbered)
                .containsExactly(Path.of("src/main/resources/db/migration/mysql/afterMigrate__grants.sql"));
        var grants = statementsByDelimiter(Migrations.statements(unnumbered.getFirst()));
        assertThat(grants).allMatch(statement -> statement.startsWith("grant "));
        var granted = grants.stream()
                .filter(statement -> !statement.startsWith("grant execute on procedure dispose_step to "))
                .map(statement -> statement.replaceFirst("(?s).* on (\\w+) to .*", "$1"));
        assertThat(granted).containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void aScriptThatTakesAwayWhatAnOlderPortalNeedsSaysSoInItsName() {
        assertThat(scriptsForBothStores().filter(MigrationsTest::isAfterTwoReleases))
                .allSatisfy(script -> assertThat(script.getFileName().toString().contains("__contract_"))
                        .as(script + " takes away or narrows")
                        .isEqualTo(contracts(Migrations.statements(script))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table lead_call",
                "alter table lead drop column email",
                "alter table lead rename to inquiry",
                "alter table lead alter column email rename to mail",
                "alter table lead modify email varchar(10)",
                "alter table lead add column source varchar(10) not null",
                "alter table lead add column price decimal(10, 2) not null",
                "alter table lead add constraint lead_email unique (email)"
            })
    void whatAnOlderPortalStumblesOverIsKnown(String statement) {
        assertThat(contracts(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table lead_source (id int not null primary key)",
                "alter table lead add column source varchar(10)",
                "alter table lead add column source varchar(10) not null default ''",
                "alter table lead add source varchar(10) default '' not null",
                "alter table lead add column price decimal(10, 2) default 0 not null",
                "create index lead_source on lead (source)"
            })
    void whatOnlyAddsIsKnown(String statement) {
        assertThat(contracts(statement)).isFalse();
    }

    private static boolean contracts(String statements) {
        return CONTRACTS.matcher(statements).find();
    }

    private static boolean isAfterTwoReleases(Path script) {
        var name = COMMON_NAME.matcher(script.getFileName().toString());
        return name.matches() && Integer.parseInt(name.group(1)) > LAST_BEFORE_TWO_RELEASES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scriptsOfOneStore")
    void scriptsOfOneDatabaseContainOnlyTriggersAndGrantsAndWhatDisposesOfARecord(Path script) {
        assertThat(statementsByDelimiter(Migrations.statements(script)))
                .isNotEmpty()
                .allMatch(statement -> statement.startsWith("create trigger ")
                        || statement.startsWith("grant ")
                        || statement.startsWith("create procedure dispose_step("));
    }

    @Test
    void bothDatabasesHaveTheSameTriggers() {
        assertThat(triggers("h2")).isNotEmpty().isEqualTo(triggers("mysql"));
    }

    /** What has run on somebody's store never changes: whoever needs another shape writes the next migration. */
    @Test
    void noReleasedMigrationIsChanged() throws Exception {
        var now = new TreeMap<String, String>();
        for (var migration : landing()) {
            now.put(name(migration), hash(migration));
        }
        if (Boolean.getBoolean("plumbline.migrations.write")) {
            Files.write(
                    LANDED,
                    now.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .toList());
            return;
        }
        var landed = Files.readAllLines(LANDED).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        assertThat(landed).isNotEmpty();
        landed.forEach((name, hash) -> assertThat(now)
                .as("%s has landed: put it back as it was, and write the next migration", name)
                .containsEntry(name, hash));
        assertThat(now.keySet())
                .as(
                        "New migrations: when they land, run ./portal test -Dtest=MigrationsTest -DskipITs"
                                + " -Dplumbline.migrations.write=true, which adds them to %s",
                        LANDED)
                .isEqualTo(landed.keySet());
    }

    /** All but the rights, which may be edited; those in Java too. */
    private static List<Path> landing() throws IOException {
        try (var code = Files.walk(Path.of("src/main/java"))) {
            var inJava = code.filter(Files::isRegularFile).filter(MigrationsTest::isInJava);
            return Stream.concat(everyScript().filter(MigrationsTest::isNumbered), inJava)
                    .toList();
        }
    }

    private static boolean isInJava(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains(" implements JavaMigration {");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path migration) {
        return isInJava(migration)
                ? "java/" + migration.getFileName()
                : migration.getParent().getFileName() + "/" + migration.getFileName();
    }

    /** A class may move to another package: that changes nothing of what it does. */
    private static String hash(Path migration) throws Exception {
        var content = isInJava(migration)
                ? Files.readString(migration)
                        .replaceAll("(?m)^(package|import) .*\\R", "")
                        .strip()
                : Files.readString(migration);
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isNumbered(Path script) {
        return script.getFileName().toString().startsWith("V");
    }

    private static List<String> tables() {
        var table = Pattern.compile("create table (\\w+)|alter table (\\w+) rename to (\\w+)");
        var tables = new ArrayList<String>();
        scriptsForBothStores()
                .map(Migrations::statements)
                .flatMap(text -> table.matcher(text).results())
                .forEach(found -> {
                    tables.remove(found.group(2));
                    tables.add(found.group(1) == null ? found.group(3) : found.group(1));
                });
        return tables;
    }

    private static List<String> triggers(String folder) {
        var guard = Pattern.compile("create trigger \\w+ before (?:update|delete|insert) on \\w+");
        return Migrations.in(folder).stream()
                .map(Migrations::statements)
                .flatMap(text -> guard.matcher(text).results())
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static List<String> statementsByDelimiter(String text) {
        var statements = new ArrayList<String>();
        var delimiter = ";";
        var rest = new StringBuilder();
        for (var line : text.lines().toList()) {
            if (line.startsWith("delimiter ")) {
                assertThat(rest.toString()).as("before " + line).isBlank();
                delimiter = line.substring("delimiter ".length()).strip();
                continue;
            }
            rest.append(line).append('\n');
            if (line.stripTrailing().endsWith(delimiter)) {
                statements.add(rest.toString().strip());
                rest.setLength(0);
            }
        }
        assertThat(rest.toString()).as("after the last " + delimiter).isBlank();
        return statements;
    }
}
