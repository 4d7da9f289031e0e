package io.plumbline.startup;

import io.plumbline.support.ChosenStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a start does to the store before anything else, in a process that ends itself as if it were killed. */
final class UpgradeProcess {
    /** The status of a process that ended itself. */
    static final int HALTED = 137;

    /** No point: the upgrade runs to its end. */
    static final String NEVER = "never";

    private static final Set<Event> EVENTS =
            Set.of(Event.BEFORE_EACH_MIGRATE, Event.BEFORE_EACH_MIGRATE_STATEMENT, Event.AFTER_EACH_MIGRATE_STATEMENT);

    private UpgradeProcess() {}

    /** @param setting the value of a setting, or null */
    static Flyway flyway(UnaryOperator<String> setting) {
        var isMySql = ChosenStore.isMySql();
        return Flyway.configure()
                .dataSource(new DriverManagerDataSource(
                        setting.apply("spring.datasource.url"),
                        setting.apply(isMySql ? "spring.flyway.user" : "spring.datasource.username"),
                        setting.apply(isMySql ? "spring.flyway.password" : "spring.datasource.password")))
                .locations("classpath:db/migration/common", "classpath:db/migration/" + ChosenStore.folder())
                .placeholders(
                        isMySql
                                ? Map.of("runtime-user", setting.apply("spring.flyway.placeholders.runtime-user"))
                                : Map.of())
                .load();
    }

    public static void main(String[] args) {
        var killing = new Killing(args[0]);
        try (var context = new GenericApplicationContext()) {
            new DataDirectoryCheck().initialize(context);
            context.refresh();
            var configured = flyway(context.getEnvironment()::getProperty).getConfiguration();
            new DatabaseCheck(context.getEnvironment(), List.of())
                    .migrate(Flyway.configure()
                            .configuration(configured)
                            .callbacks(Stream.concat(Arrays.stream(configured.getCallbacks()), Stream.of(killing))
                                    .toArray(Callback[]::new))
                            .load());
        }
    }

    /** Says each point that it passes, and ends the process at one. */
    private static final class Killing implements Callback {
        private final String at;
        private String migration = "";
        private int statement;

        Killing(String at) {
            this.at = at;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return EVENTS.contains(event);
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                migration = String.valueOf(context.getMigrationInfo().getVersion());
                statement = 0;
                return;
            }
            var isBefore = event == Event.BEFORE_EACH_MIGRATE_STATEMENT;
            statement += isBefore ? 1 : 0;
            var point = (isBefore ? "before " : "after ") + migration + ":" + statement;
            System.out.println(point);
            if (point.equals(at)) {
                Runtime.getRuntime().halt(HALTED);
            }
        }

        @Override
        public String getCallbackName() {
            return "killing";
        }
    }
}
