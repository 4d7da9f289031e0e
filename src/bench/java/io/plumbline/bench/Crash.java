package io.plumbline.bench;

import io.plumbline.bench.Journal.Fate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** {@code ./portal crash}: kills the packaged portal while people work with it, and says whether anything was lost. */
public final class Crash {
    private static final int USUAL = 10;
    private static final int NOT_UNDERSTOOD = 2;

    private Crash() {}

    /** Kills a portal of its own, in a folder or database of its own. */
    public static void main(String[] arguments) throws IOException, SQLException {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream answer, PrintStream err) throws IOException, SQLException {
        var isOnMySql = arguments.contains("--mysql");
        var kills =
                kills(arguments.stream().filter(word -> !word.equals("--mysql")).toList());
        if (kills == 0) {
            err.println("usage: ./portal crash [--kills N] [--mysql], N at least 1, otherwise " + USUAL);
            return NOT_UNDERSTOOD;
        }
        var set = OwnStore.notToBeSet();
        if (!set.isEmpty()) {
            err.println("A portal is only killed in a store of its own: unset " + String.join(" and ", set) + ".");
            return NOT_UNDERSTOOD;
        }
        System.setOut(err);
        var seed = new SecureRandom().nextLong();
        var folder = Files.createTempDirectory("crash");
        err.println("The moments are those of seed " + seed + ".");
        try {
            var store = OwnStore.in(folder, isOnMySql);
            var outcome = new CrashRun(store, folder, seed, err::println).kill(kills);
            outcome.faults().forEach(fault -> answer.println(fault + "."));
            if (!outcome.faults().isEmpty()) {
                answer.println("Not whole after kill " + outcome.kills() + " of " + kills + ", seed " + seed
                        + "; the folder of the portal is " + folder + ".");
                return 1;
            }
            answer.println(summary(outcome));
            FileSystemUtils.deleteRecursively(folder);
            return 0;
        } catch (IllegalStateException unable) {
            err.println(unable.getMessage() + ".");
            return 1;
        }
    }

    static String summary(CrashRun.Outcome outcome) {
        var journal = outcome.journal();
        var whole = journal.count(Fate.WHOLE);
        var notThere = journal.count(Fate.NOT_THERE);
        return String.format(
                Locale.ENGLISH,
                "%,d %s: %,d acknowledged saves, all there; %,d asked and not acknowledged, %,d whole, %,d not there;"
                        + " audit trail whole (%,d events). Acknowledged: %s.",
                outcome.kills(),
                outcome.kills() == 1 ? "kill" : "kills",
                journal.count(Fate.ACKNOWLEDGED),
                whole + notThere,
                whole,
                notThere,
                outcome.auditEvents(),
                journal.acknowledgedByKind().entrySet().stream()
                        .map(kind -> kind.getKey() + " " + kind.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static int kills(List<String> arguments) {
        if (arguments.isEmpty()) {
            return USUAL;
        }
        return arguments.size() == 2
                        && arguments.getFirst().equals("--kills")
                        && arguments.get(1).matches("[1-9]\\d{0,3}")
                ? Integer.parseInt(arguments.get(1))
                : 0;
    }
}
