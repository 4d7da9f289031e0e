package io.plumbline.access;

import io.plumbline.shared.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts every sign-in on record. */
@Component
class SignInRecorder {
    private final ApplicationEventPublisher events;

    SignInRecorder(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    @Transactional
    void on(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof Caller caller) {
            events.publishEvent(new SignedIn(caller.staff()));
        }
    }
}
