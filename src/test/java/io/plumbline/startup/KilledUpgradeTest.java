package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.ChosenStore;
import io.plumbline.support.EarlierStore;
import io.plumbline.support.MySqlForTests;
import io.plumbline.support.OnMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** An upgrade of the store of November 21, 2026 that is killed is finished by the next start, with every row. */
@Tag("store")
@OnMySql("MySQL commits each statement, so that a killed upgrade leaves a part of a migration")
class KilledUpgradeTest {
    private static final long DRAWN = Long.getLong("junit.jupiter.execution.order.random.seed", 20261129);
    private static final int FEW = 5;
    private static final int MANY = 20;

    @TempDir
    Path folder;

    @Test
    void anUpgradeThatIsKilledAtFivePointsEndsWithEveryRow() throws Exception {
        // before the first statement, after the last one, and between
        assertEndsWithEveryRow(passed -> IntStream.range(0, FEW).map(point -> (passed - 1) * point / (FEW - 1)));
    }

    @Test
    @Tag("long")
    @Tag("sizes")
    void anUpgradeThatIsKilledAtDrawnPointsEndsWithEveryRow() throws Exception {
        var drawn = new Random(DRAWN);
        assertEndsWithEveryRow(
                passed -> drawn.ints(0, passed).distinct().limit(MANY).sorted());
    }

    /** @param choice chooses points, in their order, of all that an upgrade passes */
    private void assertEndsWithEveryRow(IntFunction<IntStream> choice) throws Exception {
        var whole = new Store(folder.resolve("whole"));
        var passed = whole.upgrade(UpgradeProcess.NEVER);

        var killed = new Store(folder.resolve("killed"));
        for (var number : choice.apply(passed.size()).toArray()) {
            assertThat(killed.upgrade(passed.get(number))).endsWith(passed.get(number));
        }
        killed.upgrade(UpgradeProcess.NEVER);

        assertThat(killed.rows()).isEqualTo(whole.rows()).containsEntry("patient", 60L);
        assertThat(killed.schema()).isEqualTo(whole.schema());
    }

    /** A store of November 21, in a folder or a database of its own. */
    private static final class Store {
        private final Map<String, String> settings = new LinkedHashMap<>();

        Store(Path folder) throws IOException {
            Files.createDirectories(folder);
            settings.put(
                    "plumbline.audit.head-file",
                    folder.resolve("audit-real.head").toString());
            if (ChosenStore.isMySql()) {
                MySqlForTests.register((name, value) -> settings.put(name, String.valueOf(value.get())));
            } else {
                settings.put(
                        "spring.datasource.url",
                        "jdbc:h2:file:" + folder.resolve("plumbline")
                                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;TIME ZONE=UTC");
                settings.put("spring.datasource.username", "sa");
                settings.put("spring.datasource.password", "");
            }
            EarlierStore.fill(UpgradeProcess.flyway(settings::get));
        }

        /** Returns the points that the upgrade passed; the last is that at which it was killed. */
        List<String> upgrade(String killedAt) throws Exception {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path")));
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            Stream.of("plumbline.store", "plumbline.mysql")
                    .filter(name -> System.getProperty(name) != null)
                    .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
            command.addAll(List.of(UpgradeProcess.class.getName(), killedAt));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = process.inputReader().lines().toList();
            assertThat(process.waitFor())
                    .as(() -> String.join("\n", said))
                    .isEqualTo(killedAt.equals(UpgradeProcess.NEVER) ? 0 : UpgradeProcess.HALTED);
            return said.stream()
                    .filter(line -> line.matches("(before|after) .*:\\d+"))
                    .toList();
        }

        Map<String, Long> rows() {
            var rows = new TreeMap<String, Long>();
            for (var table : tables()) {
                rows.put(table, jdbc().queryForObject("select count(*) from " + table, Long.class));
            }
            return rows;
        }

        List<String> schema() {
            return ChosenStore.isMySql()
                    ? tables().stream()
                            .map(table -> jdbc().queryForMap("show create table " + table)
                                    .get("Create Table")
                                    .toString()
                                    .replaceFirst(" AUTO_INCREMENT=\\d+", ""))
                            .toList()
                    : jdbc().queryForList("script nodata", String.class).stream()
                            // the salt of the password
                            .filter(line -> !line.startsWith("CREATE USER"))
                            .toList();
        }

        private List<String> tables() {
            return jdbc().queryForList(
                            "select table_name from information_schema.tables where table_schema = schema() order by table_name",
                            String.class);
        }

        private JdbcTemplate jdbc() {
            return new JdbcTemplate(
                    UpgradeProcess.flyway(settings::get).getConfiguration().getDataSource());
        }
    }
}
