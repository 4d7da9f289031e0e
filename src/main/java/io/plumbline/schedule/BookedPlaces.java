package io.plumbline.schedule;

import io.plumbline.clinics.ClinicInUse;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells {@code clinics} whether something was booked at one. */
@Component
class BookedPlaces implements ClinicInUse {
    private final JdbcClient jdbc;

    BookedPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isBooked(ClinicId clinic) {
        return !jdbc.sql("select 1 from appointment where clinic_id = ? limit 1")
                .param(Ids.bytes(clinic.value()))
                .query(Integer.class)
                .list()
                .isEmpty();
    }
}
