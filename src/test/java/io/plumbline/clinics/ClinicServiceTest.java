package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Refused;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoreTest
class ClinicServiceTest {
    @Autowired
    ClinicService clinics;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    Clock clock;

    @Test
    void eachClinicHasItsOwnDate() {
        // their clocks are twenty-five hours apart, so their dates differ at any time
        var zones = Map.of("earlydate", "Pacific/Kiritimati", "latedate", "Pacific/Pago_Pago");
        zones.forEach((code, zone) -> {
            var clinic = group.clinic(code, zone);
            staff.doAs("westdesk", () -> {
                assertThat(clinics.zoneOf(clinic)).isEqualTo(ZoneId.of(zone));
                assertThat(clinics.label(clinic).id()).isEqualTo(clinic);
                assertThat(clinics.todayAt(clinic)).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)));
            });
        });
    }

    @Test
    void thereIsNoDateWithoutAClinic() {
        staff.doAs("westdesk", () -> assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> clinics.todayAt(ClinicId.next())));
    }
}
