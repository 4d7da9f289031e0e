package io.plumbline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.Plumbline;
import io.plumbline.leads.LeadStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody tries Plumbline at whatever hour it is: the demo clinic fills then too, and its lists hold work. */
@Tag("long")
@Tag("sizes")
class DemoAtAnyHourTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "2044-02-29T05:50:00Z, Sunday before midnight in Phoenix and a leap day before dawn in New York",
        "2026-11-01T05:30:00Z, the hour that New York has twice",
        "2027-01-01T05:10:00Z, New Year in New York and the eve of it in Phoenix"
    })
    void theDemoFillsAtAnyHour(String now, String why) {
        try (var portal = new SpringApplicationBuilder(Plumbline.class)
                .profiles("test")
                .run("--plumbline.clock=" + now, "--server.port=0")) {
            var jdbc = portal.getBean(JdbcClient.class);
            assertThat(count(jdbc, "select count(*) from consultation_lead")).isEqualTo(80);
            assertThat(count(jdbc, "select count(distinct status) from consultation_lead"))
                    .isEqualTo(LeadStatus.values().length);
            assertThat(count(jdbc, "select count(*) from treatment_plan")).isEqualTo(25);
            assertThat(count(jdbc, "select count(distinct status) from treatment_plan"))
                    .isEqualTo(6);
            assertThat(count(jdbc, "select count(*) from session_note where status = 'SIGNED'"))
                    .isBetween(360L, 390L);
            assertThat(count(jdbc, "select count(distinct flag_level) from red_flag where status = 'RAISED'"))
                    .isEqualTo(4);
            assertThat(count(jdbc, "select count(*) from appointment where status in ('BOOKED', 'CONFIRMED')"))
                    .isGreaterThan(100);
        }
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
