package io.plumbline.bench;

import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.AuditRow;
import io.plumbline.audit.AuditService;
import io.plumbline.audit.GeneratedTrail;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An audit trail of six years: how long its pages take beside those of a short one, how fast it is verified. */
final class LongTrail {
    static final String NAME = "long trail";

    private static final int SHORT = 10_000;
    private static final int AT_ONCE = 20_000;
    /** So many rows the portal seals by itself; the rest is written sealed, which takes a third of the time. */
    private static final int SEALED_BY_JOB = 500_000;

    private static final int PAGE = 50;
    private static final int ROUNDS = 40;
    private static final int STAFF = 200;
    /** So many patients come at a time. */
    private static final int IN_TREATMENT = 300;

    private static final int ROWS_OF_A_PATIENT = 100;
    private static final long DAYS = 6 * 365L;
    private static final long LOOKED_AFTER = 500_000;
    /** Half of what is recorded are openings of a patient. */
    private static final List<String> KINDS = List.of(
            "patient.opened",
            "patient.opened",
            "patient.opened",
            "patient.opened",
            "note.opened",
            "appointment.arrived",
            "plan.visit-delivered",
            "lead.called");

    private final ApplicationContext portal;
    private final GeneratedTrail trail;
    private final AuditService audit;
    private final Staff staff;
    private final Consumer<String> progress;
    private final Random random = new Random(11);
    private final List<StaffId> people;
    private final List<PatientId> patients;
    private final Instant end;
    private Instant at;
    private Duration step = Duration.ZERO;
    private int written;

    LongTrail(ApplicationContext portal, Consumer<String> progress) {
        this.portal = portal;
        this.progress = progress;
        trail = new GeneratedTrail(portal, new AtomicLong());
        audit = portal.getBean(AuditService.class);
        staff = portal.getBean(Staff.class);
        end = portal.getBean(Clock.class).instant();
        at = end.minus(Duration.ofDays(DAYS));
        people =
                IntStream.range(0, STAFF).mapToObj(n -> new StaffId(Ids.next())).toList();
        patients = portal.getBean(JdbcClient.class)
                .sql("select id from patient order by id limit 10000")
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .list();
    }

    private record Made(String kind, UUID subject, @Nullable PatientId patient) implements Recorded {}

    /** Milliseconds of a page by filter, short and long; rows a second of sealing and verifying; heap beside the portal. */
    Map<String, Double> measure(int rows) {
        var figures = new LinkedHashMap<String, Double>();
        step = Duration.ofDays(DAYS).dividedBy(rows);
        write(SHORT, trail::flush);
        trail.seal();
        pages("auditShort", figures);
        figures.put("auditSealedPerS", sealedPerSecond(Math.min(rows, SEALED_BY_JOB)));
        while (written < rows) {
            write(AT_ONCE, trail::flushSealed);
            if (written % 1_000_000 < AT_ONCE) {
                progress.accept(written + " audit rows");
            }
        }
        figures.put("auditRows", (double) written);
        pages("auditLong", figures);
        verify(figures);
        return figures;
    }

    private double sealedPerSecond(int rows) {
        var before = written;
        var sealing = 0L;
        while (written < rows) {
            write(AT_ONCE, trail::flush);
            var begin = System.nanoTime();
            trail.seal();
            sealing += System.nanoTime() - begin;
        }
        return (written - before) / (sealing / 1e9);
    }

    private void write(int rows, Runnable flush) {
        for (int row = 0; row < rows; row++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var patient =
                    patients.get((written++ / ROWS_OF_A_PATIENT + random.nextInt(IN_TREATMENT)) % patients.size());
            trail.tell(
                    new Made(kind, patient.value(), kind.startsWith("lead") ? null : patient),
                    people.get(random.nextInt(people.size())),
                    at);
            at = at.plus(step);
        }
        // one commit instead of a hundred
        portal.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> flush.run());
    }

    private void pages(String name, Map<String, Double> figures) {
        var person = people.getFirst();
        var number = staff.as("auditor", () -> numberOf(patients.getFirst()));
        var month = end.minus(Duration.ofDays(900));
        var filters = new LinkedHashMap<String, AuditFilter>();
        filters.put("Newest", AuditFilter.NONE);
        filters.put("OfPerson", new AuditFilter(person, null, null, null, null));
        filters.put("OfPatient", new AuditFilter(null, number, null, null, null));
        filters.put("OfKind", new AuditFilter(null, null, "note.opened", null, null));
        filters.put("OfMonth", new AuditFilter(null, null, null, month, month.plus(Duration.ofDays(30))));
        filters.put("OfPersonAndKind", new AuditFilter(person, null, "note.opened", null, null));
        filters.put("OfPersonAndPatient", new AuditFilter(person, number, null, null, null));
        filters.forEach((what, filter) -> figures.put(name + what + "P95Ms", p95(filter)));
    }

    /** Of the first page and the one after it. */
    private double p95(AuditFilter filter) {
        return staff.as("auditor", () -> {
            var took = new ArrayList<Long>();
            for (int round = -ROUNDS; round < ROUNDS; round++) {
                @Nullable AuditRow last = null;
                for (int page = 0; page < 2; page++) {
                    var begin = System.nanoTime();
                    var rows = audit.list(filter, last, PAGE);
                    // those before count for nothing: they warm up
                    if (round >= 0) {
                        took.add(System.nanoTime() - begin);
                    }
                    last = rows.isEmpty() ? null : rows.getLast();
                }
            }
            return Latencies.quantile(took, 0.95);
        });
    }

    private String numberOf(PatientId patient) {
        return portal.getBean(JdbcClient.class)
                .sql("select patient_number from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query(String.class)
                .single();
    }

    private void verify(Map<String, Double> figures) {
        var heap = new HeapPeak(LOOKED_AFTER);
        var begin = System.nanoTime();
        var verdict = staff.as("auditor", () -> audit.verify(heap::look, () -> false));
        var took = System.nanoTime() - begin;
        if (verdict.flaw() != null) {
            throw new IllegalStateException("The generated trail is not whole: " + verdict);
        }
        figures.put("auditVerifiedPerS", verdict.rows() / (took / 1e9));
        figures.put("auditVerifyHeapMb", heap.megabytes());
    }
}
