package io.plumbline.store;

import io.plumbline.support.MySqlForTests;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisabledIfSystemProperty(named = "plumbline.mysql", matches = "false")
class MySqlDuplicateCandidateTest extends DuplicateCandidateTest {
    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        MySqlForTests.register(registry);
    }
}
