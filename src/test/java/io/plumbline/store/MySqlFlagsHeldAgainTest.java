package io.plumbline.store;

import io.plumbline.support.MySqlForTests;
import java.util.HashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MySqlFlagsHeldAgainTest extends FlagsHeldAgainTest {
    @Override
    DriverManagerDataSource empty() {
        var settings = new HashMap<String, Supplier<Object>>();
        MySqlForTests.register(settings::put);
        return new DriverManagerDataSource(
                String.valueOf(settings.get("spring.datasource.url").get()),
                String.valueOf(settings.get("spring.flyway.user").get()),
                String.valueOf(settings.get("spring.flyway.password").get()));
    }

    @Override
    String folder() {
        return "mysql";
    }
}
