package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * What was committed in H2, with the options of the portal, is there after the process was killed. H2 2.5.252 lost it
 * once it used the place of old pages again, so old pages are kept for a second here, not for 45.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class KilledStoreTest {
    private static final long SEED = 20261128;
    private static final int KILLS = 10;
    private static final int COMMITS_AT_MOST = 20;

    @Test
    void aKilledProcessLosesNothingOfWhatItCommitted(@TempDir Path folder) throws Exception {
        var random = new Random(SEED);
        var url = url(folder);
        var committed = 0;
        for (var kill = 1; kill <= KILLS; kill++) {
            var commits = 1 + random.nextInt(COMMITS_AT_MOST);
            committed = commitAndDie(url, commits, committed, kill);
        }
    }

    private static int commitAndDie(String url, int commits, int committed, int kill) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        placeOf(Driver.class) + File.pathSeparator + placeOf(Writer.class),
                        Writer.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = process.inputReader();
        var asked = process.outputWriter();
        try {
            assertThat(said.readLine()).as("rows after kill " + (kill - 1)).isEqualTo(String.valueOf(committed));
            for (var commit = 1; commit <= commits; commit++) {
                asked.write("\n");
                asked.flush();
                assertThat(said.readLine()).isEqualTo(String.valueOf(committed + commit));
            }
        } finally {
            // its input is still open: at the end of that it would close the store
            process.destroyForcibly().waitFor();
        }
        return committed + commits;
    }

    private static String url(Path folder) throws IOException {
        var ofThePortal = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"))
                .getProperty("spring.datasource.url");
        return "jdbc:h2:file:" + folder.resolve("killed") + ofThePortal.substring(ofThePortal.indexOf(';'))
                + ";RETENTION_TIME=1000";
    }

    private static Path placeOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Says how many rows there are, and commits one more for each line that it reads. */
    static final class Writer {
        public static void main(String[] args) throws Exception {
            try (var connection = DriverManager.getConnection(args[0], "sa", "");
                    var asked = new BufferedReader(new InputStreamReader(System.in))) {
                connection.createStatement().execute("create table if not exists t (id int primary key, v varchar)");
                connection.setAutoCommit(false);
                var rows = count(connection);
                System.out.println(rows);
                while (asked.readLine() != null) {
                    connection.createStatement().execute("insert into t values (" + ++rows + ", repeat('x', 500))");
                    connection.commit();
                    System.out.println(rows);
                }
            }
        }

        private static int count(Connection connection) throws SQLException {
            try (var counted = connection.createStatement().executeQuery("select count(*) from t")) {
                counted.next();
                return counted.getInt(1);
            }
        }
    }
}
