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
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** A command that cannot begin says so in a sentence. */
class CommandRunTest {
    @Test
    void aCommandThatDoesNotExistIsRefusedBeforeAnythingIsOpened() {
        var err = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            // a class that is no application: none is started
            assertThat(CommandRun.of(String.class, new String[] {"audit", "foo"}))
                    .isEqualTo(2);
        } finally {
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "Plumbline has no command \"audit foo\". ./portal help lists them." + System.lineSeparator());
    }

    @Test
    void aCommandRunsNoJobs() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.register(WithJobs.class);
            CommandRun.removeJobs(context);
            context.refresh();
            assertThat(context.getBeansOfType(ScheduledAnnotationBeanPostProcessor.class))
                    .isEmpty();
        }
    }

    @EnableScheduling
    static class WithJobs {}

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
            assertThat(CommandRun.of(Plumbline.class, new String[] {"upgrade"})).isEqualTo(2);
        } finally {
            System.setOut(out);
            System.setErr(err);
            settings.keySet().forEach(System::clearProperty);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "This database has no store yet: start the portal first.",
                        "The key of the audit trail cannot be read")
                .doesNotContain("\tat ");
    }
}
