package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.Command;
import io.plumbline.support.StoreTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoreTest
class UpgradeCommandTest {
    @Autowired
    List<Command> commands;

    @Autowired
    UpgradeCommand upgrade;

    @Test
    void theNamesOfAllCommandsAreKnownBeforeAnythingIsOpened() {
        assertThat(commands).extracting(Command::name).containsExactlyInAnyOrderElementsOf(CommandRun.NAMES);
    }

    @Test
    void saysUpToWhichMigrationTheStoreIs() {
        var answer = new ByteArrayOutputStream();
        assertThat(upgrade.run(List.of(), new PrintStream(answer, true, StandardCharsets.UTF_8)))
                .isZero();
        assertThat(answer.toString(StandardCharsets.UTF_8))
                .matches("The store is up to date: \\d+ migrations, the last one \\d+(\\.\\d+)?\\.\\R");
    }

    @Test
    void takesNoArguments() {
        assertThat(CommandRun.of(String.class, new String[] {"upgrade", "now"}))
                .as("no application is started")
                .isEqualTo(2);
    }
}
