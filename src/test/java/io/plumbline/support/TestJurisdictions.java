package io.plumbline.support;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts the west of each test class into Texas, by the codes that {@link TestGroup} gives its clinics. */
class TestJurisdictions implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int TEST_CLASSES = 2_000;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var each = IntStream.rangeClosed(1, TEST_CLASSES)
                .mapToObj(number -> "westx" + number + "=US-TX")
                .collect(Collectors.joining(","));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "jurisdictions of the tests", Map.of("plumbline.retention.jurisdictions", each)));
    }
}
