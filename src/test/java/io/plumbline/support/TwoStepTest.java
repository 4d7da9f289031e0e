package io.plumbline.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in a portal where auditors must use two-step sign-in, seven days after their first sign-in; it also has a
 * port of its own for what is open to anybody.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"plumbline.second-factor.roles=auditor", "plumbline.demo=false", "plumbline.clock="})
@ActiveProfiles("test")
@ContextConfiguration(initializers = PublicPort.class)
@Import(MovableClock.class)
@ExtendWith({ClockSetBack.class, OwnClinic.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TwoStepTest {}
