package io.plumbline.leads;

import io.plumbline.leads.requests.FormTokens;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Public forms that were given out some time ago. */
@Lazy
@Component
@Profile("test")
public class Forms {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Forms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The mark of a form that has been open for so long. */
    public String openFor(Duration open) {
        return new FormTokens(jdbc, Clock.offset(clock, open.negated())).issue();
    }
}
