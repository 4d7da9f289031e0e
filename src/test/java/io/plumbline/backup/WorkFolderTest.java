package io.plumbline.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No unpacked backup outlives its command for long. */
class WorkFolderTest {
    @TempDir
    Path data;

    @Test
    void itGoesWithWhatIsInIt() throws IOException {
        try (var folder = WorkFolder.create(data)) {
            Files.writeString(folder.path().resolve("plumbline.mv.db"), "a store");
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void oneThatAKilledCommandLeftGoesWhenTheNextIsMadeAndOneInUseStays() throws IOException {
        var left = Files.createDirectories(data.resolve("unpacked-backup1"));
        Files.writeString(left.resolve("in-use.lock"), "");
        Files.writeString(left.resolve("plumbline.mv.db"), "a store");
        try (var inUse = WorkFolder.create(data);
                var second = WorkFolder.create(data)) {
            assertThat(data.toFile().list())
                    .containsExactlyInAnyOrder(
                            inUse.path().getFileName().toString(),
                            second.path().getFileName().toString());
        }
    }
}
