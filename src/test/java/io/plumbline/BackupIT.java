package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Http;
import io.plumbline.support.PortalProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/operations.md, as they stand there, bring an H2 store to another folder and back to life. */
@Tag("long")
@Tag("launcher")
@DisabledOnOs(OS.WINDOWS)
class BackupIT {
    private static final Map<String, String> WITHOUT_DEMO = Map.of("PLUMBLINE_DEMO", "false", "PLUMBLINE_CLOCK", "");

    @TempDir
    Path folder;

    @Test
    void aRestoredBackupKeepsItsAuditTrailAndNeedsItsKey() throws Exception {
        var lived = Files.createDirectories(folder.resolve("where it lived"));
        try (var portal = PortalProcess.start(lived, WITHOUT_DEMO)) {
            new Http(URI.create(portal.address()).getPort()).signIn("nobody", "a row for the trail");
        }
        var restored = folder.resolve("where it goes on");

        assertThat(run(commands("Back up"), lived)).isEmpty();
        assertThat(folder.resolve("backup")).isDirectoryNotContaining("glob:**audit.key");
        assertThat(run(commands("Restore"), restored)).startsWith("Audit trail verified: ");
        try (var portal = PortalProcess.start(restored, WITHOUT_DEMO)) {
            new Http(URI.create(portal.address()).getPort()).signIn("nobody", "a row after the backup");
        }
        theStoreAloneIsBroughtBack(restored);
        theStoreIsEncrypted(restored);

        Files.delete(restored.resolve("audit.key"));
        assertThat(run("./portal audit verify || cat \"$BACKUP/errors\"", restored))
                .as("the trail came back, so its key must")
                .startsWith("The key of the audit trail is missing");
    }

    /** Beside the head that was noted since, which somebody must accept. */
    private void theStoreAloneIsBroughtBack(Path restored) throws Exception {
        assertThat(restored.resolve("audit-real.head")).isRegularFile();
        var store = "tar -C \"$PLUMBLINE_DATA_DIR\" -xzf \"$BACKUP/plumbline.tar.gz\" ./real\n";
        assertThat(run(store + "./portal audit verify || true", restored)).startsWith("Audit trail not verified.");
        assertThat(run("./portal audit accept", restored)).startsWith("Accepted, and on record: a noted head");
        assertThat(run("./portal audit verify", restored)).startsWith("Audit trail verified: ");
    }

    private void theStoreIsEncrypted(Path restored) throws Exception {
        var password = "PLUMBLINE_STORE_PASSWORD=four-words-for-a-store";
        assertThat(run("export " + password + "\n" + commands("Encryption"), restored))
                .contains("is encrypted. Start the portal with the same PLUMBLINE_STORE_PASSWORD")
                .contains("Audit trail verified: ");
        assertThat(run("./portal audit verify || cat \"$BACKUP/errors\"", restored))
                .contains("is encrypted: set PLUMBLINE_STORE_PASSWORD to its password.");
        assertThat(run(
                        "PLUMBLINE_STORE_PASSWORD=another-one-of-15 ./portal audit verify || cat \"$BACKUP/errors\"",
                        restored))
                .contains("PLUMBLINE_STORE_PASSWORD is not the password of the store");
        assertThat(run(password + " ./portal store decrypt", restored)).contains("is no longer encrypted");
    }

    private static String commands(String heading) throws IOException {
        var commands = Pattern.compile("### " + heading + "\n.*?```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/operations.md")));
        assertThat(commands.find()).isTrue();
        return commands.group(1);
    }

    /** What commands print that end well. */
    private String run(String commands, Path data) throws IOException, InterruptedException {
        var backup = Files.createDirectories(folder.resolve("backup"));
        var errors = backup.resolve("errors");
        var builder = new ProcessBuilder("sh", "-eu", "-c", commands).redirectError(errors.toFile());
        builder.environment().putAll(WITHOUT_DEMO);
        builder.environment().put("PLUMBLINE_DATA_DIR", data.toString());
        builder.environment().put("BACKUP", backup.toString());
        builder.environment().put("KEYS", folder.resolve("keys").toString());
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return printed;
    }
}
