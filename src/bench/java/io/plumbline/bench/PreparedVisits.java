package io.plumbline.bench;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.GeneratedAppointments;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjIntConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits of the last days that nobody wrote a note of: those who sign have enough to do. */
final class PreparedVisits {
    /** The portal shows the visits of the last fourteen days. */
    private static final int DAYS = 13;

    private static final int MINUTES = 5;
    /** Before the clinic opens nothing else is booked. */
    private static final int A_DAY = 8 * 60 / MINUTES;

    private final ApplicationContext portal;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final AtomicLong written = new AtomicLong();
    private final GeneratedTrail trail;
    private final GeneratedAppointments appointments;
    private final Bulk relations;

    PreparedVisits(ApplicationContext portal) {
        this.portal = portal;
        jdbc = portal.getBean(JdbcClient.class);
        entities = portal.getBean(EntityManager.class);
        trail = new GeneratedTrail(portal, written);
        var operations = portal.getBean(JdbcOperations.class);
        appointments = new GeneratedAppointments(operations, written, trail);
        relations = new Bulk(
                operations, written, "patient_relation", "staff_id, patient_id, reason, source_id, from_on, until_on");
    }

    /** Adds so many visits of somebody, of the services in turn, at most as many as the days take. */
    void add(String username, List<AppointmentType> services, int visits) {
        add(
                services,
                Math.min(visits, DAYS * A_DAY),
                (service, visit) -> add(username, service, visit % DAYS + 1, visit / DAYS));
    }

    /** Adds visits of somebody that are ahead, a few a day. */
    void addAhead(String username, AppointmentType service, int visits) {
        add(List.of(service), visits, (same, visit) -> {
            // today may be tomorrow elsewhere, and on Sundays nobody works
            var daysAgo = -2 - visit % DAYS;
            if (day(daysAgo).getDayOfWeek() != DayOfWeek.SUNDAY) {
                add(username, same, daysAgo, visit / DAYS);
            }
        });
    }

    private void add(List<AppointmentType> services, int visits, ObjIntConsumer<AppointmentType> one) {
        portal.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (int visit = 0; visit < visits; visit++) {
                one.accept(services.get(visit % services.size()), visit);
            }
            entities.flush();
            appointments.flush();
            relations.flush();
            trail.flush();
        });
    }

    private void add(String username, AppointmentType service, int daysAgo, int place) {
        var who = new StaffId(id("select id from staff_account where username = ?", username));
        var clinic = new ClinicId(id("select clinic_id from staff_account_clinic where staff_id = ?", who.value()));
        var zone = ZoneId.of(jdbc.sql("select zone from clinic where id = ?")
                .param(Ids.bytes(clinic.value()))
                .query(String.class)
                .single());
        var known = patients(clinic);
        var patient = known.get(place % known.size());
        var now = portal.getBean(Clock.class).instant();
        var on = LocalDate.ofInstant(now, zone).minusDays(daysAgo);
        var at = LocalTime.MIN.plusMinutes((long) place * MINUTES);
        var booked = appointments.booked(
                new Booking(clinic, who, patient, service, on, at, MINUTES), zone, who, now.minus(Duration.ofDays(20)));
        entities.persist(booked);
        relations.add(
                Ids.bytes(who.value()),
                Ids.bytes(patient.value()),
                "APPOINTMENT",
                Ids.bytes(appointments.idOf(booked).value()),
                on.minusDays(90),
                on.plusDays(180));
    }

    private LocalDate day(int daysAgo) {
        return LocalDate.now(portal.getBean(Clock.class)).minusDays(daysAgo);
    }

    private List<PatientId> patients(ClinicId clinic) {
        return jdbc.sql("select patient_id from patient_clinic where clinic_id = ? order by sort_key limit 40")
                .param(Ids.bytes(clinic.value()))
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .list();
    }

    private UUID id(String question, Object asked) {
        return jdbc.sql(question)
                .param(asked instanceof UUID id ? Ids.bytes(id) : asked)
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .list()
                .getFirst();
    }
}
