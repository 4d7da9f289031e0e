package io.plumbline.bench;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.notes.GeneratedNotes;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many people who write a note each and whose drafts save themselves every two seconds, over the service. What a save
 * took is counted from when it was due, so that a store that stops makes all of them late.
 */
final class Autosaves {
    static final String NAME = "autosaves";

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int YEARS = 2;

    private final ApplicationContext portal;
    private final JdbcClient jdbc;
    private final NoteService notes;
    private final Effort effort;
    private final Queue<Long> took = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();

    Autosaves(ApplicationContext portal, Effort effort) {
        this.portal = portal;
        this.effort = effort;
        jdbc = portal.getBean(JdbcClient.class);
        notes = portal.getBean(NoteService.class);
    }

    /** A person and the note that they write. */
    private record Writer(Authentication who, NoteId note) {}

    /** How many saves there were, how many of them failed, and how long they took in milliseconds. */
    Map<String, Double> measure() {
        var writers = portal.getBean(TransactionTemplate.class).execute(status -> writers());
        var begin = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int place = 0; place < writers.size(); place++) {
                var writer = writers.get(place);
                // not all of them at once
                var first = begin + EVERY.toNanos() * place / writers.size();
                people.submit(() -> write(writer, first));
            }
        }
        var figures = new LinkedHashMap<String, Double>();
        figures.put(NAME, (double) took.size() + failed.get());
        figures.put("autosavesFailed", failed.doubleValue());
        var all = List.copyOf(took);
        figures.put("autosaveP50Ms", Latencies.quantile(all, 0.5));
        figures.put("autosaveP95Ms", Latencies.quantile(all, 0.95));
        figures.put("autosaveMaxMs", Latencies.quantile(all, 1));
        return figures;
    }

    private void write(Writer writer, long first) {
        SecurityContextHolder.setContext(new SecurityContextImpl(writer.who()));
        var version = 0L;
        var saves = effort.writing().dividedBy(EVERY);
        for (int save = 0; save < saves; save++) {
            var due = first + save * EVERY.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
            try {
                version = notes.saveDraft(writer.note(), version, said(save));
                took.add(System.nanoTime() - due);
            } catch (RuntimeException notSaved) {
                failed.incrementAndGet();
            }
        }
    }

    private static NoteDraft said(int save) {
        return DraftsToSign.session(
                "Guarding on the left, less than last time; tender along the erector. Word " + save);
    }

    private List<Writer> writers() {
        var entities = portal.getBean(EntityManager.class);
        var trail = new GeneratedTrail(portal, new AtomicLong());
        var generated = new GeneratedNotes(trail);
        var now = portal.getBean(Clock.class).instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var clinic = new ClinicId(id("select c.clinic_id from staff_account_clinic c join staff_account a"
                + " on a.id = c.staff_id where a.username = 'therapist'"));
        var patients = jdbc.sql("select patient_id from patient_clinic where clinic_id = ? order by sort_key limit ?")
                .params(Ids.bytes(clinic.value()), effort.writers())
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .list();
        var written = new ArrayList<NoteId>();
        for (int number = 0; number < effort.writers(); number++) {
            var patient = patients.get(number % patients.size());
            var author = hire(number, clinic);
            relate(author, patient, today);
            var note = generated.written(
                    new GeneratedNotes.Visit(patient, clinic, AppointmentType.MASSAGE, today.minusDays(1), null, null),
                    DraftsToSign.session("Begun."),
                    author,
                    now);
            entities.persist(note);
            written.add(generated.idOf(note));
        }
        entities.flush();
        trail.flush();
        var staff = portal.getBean(Staff.class);
        var writers = new ArrayList<Writer>();
        for (int number = 0; number < written.size(); number++) {
            writers.add(new Writer(staff.authentication(username(number)), written.get(number)));
        }
        return writers;
    }

    /** An account as the therapist's is, since a password for each would take long. */
    private StaffId hire(int number, ClinicId clinic) {
        var id = StaffId.next();
        jdbc.sql("""
                insert into staff_account (id, username, display_name, password_hash, status, roles, version,
                    pending_roles, password_set_at, created_at)
                select ?, ?, ?, password_hash, status, roles, version, pending_roles, password_set_at, created_at
                from staff_account where username = 'therapist'""")
                .params(Ids.bytes(id.value()), username(number), "Writer " + number)
                .update();
        jdbc.sql("insert into staff_account_clinic (staff_id, clinic_id) values (?, ?)")
                .params(Ids.bytes(id.value()), Ids.bytes(clinic.value()))
                .update();
        return id;
    }

    private void relate(StaffId author, PatientId patient, LocalDate today) {
        jdbc.sql("""
                insert into patient_relation (staff_id, patient_id, reason, source_id, from_on, until_on)
                values (?, ?, 'CARE_TEAM', ?, ?, ?)""")
                .params(
                        Ids.bytes(author.value()),
                        Ids.bytes(patient.value()),
                        Ids.bytes(patient.value()),
                        today.minusDays(1),
                        today.plusYears(YEARS))
                .update();
    }

    private UUID id(String question) {
        return jdbc.sql(question)
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .list()
                .getFirst();
    }

    private static String username(int number) {
        return "writer" + number;
    }
}
