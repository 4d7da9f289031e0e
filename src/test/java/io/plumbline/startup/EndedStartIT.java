package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.PortalProcess;
import io.plumbline.support.StartCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that is told to end while it makes its tables ends, and invites nobody. */
@Tag("long")
@Tag("launcher")
class EndedStartIT {
    private static final Map<String, String> WITHOUT_DEMO = Map.of("PLUMBLINE_DEMO", "false", "PLUMBLINE_CLOCK", "");

    @TempDir
    Path folder;

    @Test
    void aPortalThatIsToldToEndWhileItStartsInvitesNobody() throws IOException, InterruptedException {
        var log = folder.resolve("start.log");
        var start = new ProcessBuilder(StartCache.asLaunched())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        start.environment().putAll(WITHOUT_DEMO);
        start.environment().put("PLUMBLINE_DATA_DIR", folder.toString());
        start.environment().put("SERVER_PORT", "0");
        var portal = start.start();
        while (portal.isAlive() && !Files.exists(folder.resolve("real/plumbline.mv.db"))) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        portal.destroy();
        assertThat(portal.waitFor()).isNotZero();
        assertThat(log).content().doesNotContain("Plumbline is ready", "Nobody can sign in as administrator yet");

        try (var next = PortalProcess.start(folder, WITHOUT_DEMO)) {
            assertThat(next.log()).contains("Plumbline is ready", "Nobody can sign in as administrator yet");
        }
    }
}
