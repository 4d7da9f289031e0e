package io.plumbline.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link StoreTest} that forges or deletes what the others rely on, as somebody could who owns the store: the trail,
 * signed notes, triggers; or that sends mails, or says what holds for all clinics. They share a second portal.
 */
@StoreTest
@TestPropertySource(
        properties = {
            "plumbline.audit.head-file=target/test-data/forged-${random.uuid}.head",
            "plumbline.audit.checkpoints.mail=auditor@example.org",
            "plumbline.outbox.from=Front Desk <desk@example.org>"
        })
@ContextConfiguration(initializers = {ChosenStore.class, TestJurisdictions.class, TestMail.class})
@ExtendWith(EndedWithItsStore.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForgedStoreTest {}
