package io.plumbline.support;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Puts a test of the store on MySQL. Tests of the same settings share a portal and its database, as they do on H2. */
public interface OnMySql {
    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        MySqlForTests.register(registry);
    }
}
