package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.bench.Journal.Fate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A portal that is killed at random moments while people work with it loses nothing of what it acknowledged. */
class CrashIT {
    /** The same moments each time, so that a failure comes back; {@code ./portal crash} draws others. */
    private static final long SEED = 20261124;

    @TempDir
    Path folder;

    @Test
    void killsLoseNoAcknowledgedSaveOnH2() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        losesNothing(new H2OwnStore(data), data, 3);
    }

    @Test
    @DisabledIfSystemProperty(named = "plumbline.mysql", matches = "false")
    @Tag("long")
    @Tag("crash")
    void killsLoseNoAcknowledgedSaveOnMySql() throws Exception {
        losesNothing(new MySqlOwnStore(folder), folder, 1);
    }

    private static void losesNothing(OwnStore store, Path data, int kills) throws Exception {
        var outcome = new CrashRun(store, data, SEED, said -> {}).kill(kills);
        assertThat(outcome.faults()).as("moments of seed " + SEED).isEmpty();
        assertThat(outcome.kills()).isEqualTo(kills);
        assertThat(outcome.journal().count(Fate.ACKNOWLEDGED)).isGreaterThan(kills);
    }
}
