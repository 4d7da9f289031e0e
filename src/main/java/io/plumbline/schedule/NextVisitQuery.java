package io.plumbline.schedule;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.RecordOrder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the next visit from now on. Slots are counted in UTC, so that one statement covers clinics of all time zones.
 */
@Repository
class NextVisitQuery {
    /** When an appointment begins, in minutes of UTC. */
    static final String BEGINS =
            "(select min(b.slot) from booked_slot b where b.appointment_id = a.id) * " + Slots.MINUTES;

    private static final int SECONDS = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    NextVisitQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the earliest visit of a patient that has not begun and has not passed. */
    Optional<FreeTime> findNext(Collection<PatientId> records) {
        return jdbc.sql("""
                select a.starts_on as `on`, a.starts_at as at from appointment a
                where a.subject_id in (:patients) and a.starts_on >= :first and a.subject_kind = 'PATIENT'
                    and a.status in ('BOOKED', 'CONFIRMED') and %s + a.minutes > :now
                order by %s limit 1""".formatted(BEGINS, RecordOrder.by(records, "a.subject_id", "a.starts_on, a.starts_at")))
                .param("patients", records)
                // today at any clinic is at most one day away from today in UTC
                .param("first", LocalDate.now(clock).minusDays(1))
                .param("now", now())
                .query(FreeTime.class)
                .optional();
    }

    /** Returns whether a visit of one of these records is in treatment. */
    boolean isInTreatment(Collection<PatientId> records) {
        return !jdbc.sql("""
                select 1 from appointment a
                where a.subject_id in (:patients) and a.subject_kind = 'PATIENT' and a.status = 'IN_TREATMENT' limit 1""")
                .param("patients", records)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Returns the patients whose header shows a next visit, on a day or later, that has passed; oldest first. */
    List<PatientId> passed(Collection<ClinicId> clinics, LocalDate since, int most) {
        if (clinics.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select s.patient_id from appointment a join patient_summary s on s.patient_id = a.subject_id
                    and s.next_visit_on = a.starts_on and s.next_visit_at = a.starts_at
                where a.clinic_id in (:clinics) and a.starts_on between :since and :latest
                    and a.subject_kind = 'PATIENT' and a.status in ('BOOKED', 'CONFIRMED')
                    and %s + a.minutes <= :now
                order by a.starts_on, a.starts_at, a.id limit :most""".formatted(BEGINS))
                .param("clinics", clinics)
                .param("since", since)
                .param("latest", LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX))
                .param("now", now())
                .param("most", most)
                .query(PatientId.class)
                .list();
    }

    private long now() {
        return clock.instant().getEpochSecond() / SECONDS;
    }
}
