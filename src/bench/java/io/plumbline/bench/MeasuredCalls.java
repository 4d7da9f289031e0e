package io.plumbline.bench;

import io.plumbline.support.Staff;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** The calls of the services beside statements written by hand. */
final class MeasuredCalls {
    private final ApplicationContext portal;
    private final RowsRead rowsRead;
    private final BenchOptions options;

    MeasuredCalls(ApplicationContext portal, RowsRead rowsRead, BenchOptions options) {
        this.portal = portal;
        this.rowsRead = rowsRead;
        this.options = options;
    }

    /**
     * Measures those that are asked for; if not all are, their statements are told too.
     *
     * @param password of those who call
     * @param measured told each as soon as it is measured
     */
    void measure(String password, Consumer<String> progress, Consumer<Measured> measured) throws SQLException {
        var rounds = new Rounds(portal.getBean(Staff.class), options.effort());
        var hand = new ByHand(portal.getBean(DataSource.class));
        rounds.signIn("manager");
        var pairs = new ArrayList<>(new PatientPairs(portal, hand).all());
        pairs.addAll(new PalettePairs(portal, hand).all());
        pairs.addAll(new QueuePairs(portal, hand).all());
        pairs.addAll(new LeadPairs(portal, hand).all());
        rounds.signIn("therapist");
        pairs.addAll(new ClinicianPairs(portal, hand).all());
        pairs.addAll(new PlanPairs(portal, hand).all());
        var grown = new GrownNotes(portal);
        pairs.addAll(new NoteReadPairs(portal, hand, grown).all());
        pairs.addAll(new NoteSearchPairs(portal, hand, grown).all());
        if (options.only().isEmpty() || options.only().contains(PatientPagePairs.NAME)) {
            pairs.addAll(new PatientPagePairs(portal, hand).all());
        }
        pairs.addAll(new GatePairs(portal).all());
        pairs.addAll(new SavePairs(portal, hand).all(password, rounds));
        var only = Pattern.compile(options.only()).asPredicate();
        pairs.removeIf(pair -> !only.test(pair.name()));
        var timings = rounds.measure(pairs, progress);
        for (var pair : pairs) {
            rounds.signIn(pair.who());
            var statements = rowsRead.of(pair.service());
            if (!options.only().isEmpty()) {
                statements.forEach(asked ->
                        progress.accept(asked.rows() + " rows: " + asked.sql().replaceAll("\\s+", " ")));
            }
            var timing = timings.get(pair);
            measured.accept(new Measured(
                    pair.name(),
                    options.mysql() ? "mysql" : "h2",
                    options.patients(),
                    timing.serviceMs(0.5),
                    timing.serviceMs(0.95),
                    timing.jdbcMs(0.5),
                    (int) statements.stream()
                            .filter(RowsRead.Statement::isCounted)
                            .count(),
                    statements.stream().mapToLong(RowsRead.Statement::rows).sum(),
                    pair.kind().label()));
        }
    }
}
