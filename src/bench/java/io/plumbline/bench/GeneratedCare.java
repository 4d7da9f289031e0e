package io.plumbline.bench;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.intake.GeneratedIntake;
import io.plumbline.notes.GeneratedNotes;
import io.plumbline.patients.GeneratedPatients.Header;
import io.plumbline.plans.DeliveredVisit;
import io.plumbline.plans.GeneratedPlans;
import io.plumbline.plans.PlanDraft;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.GeneratedAppointments;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.jdbc.core.JdbcOperations;

/** The care of patients with a plan: the first assessment, visits that were kept or missed, and the next one. */
final class GeneratedCare {
    private static final LocalTime FIRST = LocalTime.of(8, 0);
    private static final int A_DAY = 12;
    private static final int UNSIGNED_DAYS = 4;
    private static final int BEFORE = 90;
    private static final int AFTER = 180;

    private final Random random;
    private final EntityManager entities;
    private final AtomicLong written;
    private final GeneratedIntake intake;
    private final GeneratedPlans plans;
    private final GeneratedAppointments appointments;
    private final GeneratedNotes notes;
    private final Bulk relations;
    private final List<BodyRegion> back = BodyRegion.all().stream()
            .filter(region -> region.code().contains("lumbar"))
            .toList();
    private final Map<StaffId, Map<LocalDate, Integer>> diary = new HashMap<>();
    private final List<Runnable> signatures = new ArrayList<>();

    GeneratedCare(
            ApplicationContext portal,
            EntityManager entities,
            AtomicLong written,
            Random random,
            GeneratedTrail trail) {
        this.random = random;
        this.entities = entities;
        this.written = written;
        var jdbc = portal.getBean(JdbcOperations.class);
        intake = new GeneratedIntake(portal.getBean(ScreeningRules.class), trail);
        plans = new GeneratedPlans(trail);
        appointments = new GeneratedAppointments(jdbc, written, trail);
        notes = new GeneratedNotes(trail);
        relations = new Bulk(
                jdbc, written, "patient_relation", "staff_id, patient_id, reason, source_id, from_on, until_on");
    }

    /** One course of care until now; what the header says of it. */
    Header course(PatientId patient, GeneratedStaff.Clinic clinic, GeneratedStaff.Practitioner who, Instant now) {
        var today = LocalDate.ofInstant(now, clinic.zone());
        var starts = today.minusDays(random.nextInt(150));
        var assessedAt = clinic.at(starts.minusDays(3), LocalTime.of(9, 0));
        var complaint = "Lower back pain since " + starts.minusDays(20).getMonth();
        var area = back.get(random.nextInt(back.size()));
        var chiropractor = clinic.chiropractor();
        var assessed =
                intake.written(patient, clinic.id(), complaint, area, 3 + random.nextInt(6), chiropractor, assessedAt);
        persist(assessed);
        signatures.add(() -> intake.sign(assessed, chiropractor, assessedAt.plusSeconds(1800)));
        var plan = plans.active(
                patient,
                clinic.id(),
                intake.idOf(assessed),
                new PlanDraft("Treatment plan", complaint, starts, GeneratedPlans.by(who.id(), who.service()))
                        .withGoals(GeneratedPlans.goals(starts)),
                clinic::isOpen,
                chiropractor,
                assessedAt.plusSeconds(2400));
        var visits = plans.visitsOf(plan);
        var next = new Next();
        for (var visit : visits) {
            if (visit.on().isBefore(today)) {
                if (random.nextInt(100) < 92) {
                    treat(patient, clinic, who, plan, visit, area, today);
                }
            } else if (next.on == null && random.nextInt(100) < 85) {
                next.book(visit, book(patient, clinic, who, plan, visit));
            } else {
                break;
            }
        }
        persist(plan);
        relate(
                who.id(),
                patient,
                "PLAN",
                plans.idOf(plan).value(),
                visits.getFirst().on(),
                visits.getLast().on());
        return new Header(
                "Treatment plan", visits.size(), plans.deliveredOf(plan), next.at == null ? null : next.on, next.at);
    }

    /** The visit that comes next, once one is booked. */
    private static final class Next {
        private @Nullable LocalDate on;
        private @Nullable LocalTime at;

        void book(GeneratedPlans.Visit visit, @Nullable LocalTime time) {
            on = visit.on();
            at = time;
        }
    }

    private void treat(
            PatientId patient,
            GeneratedStaff.Clinic clinic,
            GeneratedStaff.Practitioner who,
            AbstractAggregateRoot<?> plan,
            GeneratedPlans.Visit visit,
            BodyRegion area,
            LocalDate today) {
        var time = free(who.id(), visit.on());
        if (time == null) {
            return;
        }
        var held = clinic.at(visit.on(), time);
        // who walks in on the day that was planned is not booked
        var isWalkIn = random.nextInt(20) == 0;
        var id = isWalkIn ? null : kept(patient, clinic, who, plan, visit, time);
        var planned = isWalkIn ? visit.id() : null;
        var note = notes.written(
                new GeneratedNotes.Visit(patient, clinic.id(), who.service(), visit.on(), id, planned),
                GeneratedSession.of(who.service(), area, random),
                who.id(),
                held.plus(Duration.ofMinutes(who.service().minutes())));
        persist(note);
        var isLeft = visit.on().isAfter(today.minusDays(UNSIGNED_DAYS)) && random.nextInt(10) == 0;
        if (!isLeft) {
            var signedAt = held.plus(Duration.ofMinutes(who.service().minutes() + 4L));
            plans.deliver(
                    plan,
                    new DeliveredVisit(notes.idOf(note), patient, who.service(), id, planned, visit.on()),
                    who.id(),
                    signedAt);
            signatures.add(() -> notes.sign(note, who.id(), signedAt));
        }
    }

    private AppointmentId kept(
            PatientId patient,
            GeneratedStaff.Clinic clinic,
            GeneratedStaff.Practitioner who,
            AbstractAggregateRoot<?> plan,
            GeneratedPlans.Visit visit,
            LocalTime time) {
        var appointment = agree(patient, clinic, who, visit, time);
        plans.book(plan, who.service(), appointments.idOf(appointment), visit);
        appointments.held(appointment, who.id(), clinic.at(visit.on(), time).plusSeconds(60));
        persist(appointment);
        return appointments.idOf(appointment);
    }

    private @Nullable LocalTime book(
            PatientId patient,
            GeneratedStaff.Clinic clinic,
            GeneratedStaff.Practitioner who,
            AbstractAggregateRoot<?> plan,
            GeneratedPlans.Visit visit) {
        var time = free(who.id(), visit.on());
        if (time != null) {
            var appointment = agree(patient, clinic, who, visit, time);
            plans.book(plan, who.service(), appointments.idOf(appointment), visit);
            persist(appointment);
        }
        return time;
    }

    private AbstractAggregateRoot<?> agree(
            PatientId patient,
            GeneratedStaff.Clinic clinic,
            GeneratedStaff.Practitioner who,
            GeneratedPlans.Visit visit,
            LocalTime time) {
        var booking = new Booking(
                clinic.id(),
                who.id(),
                patient,
                who.service(),
                visit.on(),
                time,
                who.service().minutes(),
                visit.id());
        var appointment = appointments.booked(
                booking,
                clinic.zone(),
                clinic.chiropractor(),
                clinic.at(visit.on().minusDays(7), time));
        relate(who.id(), patient, "APPOINTMENT", appointments.idOf(appointment).value(), visit.on(), visit.on());
        return appointment;
    }

    private void relate(StaffId who, PatientId patient, String reason, UUID source, LocalDate first, LocalDate last) {
        relations.add(
                Ids.bytes(who.value()),
                Ids.bytes(patient.value()),
                reason,
                Ids.bytes(source),
                first.minusDays(BEFORE),
                last.plusDays(AFTER));
    }

    /** The next hour of a practitioner's day; null where the day is full. */
    private @Nullable LocalTime free(StaffId who, LocalDate on) {
        var booked = diary.computeIfAbsent(who, key -> new HashMap<>()).merge(on, 1, Integer::sum) - 1;
        return booked < A_DAY ? FIRST.plusHours(booked) : null;
    }

    private void persist(AbstractAggregateRoot<?> record) {
        entities.persist(record);
        written.incrementAndGet();
    }

    /** Writes what is there, then signs it. */
    void flush() {
        entities.flush();
        appointments.flush();
        signatures.forEach(Runnable::run);
        signatures.clear();
        entities.flush();
        entities.clear();
        relations.flush();
    }
}
