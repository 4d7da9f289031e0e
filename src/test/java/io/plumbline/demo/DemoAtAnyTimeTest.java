package io.plumbline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.Plumbline;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo clinic can be started at whatever instant, and has the same people in the same care. */
class DemoAtAnyTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // a Sunday, ten minutes before midnight in Phoenix
                "2026-11-23T06:50:00Z",
                // the night in which New York skips an hour
                "2027-03-14T07:05:00Z",
                // 29 February
                "2028-02-29T15:00:00Z",
                // New Year's Eve in Phoenix, New Year in New York
                "2027-01-01T05:30:00Z"
            })
    void isFilledThen(String at) {
        try (var portal = new SpringApplicationBuilder(Plumbline.class)
                .web(WebApplicationType.NONE)
                .profiles("test")
                .run("--plumbline.clock=" + at)) {
            var jdbc = portal.getBean(JdbcClient.class);
            assertThat(number(jdbc, "select count(*) from patient")).isEqualTo(60);
            assertThat(number(jdbc, "select count(*) from session_note where status = 'SIGNED'"))
                    .isGreaterThanOrEqualTo(400);
            assertThat(visits(jdbc, "harbour", LocalDate.ofInstant(Instant.parse(at), DemoPlaces.PHOENIX)))
                    .isGreaterThan(5);
            assertThat(visits(jdbc, "mill", LocalDate.ofInstant(Instant.parse(at), DemoPlaces.NEW_YORK)))
                    .isGreaterThan(5);
        }
    }

    private static long visits(JdbcClient jdbc, String clinic, LocalDate on) {
        return jdbc.sql("""
                select count(*) from appointment a join clinic c on c.id = a.clinic_id
                where c.code = ? and a.starts_on = ?""")
                .params(clinic, on)
                .query(Long.class)
                .single();
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
