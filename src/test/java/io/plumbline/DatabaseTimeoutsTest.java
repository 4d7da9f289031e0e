package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** How long anybody waits for the store at most; MySqlFaultyConnectionTest shows that it is so. */
class DatabaseTimeoutsTest {
    private static final String POOL = "spring.datasource.hikari.";
    private static final String DRIVER = POOL + "data-source-properties.";

    @Test
    void everyWaitForTheDatabaseHasATimeout() throws IOException {
        var common = settings("application.properties");
        assertThat(common)
                .containsEntry(POOL + "connection-timeout", "5000")
                .containsEntry(POOL + "validation-timeout", "2000");
        assertThat(common.getProperty("spring.datasource.url")).contains(";LOCK_TIMEOUT=2000;");
        assertThat(settings("application-mysql.properties"))
                .containsEntry(DRIVER + "connectTimeout", "5000")
                .containsEntry(DRIVER + "socketTimeout", "60000")
                .containsEntry(DRIVER + "sessionVariables", "innodb_lock_wait_timeout=2")
                .containsEntry(DRIVER + "queryTimeoutKillsConnection", "true")
                .containsEntry("spring.transaction.default-timeout", "8s");
    }

    private static Properties settings(String file) throws IOException {
        var settings = new Properties();
        try (var in = DatabaseTimeoutsTest.class.getResourceAsStream("/" + file)) {
            settings.load(in);
        }
        return settings;
    }
}
