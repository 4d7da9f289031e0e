package io.plumbline.bench;

import io.plumbline.support.PortalProcess;
import io.plumbline.support.StartCache;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** {@code ./portal bench}: measures the portal on a group of clinics that it makes for it. */
public final class Bench {
    private static final int NOT_UNDERSTOOD = 2;
    private static final String PASSWORD = "four words for a bench";

    private final BenchOptions options;
    private final PrintStream err;

    private Bench(BenchOptions options, PrintStream err) {
        this.options = options;
        this.err = err;
    }

    /** Measures, and tells the figures. */
    public static void main(String[] arguments) throws IOException, SQLException {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Its exit status is that of the measuring, whatever the figures are. */
    static int run(List<String> arguments, PrintStream answer, PrintStream err) throws IOException, SQLException {
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
        var report = new Bench(options, err).measure();
        if (options.json() != null) {
            Files.writeString(options.json(), report.json());
        }
        answer.print(report.table());
        return 0;
    }

    private BenchReport measure() throws IOException, SQLException {
        var folder = Files.createTempDirectory("bench");
        try {
            var store = OwnStore.in(folder, options.mysql());
            var load = QuietMachine.load(options.effort().waits(), err::println);
            var calls = calls(store);
            var figures = new LinkedHashMap<String, Double>();
            if (options.only().isEmpty()) {
                figures.putAll(process(store, folder));
            }
            if (options.only().isEmpty() || options.only().equals(Flood.NAME)) {
                err.println("measuring a flood of public requests");
                figures.putAll(new Flood(store, folder, PASSWORD, options.effort()).measure());
            }
            return new BenchReport(load, calls, figures);
        } finally {
            // a browser that ends may still write: what it leaves fails nothing
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private List<Measured> calls(OwnStore store) throws SQLException {
        var rowsRead = new RowsRead();
        try (var portal = PortalServices.startHeard(rowsRead, store.settings())) {
            err.println("filling the store with " + options.patients() + " patients and at least " + options.leads()
                    + " leads");
            new GeneratedGroup(portal).fill(options.patients(), options.leads(), PASSWORD, patients -> {}, () -> false);
            err.println("measuring calls");
            return new MeasuredCalls(portal, rowsRead, options).of(PASSWORD, err::println);
        }
    }

    private Map<String, Double> process(OwnStore store, Path folder) throws IOException {
        err.println("measuring cold starts");
        var figures =
                new LinkedHashMap<>(ColdStart.of(store, folder, options.effort().starts()));
        try (var portal = PortalProcess.start(StartCache.asLaunched(), folder, store.environment())) {
            err.println("measuring sessions");
            figures.putAll(new ManySessions(portal, PASSWORD, options.effort()).measure());
            err.println("measuring in a browser");
            figures.putAll(
                    new InBrowser(portal, folder, PASSWORD, options.effort().walks()).all());
        }
        return figures;
    }
}
