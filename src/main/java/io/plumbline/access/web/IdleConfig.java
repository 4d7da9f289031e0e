package io.plumbline.access.web;

import io.plumbline.access.AccountsNow;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where idleness is noticed: before Spring Security looks at the session. */
@Configuration(proxyBeanMethods = false)
class IdleConfig {
    @Bean
    static FilterRegistrationBean<IdleSessionFilter> idleSessionFilter(OwnActions ownActions, AccountsNow accounts) {
        var registration = new FilterRegistrationBean<>(new IdleSessionFilter(ownActions, accounts));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** The browser says that its person did something; {@link IdleSessionFilter} has noted it already. */
    @RestController
    static class OwnActionEndpoint {
        @PostMapping(IdleSessionFilter.REPORTED_BY_BROWSER)
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void happened() {}
    }
}
