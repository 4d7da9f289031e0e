package io.plumbline.schedule.history;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.RecordOrder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the appointments of one patient by their index. */
@Repository
class VisitDaysQuery {
    private final JdbcClient jdbc;

    VisitDaysQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ClinicId> newestClinic(Collection<PatientId> records) {
        return jdbc.sql("""
                select clinic_id from appointment where subject_id in (:patients) and subject_kind = 'PATIENT'
                order by %s limit 1""".formatted(RecordOrder.by(records, "subject_id desc", "starts_on desc, starts_at desc")))
                .param("patients", records)
                .query(ClinicId.class)
                .optional();
    }

    /** A visit of an earlier day that nobody marked counts as one that took place, so that nobody is called for it. */
    VisitDays of(Collection<PatientId> records, ClinicId clinic, LocalDate today) {
        return jdbc.sql("""
                select
                    max(case when status = 'COMPLETED' or status in ('BOOKED', 'CONFIRMED', 'ARRIVED', 'IN_TREATMENT')
                        and starts_on < :today then starts_on end) as last_visit_on,
                    max(case when status = 'NO_SHOW' or status = 'CANCELLED' and cancelled_late then starts_on end)
                        as missed_on,
                    min(case when status in ('BOOKED', 'CONFIRMED', 'ARRIVED', 'IN_TREATMENT')
                        and starts_on >= :today then starts_on end) as ahead_on
                from appointment where subject_id in (:patients) and subject_kind = 'PATIENT'""")
                .param("today", today)
                .param("patients", records)
                .query((row, n) -> new VisitDays(
                        clinic,
                        today,
                        row.getObject("last_visit_on", LocalDate.class),
                        row.getObject("missed_on", LocalDate.class),
                        row.getObject("ahead_on", LocalDate.class)))
                .single();
    }
}
