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
 * A test of what every store promises. Maven runs it on H2, and on MySQL where {@code plumbline.store} is
 * {@code mysql}: in each run if it is {@link OnMySql} too, else in the long run only. All of them share one portal with
 * an empty store, whose clock stands where it started when a test begins; a test that counts what others add takes one
 * of its own by a property {@code plumbline.test}.
 */
@Tag("store")
@SpringBootTest(
        properties = {"plumbline.demo=false", "plumbline.clock=", "plumbline.retention.jurisdictions=west=US-TX"})
@ActiveProfiles("test")
@ContextConfiguration(initializers = ChosenStore.class)
@Import({TestGroup.class, TestCare.class, Statements.class, MovableClock.class})
@ExtendWith(ClockSetBack.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoreTest {}
