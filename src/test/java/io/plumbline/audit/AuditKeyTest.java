package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A key that cannot be used is one sentence, and never shown. */
class AuditKeyTest {
    @TempDir
    Path data;

    @Test
    void aFolderInPlaceOfTheKeyIsRefused() throws IOException {
        Files.createDirectory(file());
        assertRefused("audit.key must be a file");
    }

    @Test
    void aKeyThatIsNotTextIsRefused() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertRefused("audit.key, is not at least 64 hexadecimal digits");
    }

    @Test
    void aKeyThatIsTooShortIsRefused() throws IOException {
        Files.writeString(file(), "abcd");
        assertRefused("must be at least 64 hexadecimal digits");
    }

    private void assertRefused(String words) {
        var store = JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:"));
        assertThatThrownBy(() -> new AuditKey(
                        new AuditSettings("", "", Duration.ofHours(1), Duration.ofHours(1)),
                        "jdbc:h2:mem:",
                        data,
                        store))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(words);
    }

    private Path file() {
        return data.resolve("audit.key");
    }
}
