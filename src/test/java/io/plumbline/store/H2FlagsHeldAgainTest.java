package io.plumbline.store;

import java.util.UUID;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class H2FlagsHeldAgainTest extends FlagsHeldAgainTest {
    @Override
    DriverManagerDataSource empty() {
        return new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;TIME ZONE=UTC;DB_CLOSE_DELAY=-1",
                "sa",
                "");
    }

    @Override
    String folder() {
        return "h2";
    }
}
