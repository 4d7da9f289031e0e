package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFilesTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aSecret() throws IOException {
        file = Files.writeString(folder.resolve("secret"), "four words for a secret\n");
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_DATASOURCE_PASSWORD_FILE, spring.datasource.password",
        "SPRING_FLYWAY_PASSWORD_FILE, spring.flyway.password",
        "SPRING_MAIL_PASSWORD_FILE, spring.mail.password",
        "PLUMBLINE_AUDIT_KEY_FILE, plumbline.audit.key",
        "PLUMBLINE_STORE_PASSWORD_FILE, plumbline.store-password"
    })
    void eachSecretMayBeInAFile(String variable, String property) {
        assertThat(SecretFiles.read(Map.of(variable, file.toString())))
                .containsExactly(Map.entry(property, "four words for a secret"));
    }

    @Test
    void aSettingWhoseNameOnlyEndsLikeASecretsIsLeftAlone() {
        assertThat(SecretFiles.read(Map.of("PLUMBLINE_AUDIT_HEAD_FILE", file.toString(), "PATH", "/bin")))
                .isEmpty();
    }

    @Test
    void aFileThatCannotBeASecretIsRefusedByName() throws IOException {
        refused(
                folder.resolve("missing"),
                "which cannot be read: correct the name, or give the file to the portal's user.");
        refused(folder, "which cannot be read: correct the name, or give the file to the portal's user.");
        refused(Files.writeString(folder.resolve("empty"), "\n"), "which is empty: write the secret into it.");
        refused(
                Files.writeString(folder.resolve("long"), "x".repeat(5000)),
                "which is longer than a secret: at most 4096 bytes.");
    }

    @Test
    void aSecretThatIsSetTwiceIsRefused() {
        assertThatThrownBy(() -> SecretFiles.read(
                        Map.of("PLUMBLINE_AUDIT_KEY", "ab", "PLUMBLINE_AUDIT_KEY_FILE", file.toString())))
                .isInstanceOf(StartRefused.class)
                .hasMessage("Both PLUMBLINE_AUDIT_KEY and PLUMBLINE_AUDIT_KEY_FILE are set: remove one of them.");
    }

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> SecretFiles.read(Map.of("SPRING_MAIL_PASSWORD_FILE", file.toString())))
                .isInstanceOf(StartRefused.class)
                .hasMessage("SPRING_MAIL_PASSWORD_FILE names the file " + file + ", " + why);
    }
}
