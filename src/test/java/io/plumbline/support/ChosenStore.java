package io.plumbline.support;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The store of this test run: H2, or MySQL where the system property {@code plumbline.store} is {@code mysql}. */
public class ChosenStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String H2 =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;TIME ZONE=UTC;DB_CLOSE_DELAY=-1";

    /** Whether this run is on MySQL. */
    public static boolean isMySql() {
        return "mysql".equals(System.getProperty("plumbline.store"));
    }

    /** The folder of the migrations for this store. */
    public static String folder() {
        return isMySql() ? "mysql" : "h2";
    }

    /** A new database without tables. */
    public static DriverManagerDataSource empty() {
        if (!isMySql()) {
            return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + H2, "sa", "");
        }
        var settings = mySql();
        return new DriverManagerDataSource(
                String.valueOf(settings.get("spring.datasource.url")),
                String.valueOf(settings.get("spring.flyway.user")),
                String.valueOf(settings.get("spring.flyway.password")));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (isMySql()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("store of the tests", mySql()));
        }
    }

    private static Map<String, Object> mySql() {
        var settings = new HashMap<String, Supplier<Object>>();
        MySqlForTests.register(settings::put);
        var values = new HashMap<String, Object>();
        settings.forEach((name, value) -> values.put(name, value.get()));
        return values;
    }
}
