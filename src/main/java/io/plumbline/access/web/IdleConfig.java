package io.plumbline.access.web;

import io.plumbline.access.accounts.ConfirmedSignIns;
import io.plumbline.access.lock.SessionLock;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers the idle check before Spring Security uses the session. */
@Configuration(proxyBeanMethods = false)
class IdleConfig {
    @Bean
    static FilterRegistrationBean<IdleSessionFilter> idleSessionFilter(
            OwnActions ownActions, SessionLock locks, ConfirmedSignIns signIns) {
        var registration = new FilterRegistrationBean<>(new IdleSessionFilter(ownActions, locks, signIns));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** Accepts the browser's activity report, which {@link IdleSessionFilter} has already handled. */
    @RestController
    static class OwnActionEndpoint {
        @PostMapping(IdleSessionFilter.REPORTED_BY_BROWSER)
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void happened() {}
    }
}
