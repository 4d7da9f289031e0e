package io.plumbline.bench;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.support.PortalProcess;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.PortalLost;
import io.plumbline.uidl.UidlTab;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/**
 * Kills a portal at random moments while people work with it, and says each time whether all that it acknowledged is
 * still there. The store goes on from kill to kill; after the last one the portal is started once more and ends as it
 * should.
 */
final class CrashRun {
    private static final int PATIENTS = 100;
    private static final int NOTES_OF_A_KILL = 20;
    private static final int VISITS_TO_MOVE = 30;
    static final String PASSWORD = "four words for a crash";
    private static final int EARLIEST_MS = 5;
    private static final int LATEST_MS = 2_000;

    private final OwnStore store;
    private final Path folder;
    private final Random random;
    private final Consumer<String> progress;
    private final Journal journal = new Journal();
    private final HttpClient client = LoopbackBrowser.client();
    private final Map<String, String> environment;

    CrashRun(OwnStore store, Path folder, long seed, Consumer<String> progress) {
        this.store = store;
        this.folder = folder;
        this.progress = progress;
        random = new Random(seed);
        environment = new HashMap<>(store.environment());
        // all leads come from one address here
        environment.put("PLUMBLINE_PUBLIC_PER_MINUTE", "100000");
        environment.put("PLUMBLINE_PUBLIC_BURST", "100000");
    }

    /**
     * What came of a run.
     *
     * @param faults what was lost or half, each in a sentence without a full stop
     */
    record Outcome(int kills, Journal journal, long auditEvents, List<String> faults) {}

    /** Fills the store, then kills so often; ends early where something is lost or half. */
    Outcome kill(int kills) throws SQLException {
        var records = fill(kills);
        progress.accept("The store is filled with " + PATIENTS + " patients.");
        for (int kill = 1; kill <= kills; kill++) {
            var after = workAndKill(records);
            var found = compare();
            progress.accept("Kill " + kill + " of " + kills + ", after " + after.toMillis() + " ms: "
                    + journal.count(Journal.Fate.ACKNOWLEDGED) + " acknowledged so far.");
            if (!found.faults().isEmpty()) {
                return new Outcome(kill, journal, found.auditEvents(), found.faults());
            }
        }
        PortalProcess.start(folder, environment).close();
        var last = compare();
        return new Outcome(kills, journal, last.auditEvents(), last.faults());
    }

    private SurvivedStore.Found compare() throws SQLException {
        return store.read(left -> new SurvivedStore(left).compare(journal, store.auditKey()));
    }

    /** Fills the store, so that people can work until a portal was killed so often. */
    PreparedRecords.Found fill(int kills) {
        return fill(kills, portal -> {});
    }

    /** @param more what else is put into it */
    PreparedRecords.Found fill(int kills, Consumer<ApplicationContext> more) {
        try (var portal = PortalServices.start(store.settings(), PortalServices.TO_FILL)) {
            new GeneratedGroup(portal).fill(PATIENTS, 0, PASSWORD, patients -> {}, () -> false);
            var visits = new PreparedVisits(portal);
            visits.add(
                    "therapist", List.of(AppointmentType.MASSAGE, AppointmentType.EXERCISE), kills * NOTES_OF_A_KILL);
            visits.add("chiropractor", List.of(AppointmentType.ADJUSTMENT), kills * NOTES_OF_A_KILL);
            visits.addAhead("therapist", AppointmentType.MASSAGE, VISITS_TO_MOVE);
            var prepared = new PreparedRecords(portal);
            prepared.addExercises();
            more.accept(portal);
            return prepared.begin();
        }
    }

    /** Returns how long the people had worked when the portal was killed, after the first piece. */
    private Duration workAndKill(PreparedRecords.Found records) {
        return work(records, portal -> {
            var after = Duration.ofMillis(EARLIEST_MS + random.nextInt(LATEST_MS - EARLIEST_MS));
            LockSupport.parkNanos(after.toNanos());
            portal.kill();
            return after;
        });
    }

    /** Returns what was asked, and what was acknowledged. */
    Journal journal() {
        return journal;
    }

    /** Returns how a portal is started on the store. */
    Map<String, String> environment() {
        return environment;
    }

    /**
     * Starts a portal, in which people work until it is killed.
     *
     * @param end what happens while they work, and kills it
     */
    <T> T work(PreparedRecords.Found records, Function<PortalProcess, T> end) {
        var portal = PortalProcess.start(folder, environment);
        var work = people(URI.create(portal.address()), records);
        var ready = new CountDownLatch(work.size());
        try (var people = Executors.newFixedThreadPool(work.size())) {
            var ends =
                    work.stream().map(one -> people.submit(working(one, ready))).toList();
            try {
                ready.await();
                var came = end.apply(portal);
                for (var one : ends) {
                    one.get();
                }
                return came;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("Somebody could not work: " + failed.getCause(), failed.getCause());
            } finally {
                portal.kill();
            }
        }
    }

    private static Callable<Void> working(CrashWork one, CountDownLatch ready) {
        return () -> {
            try {
                one.begin();
                // the first of each kind is slow: whoever is killed has been at work
                one.next();
            } finally {
                ready.countDown();
            }
            ready.await();
            try {
                while (true) {
                    one.next();
                }
            } catch (PortalLost killed) {
                return null;
            }
        };
    }

    private List<CrashWork> people(URI portal, PreparedRecords.Found records) {
        var work = new ArrayList<CrashWork>();
        work.add(new CrashWork.Public(new LoopbackBrowser(client, portal), journal, "c1x", own()));
        work.add(new CrashWork.Newcomers(new UidlTab(client, portal), PASSWORD, journal, own()));
        work.add(new CrashWork.Calls(new UidlTab(client, portal), PASSWORD, journal, own()));
        for (var who : List.of("therapist", "chiropractor")) {
            work.add(new NoteWork(new UidlTab(client, portal), who, PASSWORD, journal, own()));
        }
        work.add(new RecordWork(new UidlTab(client, portal), PASSWORD, records, journal, own()));
        work.add(new MoveWork(new UidlTab(client, portal), PASSWORD, records.ahead(), journal, own()));
        return work;
    }

    private Random own() {
        return new Random(random.nextLong());
    }
}
