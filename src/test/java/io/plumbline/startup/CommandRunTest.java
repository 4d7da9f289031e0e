package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.Plumbline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that cannot begin says so in a sentence. */
class CommandRunTest {
    @Test
    void anUnreadableKeyIsReportedInOneSentence(@TempDir Path data) throws IOException {
        Files.createDirectory(data.resolve("audit.key"));
        var settings = Map.of(
                "plumbline.data-dir",
                data.toString(),
                "plumbline.demo",
                "false",
                "spring.datasource.url",
                "jdbc:h2:mem:command;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;TIME ZONE=UTC;DB_CLOSE_DELAY=-1");
        settings.forEach(System::setProperty);
        var out = System.out;
        var err = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(CommandRun.of(Plumbline.class, new String[] {"audit", "verify"}))
                    .isEqualTo(2);
        } finally {
            System.setOut(out);
            System.setErr(err);
            settings.keySet().forEach(System::clearProperty);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("The key of the audit trail cannot be read")
                .doesNotContain("\tat ");
    }
}
