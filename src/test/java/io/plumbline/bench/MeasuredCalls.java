package io.plumbline.bench;

import io.plumbline.support.Staff;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** The calls of the services beside statements written by hand. */
final class MeasuredCalls {
    private static final int ENOUGH_TO_JUDGE = 10_000;

    private final ApplicationContext portal;
    private final RowsRead rowsRead;
    private final String store;
    private final int patients;

    MeasuredCalls(ApplicationContext portal, RowsRead rowsRead, String store, int patients) {
        this.portal = portal;
        this.rowsRead = rowsRead;
        this.store = store;
        this.patients = patients;
    }

    /**
     * Measures those whose name has these words; of words that are not empty the statements are told too.
     *
     * @param password of those who call
     */
    List<Measured> of(String words, String password, Consumer<String> progress) throws SQLException {
        var rounds = rounds();
        var hand = new ByHand(portal.getBean(DataSource.class));
        rounds.signIn("manager");
        var pairs = new ArrayList<>(new ReadPairs(portal, hand).all());
        rounds.signIn("therapist");
        pairs.addAll(new SavePairs(portal, hand).all(password, rounds));
        pairs.removeIf(pair -> !pair.name().contains(words));
        var timings = rounds.measure(pairs, progress);
        var measured = new ArrayList<Measured>();
        for (var pair : pairs) {
            rounds.signIn(pair.who());
            var statements = rowsRead.of(pair.service());
            if (!words.isEmpty()) {
                statements.forEach(asked ->
                        progress.accept(asked.rows() + " rows: " + asked.sql().replaceAll("\\s+", " ")));
            }
            var timing = timings.get(pair);
            measured.add(new Measured(
                    pair.name(),
                    store,
                    patients,
                    timing.serviceMs(0.5),
                    timing.serviceMs(0.95),
                    timing.jdbcMs(0.5),
                    (int) statements.stream()
                            .filter(RowsRead.Statement::isCounted)
                            .count(),
                    statements.stream().mapToLong(RowsRead.Statement::rows).sum(),
                    pair.kind().word()));
        }
        return measured;
    }

    /** A small group has too few drafts for many rounds, and is measured for its correctness. */
    private Rounds rounds() {
        var staff = portal.getBean(Staff.class);
        return patients < ENOUGH_TO_JUDGE ? new Rounds(staff, 20, 5) : new Rounds(staff, 3_000, 40);
    }
}
