package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time uses a folder of data, whatever is unpacked over it. */
class RunningMarkTest {
    @TempDir
    Path folder;

    @Test
    void aSecondPortalIsRefusedAlsoAfterABackupWasUnpackedOverTheFolder() throws IOException {
        Files.writeString(folder.resolve("plumbline.mv.db"), "H:2");
        try (var running = RunningMark.set(folder, "in use")) {
            Files.delete(folder.resolve("plumbline.mv.db"));
            Files.writeString(folder.resolve("plumbline.mv.db"), "H:2, of the backup");
            Files.writeString(folder.resolve("running-of-the-backup"), "");
            assertThatThrownBy(() -> RunningMark.set(folder, "in use"))
                    .as(running.toString())
                    .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                            .isEqualTo("in use"));
        }
        RunningMark.set(folder, "in use").close();
        assertThat(folder).isDirectoryNotContaining("glob:**running-*");
    }

    @Test
    void theMarkOfAProcessThatWasKilledRefusesNobody() throws IOException {
        Files.writeString(folder.resolve("running-killed"), "");
        try (var running = RunningMark.set(folder, "in use")) {
            assertThat(folder.resolve("running-killed")).doesNotExist();
            assertThat(folder).as(running.toString()).isDirectoryContaining("glob:**running-*");
        }
    }

    @Test
    void anotherProcessIsRefusedUntilItsPredecessorIsKilled() throws Exception {
        var predecessor = holder();
        try {
            predecessor
                    .inputReader()
                    .lines()
                    .filter("marked"::equals)
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> RunningMark.set(folder, "in use")).isInstanceOf(StartRefused.class);
        } finally {
            // its input is still open: at the end of that it would release the folder
            predecessor.destroyForcibly().waitFor();
        }
        assertThat(folder).isDirectoryContaining("glob:**running-*");
        RunningMark.set(folder, "in use").close();
        assertThat(folder).isDirectoryNotContaining("glob:**running-*");
    }

    @Test
    void aProcessIsRefusedAlsoIfTheClockWasSetBack() throws IOException {
        try (var later = FileChannel.open(
                        folder.resolve("running-ffffffff"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var held = later.lock()) {
            assertThatThrownBy(() -> RunningMark.set(folder, "in use"))
                    .as(held.toString())
                    .isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void ofProcessesThatStartAtOnceOneStays() throws Exception {
        var started = new ArrayList<Process>();
        try {
            for (int i = 0; i < 3; i++) {
                started.add(holder());
            }
            var said = new ArrayList<String>();
            for (var process : started) {
                said.add(process.inputReader().readLine());
            }
            assertThat(said).containsExactlyInAnyOrder("marked", "in use", "in use");
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Marks a folder until its input ends. */
    static final class Holder {
        public static void main(String[] args) throws IOException {
            try (var running = RunningMark.set(Path.of(args[0]), "in use")) {
                System.out.println("marked");
                System.in.read();
            } catch (StartRefused refused) {
                System.out.println(refused.sentence());
            }
        }
    }
}
