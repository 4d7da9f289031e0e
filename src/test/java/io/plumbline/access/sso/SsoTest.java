package io.plumbline.access.sso;

import io.plumbline.support.ClockSetBack;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OwnClinic;
import io.plumbline.support.TestGroup;
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

/** A test in a portal with single sign-on by {@link SsoProviderSteps#SHARED}, beside its own passwords. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "plumbline.demo=false",
            "plumbline.clock=",
            "plumbline.session.sign-ins-per-minute=1000",
            "plumbline.sso.client-id=" + SsoProviderSteps.CLIENT,
            "plumbline.sso.client-secret=" + SsoProviderSteps.SECRET,
            "plumbline.sso.name=Hill Clinic",
            "plumbline.sso.role-claim=realm_access.roles",
            "plumbline.sso.roles.auditor=portal-audit",
            "plumbline.sso.roles.manager=portal-manager",
            "plumbline.sso.roles.front-desk=portal-desk,portal-reception",
            "plumbline.sso.roles.therapist=portal-therapist",
            "plumbline.sso.local-administrator=Local.Admin"
        })
@ActiveProfiles("test")
@ContextConfiguration(initializers = SsoProviderSteps.AsIssuer.class)
@Import({MovableClock.class, TestGroup.class})
@ExtendWith({ClockSetBack.class, OwnClinic.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SsoTest {}
