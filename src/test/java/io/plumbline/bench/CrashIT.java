package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.bench.Journal.Fate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A portal that is killed at random moments while people work with it loses nothing of what it acknowledged. */
class CrashIT {
    /** The same moments each time, so that a failure comes back. */
    private static final long SEED = 20261124;

    /** The moments of a long run are drawn with its order. */
    private static final long DRAWN = Long.getLong("junit.jupiter.execution.order.random.seed", SEED);

    private static final int MANY = 50;

    @TempDir
    Path folder;

    @Test
    void killsLoseNoAcknowledgedSaveOnH2() throws Exception {
        losesNothing(H2OwnStore::new, SEED, 3);
    }

    @Test
    @Tag("long")
    @Tag("crash")
    void manyKillsLoseNoAcknowledgedSaveOnH2() throws Exception {
        losesNothing(H2OwnStore::new, DRAWN, MANY);
    }

    @Test
    @DisabledIfSystemProperty(named = "plumbline.mysql", matches = "false")
    @Tag("long")
    @Tag("crash")
    void manyKillsLoseNoAcknowledgedSaveOnMySql() throws Exception {
        losesNothing(MySqlOwnStore::new, DRAWN, MANY);
    }

    private void losesNothing(Function<Path, OwnStore> on, long seed, int kills) throws Exception {
        // a copy of the store of H2 is put beside its folder
        var data = Files.createDirectories(folder.resolve("data"));
        var outcome = new CrashRun(on.apply(data), data, seed, said -> {}).kill(kills);
        assertThat(outcome.faults()).as("moments of seed " + seed).isEmpty();
        assertThat(outcome.kills()).isEqualTo(kills);
        assertThat(outcome.journal().count(Fate.ACKNOWLEDGED)).isGreaterThan(kills);
    }
}
