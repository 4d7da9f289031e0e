package io.plumbline.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.audit.GeneratedTrail;
import io.plumbline.leads.GeneratedLeads;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.patients.GeneratedPatients;
import io.plumbline.patients.GeneratedPatients.Header;
import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A group of clinics of any size, in an empty store: a fifth as many leads as patients, a twentieth with a plan that
 * runs, with its visits, appointments, signed notes and what the audit trail has to tell of them. The same size gives
 * the same group but for its ids.
 */
public final class GeneratedGroup {
    private static final long SEED = 20_261_120;
    private static final int PATIENTS_OF_A_LEAD = 5;
    private static final int PATIENTS_OF_A_PLAN = 20;
    private static final int PATIENTS_OF_A_RECALL = 20;
    private static final int PLANS_OF_A_PRACTITIONER = 60;
    private static final int PRACTITIONERS_OF_A_CLINIC = 2;
    private static final int CHUNK = 2_000;
    /** Beyond the numbers of all patients, so that no phone number is another's. */
    private static final long STRANGERS_FROM = 4_000_000;

    private static final int KNOWN_TWICE = 50;
    private static final List<String> GROWING = List.of(
            "patient",
            "patient_clinic",
            "patient_token",
            "patient_relation",
            "consultation_lead",
            "lead_token",
            "call_attempt",
            "lead_step",
            "intake_note",
            "treatment_plan",
            "planned_visit",
            "recall",
            "appointment",
            "booked_slot",
            "session_note",
            "audit_event");
    private static final String CONCERN =
            "My lower back hurts when I sit for long, and I would like to know what you can do about it.";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final ApplicationContext portal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EntityManager entities;
    private final Instant now;
    private final Random random = new Random(SEED);
    private final People people = new People(random);
    private final AtomicLong written = new AtomicLong();
    private final GeneratedTrail trail;
    private final GeneratedPatients patients;
    private final GeneratedLeads leads;
    private final GeneratedCare care;
    private final GeneratedStaff staff;
    private final Bulk recalls;

    /** Of its own, so that everything else stays as it was generated before. */
    private final Random called = new Random(SEED);

    private long numbers;
    private long strangers;

    public GeneratedGroup(ApplicationContext portal) {
        this.portal = portal;
        jdbc = portal.getBean(JdbcClient.class);
        transaction = portal.getBean(TransactionTemplate.class);
        entities = portal.getBean(EntityManager.class);
        now = portal.getBean(Clock.class).instant();
        trail = new GeneratedTrail(portal, written);
        patients = new GeneratedPatients(portal.getBean(JdbcOperations.class), written);
        leads = new GeneratedLeads(random, trail);
        recalls = new Bulk(
                portal.getBean(JdbcOperations.class),
                written,
                "recall",
                "patient_id, clinic_id, status, reason, reason_since, last_visit_on, place, due_on, attempts, version");
        care = new GeneratedCare(portal, entities, written, random, trail);
        staff = new GeneratedStaff(portal, written, now);
    }

    /**
     * Fills the store.
     *
     * @param leads how many at least; a fifth as many as patients come anyway
     * @param password of the six who can sign in: manager, frontdesk, chiropractor, therapist, auditor and admin
     * @param progress told how many patients are there
     * @param stop asked from time to time whether to end early
     * @return how many rows were written
     * @throws IllegalStateException if the store is not empty, or it was told to end
     */
    public long fill(int size, int leads, String password, LongConsumer progress, BooleanSupplier stop) {
        if (jdbc.sql("select count(*) from clinic").query(Long.class).single() > 0) {
            throw new IllegalStateException("The store is not empty: choose another folder or database");
        }
        if (isH2()) {
            // else each commit writes all the pages that it touched
            jdbc.sql("set write_delay 500").update();
            jdbc.sql("set retention_time 0").update();
        }
        var treating = Math.max(4, Math.ceilDiv(size / PATIENTS_OF_A_PLAN, PLANS_OF_A_PRACTITIONER));
        var clinics = Math.max(2, Math.ceilDiv(treating, PRACTITIONERS_OF_A_CLINIC));
        var hired = new ArrayList<GeneratedStaff.Clinic>();
        transaction.executeWithoutResult(status -> hired.addAll(staff.hire(clinics, treating, people, password)));
        for (int number = 0; number < clinics; number++) {
            var share = size / clinics + (number < size % clinics ? 1 : 0);
            fill(hired, number, share, progress, stop);
            ask(hired.get(number), Math.max(0, leads - size / PATIENTS_OF_A_LEAD) / clinics, stop);
        }
        if (isH2()) {
            jdbc.sql("alter table patient alter column patient_number restart with " + (numbers + 1))
                    .update();
        }
        trail.seal();
        count();
        if (isH2()) {
            // the store keeps what is set: as the portal has it, and the store by itself
            jdbc.sql("set write_delay 0").update();
            jdbc.sql("set retention_time 45000").update();
        }
        return written.get();
    }

    /** Lets the store count its rows now, which it else does by itself some time after they have changed. */
    private void count() {
        if (isH2()) {
            jdbc.sql("analyze").update();
        } else {
            jdbc.sql("analyze table " + String.join(", ", GROWING)).query().listOfRows();
        }
    }

    /** Closes a store in a file and makes it small; nothing is asked of it any more. */
    public void compact() {
        if (isH2()) {
            jdbc.sql("shutdown compact").update();
        }
    }

    private boolean isH2() {
        return portal.getBean(Environment.class)
                .getProperty("spring.datasource.url", "")
                .startsWith("jdbc:h2:");
    }

    private void fill(
            List<GeneratedStaff.Clinic> clinics, int number, int share, LongConsumer progress, BooleanSupplier stop) {
        var clinic = clinics.get(number);
        var second = clinics.get((number + 1) % clinics.size()).id();
        var withPlan = share / PATIENTS_OF_A_PLAN;
        for (int from = 0; from < share; from += CHUNK) {
            refuseIfTold(stop);
            var first = from;
            transaction.executeWithoutResult(
                    status -> chunk(clinic, second, first, Math.min(share, first + CHUNK), withPlan));
            progress.accept(numbers);
            renewConnection();
        }
        transaction.executeWithoutResult(status -> patients.flushTokens());
    }

    /** In MySQL 8.0 a trigger that asks takes longer with each row that was written over the same connection. */
    private void renewConnection() {
        if (!isH2()) {
            try {
                portal.getBean(DataSource.class)
                        .unwrap(HikariDataSource.class)
                        .getHikariPoolMXBean()
                        .softEvictConnections();
            } catch (SQLException e) {
                throw new IllegalStateException("The store is used without a pool", e);
            }
        }
    }

    /** More people who asked a clinic and became no patients. */
    private void ask(GeneratedStaff.Clinic clinic, int more, BooleanSupplier stop) {
        for (int from = 0; from < more; from += CHUNK) {
            refuseIfTold(stop);
            var some = Math.min(CHUNK, more - from);
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < some; i++) {
                    persist(
                            stranger(LocalDate.ofInstant(now, clinic.zone())),
                            null,
                            clinic,
                            staff.account("frontdesk"));
                }
                trail.flush();
            });
        }
    }

    private static void refuseIfTold(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new IllegalStateException("Told to end: the store is half filled and of no use");
        }
    }

    private PatientDraft stranger(LocalDate today) {
        return people.patient(STRANGERS_FROM + ++strangers, today);
    }

    private void chunk(GeneratedStaff.Clinic clinic, ClinicId second, int from, int to, int withPlan) {
        var headers = new ArrayList<Runnable>();
        var desk = staff.account("frontdesk");
        var today = LocalDate.ofInstant(now, clinic.zone());
        var added = new ArrayList<PatientId>();
        var drafts = new ArrayList<PatientDraft>();
        for (int i = from; i < to; i++) {
            var id = PatientId.next();
            var number = ++numbers;
            var places = i % KNOWN_TWICE == 0 ? List.of(clinic.id(), second) : List.of(clinic.id());
            var draft = people.patient(number, today);
            patients.add(id, number, draft, places, desk, now.minus(A_YEAR), trail);
            added.add(id);
            drafts.add(draft);
        }
        patients.flush();
        for (int i = from; i < to; i++) {
            var id = added.get(i - from);
            var who = clinic.practitioners().get(i % clinic.practitioners().size());
            var header = i < withPlan ? care.course(id, clinic, who, now) : Header.NONE;
            headers.add(() -> patients.head(id, header));
            if (i >= withPlan && i % PATIENTS_OF_A_RECALL == 0) {
                recall(id, clinic.id(), today);
            }
            if (i % PATIENTS_OF_A_LEAD == 0) {
                var isConverted = random.nextInt(100) >= GeneratedLeads.STRANGERS;
                var person = isConverted ? drafts.get(i - from) : stranger(today);
                persist(person, isConverted ? id : null, clinic, desk);
            }
        }
        care.flush();
        headers.forEach(Runnable::run);
        patients.flush();
        recalls.flush();
        trail.flush();
    }

    /** A patient of the recall board: one in four was called before, and half of those are to be called later. */
    private void recall(PatientId patient, ClinicId clinic, LocalDate today) {
        var place = called.nextInt(4);
        var reason = List.of("QUIET", "MISSED", "NOTHING_BOOKED", "QUIET").get(place);
        var since = today.minusDays(1L + called.nextInt(300));
        recalls.add(
                Ids.bytes(patient.value()),
                Ids.bytes(clinic.value()),
                "OPEN",
                reason,
                since,
                since,
                place,
                place == 0 ? today.plusDays(called.nextInt(20) - 10L) : since,
                place == 0 ? 1 : 0,
                0L);
    }

    private void persist(PatientDraft person, @Nullable PatientId patient, GeneratedStaff.Clinic clinic, StaffId desk) {
        var draft = new LeadDraft(
                person.givenName() + " " + person.familyName(),
                person.phone(),
                person.email(),
                CONCERN,
                CallWindow.ANY_TIME,
                LeadSource.values()[random.nextInt(LeadSource.values().length)],
                clinic.id(),
                now);
        entities.persist(leads.lead(draft, patient, desk, now));
        written.incrementAndGet();
    }
}
