package io.plumbline.bench;

import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.phases.StepRules;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.StartCache;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** {@code ./portal bench}: measures the portal on a group of clinics that it makes for it. */
public final class Bench {
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final String PASSWORD = "four words for a bench";

    private final BenchOptions options;
    private final PrintStream err;
    private final BenchFigures figures;

    private Bench(BenchOptions options, PrintStream err, BenchFigures figures) {
        this.options = options;
        this.err = err;
        this.figures = figures;
    }

    /** The measuring; it adds each figure as soon as it has it. */
    interface Measuring {
        void run() throws IOException, SQLException;
    }

    /** Measures, and tells the figures. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Its exit status is that of the measuring; of the figures only those count that have a limit. */
    static int run(List<String> arguments, PrintStream answer, PrintStream err) {
        BenchOptions options;
        try {
            options = BenchOptions.of(arguments);
        } catch (IllegalArgumentException notUnderstood) {
            err.println(notUnderstood.getMessage());
            return NOT_UNDERSTOOD;
        }
        var set = OwnStore.notToBeSet();
        if (!set.isEmpty()) {
            err.println("A bench makes a store of its own: unset " + String.join(" and ", set) + ".");
            return NOT_UNDERSTOOD;
        }
        System.setOut(err);
        if (options.against() != null) {
            return compare(options.against(), answer, err);
        }
        var figures = new BenchFigures(options.json());
        return tell(figures, new Bench(options, err, figures)::measure, answer, err);
    }

    private static int compare(Path other, PrintStream answer, PrintStream err) {
        try {
            StartCache.makeOnce();
            answer.print(new Against(StartCache.JAR, other, err).table());
            return 0;
        } catch (IOException | RuntimeException failed) {
            failed.printStackTrace(err);
            return FAILED;
        }
    }

    /** Measures and tells what was measured, also where a part of it failed. */
    static int tell(BenchFigures figures, Measuring measuring, PrintStream answer, PrintStream err) {
        var status = 0;
        try {
            measuring.run();
        } catch (IOException | SQLException | RuntimeException | AssertionError failed) {
            err.println("Stopped: " + failed.getMessage() + ". What was measured before is kept.");
            failed.printStackTrace(err);
            status = FAILED;
        }
        var report = figures.report();
        answer.print(report.table());
        if (!report.above().isEmpty()) {
            err.println("Above the limit: " + String.join(", ", report.above()) + ".");
            status = FAILED;
        }
        return status;
    }

    private void measure() throws IOException, SQLException {
        var folder = Files.createTempDirectory("bench");
        try {
            if (options.only().equals(Backups.NAME)) {
                figures.beginAt(QuietMachine.load(options.effort().waits(), err::println));
                new Backups(folder, PASSWORD, options, err::println).measure(figures);
                return;
            }
            var store = OwnStore.in(folder, options.mysql());
            figures.beginAt(QuietMachine.load(options.effort().waits(), err::println));
            measureCalls(store);
            if (options.only().isEmpty()) {
                measureProcess(store, folder);
            }
            if (options.only().isEmpty() || options.only().equals(Flood.NAME)) {
                err.println("measuring a flood of public requests");
                figures.add(new Flood(store, folder, PASSWORD, options.effort()).measure());
            }
        } finally {
            // a browser that ends may still write: what it leaves fails nothing
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private void measureCalls(OwnStore store) throws SQLException {
        var rowsRead = new RowsRead();
        try (var portal = PortalServices.startHeard(rowsRead, store.settings())) {
            err.println("filling the store with " + options.patients() + " patients and at least " + options.leads()
                    + " leads");
            new GeneratedGroup(portal).fill(options.patients(), options.leads(), PASSWORD, patients -> {}, () -> false);
            new MorePlans(portal).grow(options.plans());
            // before calls are measured, which rewrite signed notes
            if (options.trail() > 0 && isAsked(LongTrail.NAME)) {
                err.println("measuring an audit trail of " + options.trail() + " rows");
                figures.add(new LongTrail(portal, err::println).measure(options.trail()));
            }
            err.println("measuring calls");
            new MeasuredCalls(portal, rowsRead, options).measure(PASSWORD, err::println, figures::add);
            if (isAsked(PlanRuleTimes.NAME)) {
                figures.add(PlanRuleTimes.of(portal.getBean(StepRules.class), portal.getBean(OutcomeMeasures.class)));
            }
            if (isAsked(Autosaves.NAME)) {
                err.println("measuring drafts that save themselves");
                figures.add(new Autosaves(portal, options.effort()).measure());
            }
            if (isAsked(Imports.NAME)) {
                err.println("measuring an import of patients");
                figures.add(new Imports(portal, options.effort().imported()).measure());
            }
        }
    }

    private boolean isAsked(String name) {
        return options.only().isEmpty() || name.matches(".*(" + options.only() + ").*");
    }

    private void measureProcess(OwnStore store, Path folder) throws IOException {
        err.println("measuring cold starts");
        figures.add(ColdStart.of(store, folder, options.effort().starts()));
        try (var portal = PortalProcess.start(StartCache.asLaunched(), folder, store.environment())) {
            err.println("measuring sessions");
            figures.add(new ManySessions(portal, who -> PASSWORD, options.effort()).measure());
            err.println("measuring in a browser");
            figures.add(new InBrowser(portal, folder, PASSWORD, options.effort().walks()).all());
        }
    }
}
