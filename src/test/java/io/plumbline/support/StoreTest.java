package io.plumbline.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of what every store promises, on H2, or on MySQL where {@code plumbline.store} is {@code mysql}. All of them
 * share one portal, whose clock stands where it started when a test begins. Each class has clinics, people, a diary and
 * patients of its own there, by {@link TestGroup} and {@link TestCare}: it counts its own rows, never those of the store.
 */
@Tag("store")
@SpringBootTest(properties = {"plumbline.demo=false", "plumbline.clock="})
@ActiveProfiles("test")
@ContextConfiguration(initializers = {ChosenStore.class, TestJurisdictions.class})
@Import({TestGroup.class, TestCare.class, MovableClock.class})
@ExtendWith({ClockSetBack.class, OwnClinic.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoreTest {}
