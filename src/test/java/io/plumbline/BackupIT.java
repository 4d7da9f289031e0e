package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.DocumentedCommands;
import io.plumbline.support.Http;
import io.plumbline.support.PortalProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    private static final String KEY = "3f".repeat(32);
    private static final Map<String, String> WITHOUT_DEMO =
            Map.of("PLUMBLINE_DEMO", "false", "PLUMBLINE_CLOCK", "", "PLUMBLINE_BACKUP_KEY", KEY);

    @TempDir
    Path folder;

    @Test
    void aBackupOfARunningPortalComesBackWithNothingButItsFileAndTheRecoveryKey() throws Exception {
        var lived = Files.createDirectories(folder.resolve("where it lived"));
        String recovery;
        try (var portal = PortalProcess.start(lived, WITHOUT_DEMO)) {
            new Http(URI.create(portal.address()).getPort()).signIn("nobody", "a row for the trail");
            recovery = run("./portal backup init", lived)
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split(": ")[1];
            assertThat(run(DocumentedCommands.of("Back up"), lived))
                    .startsWith("The backup ")
                    .contains(" is made: ");
            assertThat(run("./portal restore \"$BACKUP\"/plumbline-*.age || cat \"$BACKUP/errors\"", lived))
                    .contains("The portal is running with the data in ");
            new Http(URI.create(portal.address()).getPort()).signIn("nobody", "a row after the backup");
        }
        assertThat(run(DocumentedCommands.of("Verify"), lived))
                .contains("Audit trail verified: ")
                .contains(" is good.");
        assertThat(run(DocumentedCommands.of("Restore").strip() + " || true", lived))
                .contains("The backup does not have: ", "Nothing was changed. To replace what is there");

        var restored = folder.resolve("where it goes on");
        assertThat(run(
                        "unset PLUMBLINE_BACKUP_KEY\nexport PLUMBLINE_BACKUP_RECOVERY_KEY=" + recovery + "\n"
                                + DocumentedCommands.of("Restore"),
                        restored))
                .contains("Audit trail verified: ", "Restored. Start the portal.");
        try (var portal = PortalProcess.start(restored, WITHOUT_DEMO)) {
            new Http(URI.create(portal.address()).getPort()).signIn("nobody", "a row after the restore");
        }
        theBackupReplacesANewerStore(restored);
        theStoreIsEncrypted(restored);

        Files.delete(restored.resolve("audit.key"));
        assertThat(run("./portal audit verify || cat \"$BACKUP/errors\"", restored))
                .as("the trail came back, so its key must")
                .startsWith("The key of the audit trail is missing");
    }

    /** Beside the head that was noted since, which is accepted on record. */
    private void theBackupReplacesANewerStore(Path restored) throws Exception {
        assertThat(restored.resolve("audit-real.head")).isRegularFile();
        var left = restored.resolve("real").resolve("before-upgrade.zip");
        Files.writeString(left, "the copy of an upgrade that was killed");
        assertThat(run(DocumentedCommands.of("Restore").strip() + " --replace", restored))
                .contains("Accepted, and on record: a noted head", "Audit trail verified: ", ".before-restore-");
        assertThat(left)
                .as("would be put back in the place of what was restored")
                .doesNotExist();
        assertThat(run("yes yes | ./portal store clean", restored)).contains(".before-restore-", "Deleted.");
    }

    private void theStoreIsEncrypted(Path restored) throws Exception {
        var password = "PLUMBLINE_STORE_PASSWORD=four-words-for-a-store";
        assertThat(run("export " + password + "\n" + DocumentedCommands.of("Encryption"), restored))
                .contains("is encrypted. Start the portal with the same PLUMBLINE_STORE_PASSWORD")
                .contains("Audit trail verified: ");
        assertThat(run("./portal audit verify || cat \"$BACKUP/errors\"", restored))
                .contains("is encrypted: set PLUMBLINE_STORE_PASSWORD to its password.");
        assertThat(run(
                        "PLUMBLINE_STORE_PASSWORD=another-one-of-15 ./portal audit verify || cat \"$BACKUP/errors\"",
                        restored))
                .contains("PLUMBLINE_STORE_PASSWORD is not the password of the store");
        var own = "export " + password + "\nexport BACKUP=\"$BACKUP/encrypted\"\nmkdir -p \"$BACKUP\"\n";
        assertThat(run(own + DocumentedCommands.of("Back up"), restored)).contains(" is made: ");
        assertThat(run(own + DocumentedCommands.of("Restore").strip() + " --replace", restored))
                .as("an encrypted store takes the place of another")
                .contains("Audit trail verified: ", "Restored. Start the portal.");
        assertThat(run(password + " ./portal store decrypt", restored)).contains("is no longer encrypted");
    }

    /** What commands print that end well. */
    private String run(String commands, Path data) throws IOException, InterruptedException {
        var backup = Files.createDirectories(folder.resolve("backup"));
        var errors = backup.resolve("errors");
        var builder = new ProcessBuilder("sh", "-eu", "-c", commands).redirectError(errors.toFile());
        builder.environment().putAll(WITHOUT_DEMO);
        builder.environment().put("PLUMBLINE_DATA_DIR", data.toString());
        builder.environment().put("BACKUP", backup.toString());
        builder.environment().put("PLUMBLINE_BACKUP_KEY", KEY);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return printed;
    }
}
