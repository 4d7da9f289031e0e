package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.PortalProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/operations.md, as they stand there, bring an H2 store to another folder and back to life. */
@DisabledOnOs(OS.WINDOWS)
class BackupIT {
    private static final Map<String, String> WITHOUT_DEMO = Map.of("PLUMBLINE_DEMO", "false", "PLUMBLINE_CLOCK", "");

    @TempDir
    Path folder;

    @Test
    void whatWasBackedUpIsRestoredWithAWholeTrail() throws Exception {
        var lived = Files.createDirectories(folder.resolve("where it lived"));
        PortalProcess.start(lived, WITHOUT_DEMO).close();
        var restored = folder.resolve("where it goes on");

        assertThat(run("Back up", lived)).isEmpty();
        assertThat(folder.resolve("backup")).isDirectoryNotContaining("glob:**audit.key");
        assertThat(run("Restore", restored)).matches("The audit trail is whole: [1-9].*\\n");

        PortalProcess.start(restored, WITHOUT_DEMO).close();
    }

    /** What a heading's commands print. */
    private String run(String heading, Path data) throws IOException, InterruptedException {
        var commands = Pattern.compile("### " + heading + "\n.*?```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/operations.md")));
        assertThat(commands.find()).isTrue();
        var builder = new ProcessBuilder("sh", "-eu", "-c", commands.group(1))
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().putAll(WITHOUT_DEMO);
        builder.environment().put("PLUMBLINE_DATA_DIR", data.toString());
        builder.environment().put("BACKUP", folder.resolve("backup").toString());
        builder.environment().put("KEYS", folder.resolve("keys").toString());
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return printed;
    }
}
