package io.plumbline.access.web;

import io.plumbline.support.OwnClinic;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** A test in a portal behind a proxy, with narrow limits for strangers. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.forward-headers-strategy=native",
            "plumbline.public.per-minute=1",
            "plumbline.public.burst=5",
            "plumbline.session.sign-ins-per-minute=60"
        })
@ActiveProfiles("test")
@ExtendWith(OwnClinic.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface BehindProxyTest {}
