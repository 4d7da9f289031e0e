package io.plumbline.schedule;

import io.plumbline.clinics.ClinicInUse;
import io.plumbline.practitioners.PractitionerBookings;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells {@code clinics} and {@code practitioners}, which must not depend on this room, what is booked at a clinic or
 * with a practitioner.
 */
@Component
class BookedResourceQuery implements ClinicInUse, PractitionerBookings {
    private static final List<String> STANDS = Arrays.stream(AppointmentStatus.values())
            .filter(status -> !status.next().isEmpty())
            .map(AppointmentStatus::name)
            .toList();

    private final JdbcClient jdbc;

    BookedResourceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isBooked(ClinicId clinic) {
        return !jdbc.sql("select 1 from appointment where clinic_id = ? limit 1")
                .param(clinic)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    @Override
    public List<ClinicInUse.Booked> bookedOn(Collection<ClinicId> clinics, Collection<LocalDate> days) {
        if (clinics.isEmpty() || days.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select clinic_id, starts_on as `on`, count(*) as visits from appointment
                where clinic_id in (:clinics) and starts_on in (:days) and status in (:stands)
                group by clinic_id, starts_on order by starts_on""")
                .param("clinics", clinics)
                .param("days", days)
                .param("stands", STANDS)
                .query(ClinicInUse.Booked.class)
                .list();
    }

    @Override
    public PractitionerBookings.Booked booked(StaffId practitioner, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select count(*) as `count`, min(starts_on) as first_on, max(starts_on) as last_on,
                    (select c.code from appointment f join clinic c on c.id = f.clinic_id
                    where f.practitioner_id = :who and f.starts_on between :first and :last and f.status in (:stands)
                    order by f.starts_on, f.starts_at, f.id limit 1) as at
                from appointment
                where practitioner_id = :who and starts_on between :first and :last and status in (:stands)""")
                .param("who", practitioner)
                .param("first", first)
                .param("last", last)
                .param("stands", STANDS)
                .query(PractitionerBookings.Booked.class)
                .single();
    }
}
