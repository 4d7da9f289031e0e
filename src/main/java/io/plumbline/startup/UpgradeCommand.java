package io.plumbline.startup;

import io.plumbline.shared.Command;
import io.plumbline.shared.Count;
import java.io.PrintStream;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** {@code ./portal upgrade}: migrates the store without starting the portal. */
@Component
class UpgradeCommand implements Command {
    static final String NAME = "upgrade";

    private final Flyway flyway;

    /** @param migrated has migrated the store once it is there */
    UpgradeCommand(Flyway flyway, FlywayMigrationInitializer migrated) {
        this.flyway = flyway;
    }

    /** Returns whether this command runs. */
    static boolean isRunning(Environment environment) {
        return environment.getProperty(CommandRun.PROPERTY, "").equals(NAME);
    }

    /** Returns whether the arguments call this command with arguments, of which it takes none. */
    static boolean isMisused(String[] arguments) {
        return arguments.length > 1 && arguments[0].equals(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments, PrintStream answer) {
        answer.println("The store is up to date: "
                + Count.of(flyway.info().applied().length, "migration", "migrations") + ", the last one "
                + flyway.info().current().getVersion() + ".");
        return 0;
    }
}
