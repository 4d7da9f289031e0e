package io.plumbline.bench;

import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills the empty store of a test with a group of 20,000 patients, before anybody signs in; and has it count what it
 * holds, which MySQL otherwise does some time later, and until then plans for empty tables.
 */
@TestComponent
class FilledGroup implements ApplicationRunner {
    private static final int SIZE = 20_000;

    private final ApplicationContext portal;

    FilledGroup(ApplicationContext portal) {
        this.portal = portal;
    }

    @Override
    public void run(ApplicationArguments none) {
        new GeneratedGroup(portal).fill(SIZE, "four words for a test", patients -> {}, () -> false);
        // the portal itself may not
        var owner = portal.getBean(Flyway.class).getConfiguration().getDataSource();
        var jdbc = new JdbcTemplate(Objects.requireNonNull(owner));
        jdbc.queryForList(
                        "select table_name from information_schema.tables"
                                + " where table_schema = schema() and table_type = 'BASE TABLE'",
                        String.class)
                .forEach(table -> jdbc.execute("analyze table " + table));
    }
}
