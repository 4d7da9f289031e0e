package io.plumbline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Adds the security headers to every response. They are written first because Vaadin responds inside a forward, which
 * commits before Spring Security's late header writing, and because a rejected request never reaches a filter chain.
 */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {
    /** For responses without script or frames: server-rendered pages, health, images and styles. */
    private static final String STRICT = "default-src 'none'; object-src 'none'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What follows the address of the sign-in page after a session. */
    private static final Set<String> ENDS = Set.of("out", "ended", "elsewhere", "longest");

    /** For the pages of the sign-in, whose one script asks the browser for a passkey. */
    private static final String SIGN_IN = STRICT + "; script-src 'self'; connect-src 'self'";

    /** For everything else but the page that starts a screen; docs/security.md explains each exception. */
    private static final String OTHER = "default-src 'self'; script-src 'self'%s; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** What Flow 25.3 needs besides to run a screen: its start script, and text that it compiles to functions. */
    private static final String OF_A_SCREEN = " 'nonce-%s' 'unsafe-eval'";

    /** Returns the content policy of the page that starts a screen and whose inline scripts have a nonce. */
    static String ofAScreen(String nonce) {
        return OTHER.formatted(OF_A_SCREEN.formatted(nonce));
    }

    @Bean
    static FilterRegistrationBean<HeaderWriterFilter> securityHeadersFilter() {
        var links = paths("/invitation/**", "/online-intake/**");
        var signIn = paths("/login", "/login/**");
        var serverPages = paths(
                "/book",
                "/book/**",
                "/api/public/**",
                "/invitation/**",
                "/online-intake/**",
                "/actuator/**",
                "/assets/**",
                "/favicon.svg");
        var kept = paths("/VAADIN/build/**", "/VAADIN/static/**", "/aura/**", "/assets/**", "/favicon.svg");
        var filter = new HeaderWriterFilter(List.<HeaderWriter>of(
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                // the token in the address of a one-time link must not leak through the referrer
                new DelegatingRequestMatcherHeaderWriter(
                        links, new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER)),
                new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(links), new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN)),
                new HstsHeaderWriter(),
                new DelegatingRequestMatcherHeaderWriter(
                        SecurityHeaders::isEndOfASession, new ClearSiteDataHeaderWriter(Directive.CACHE)),
                new DelegatingRequestMatcherHeaderWriter(serverPages, new ContentSecurityPolicyHeaderWriter(STRICT)),
                new DelegatingRequestMatcherHeaderWriter(signIn, new ContentSecurityPolicyHeaderWriter(SIGN_IN)),
                new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(new OrRequestMatcher(serverPages, signIn)),
                        new ContentSecurityPolicyHeaderWriter(OTHER.formatted(""))),
                new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(kept), new CacheControlHeadersWriter())));
        filter.setShouldWriteHeadersEagerly(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /**
     * Returns whether the browser is shown the sign-in page because a session has ended; it then forgets the pages that
     * it could go back to. Its storage has only how the person likes the screens, and stays.
     */
    private static boolean isEndOfASession(HttpServletRequest request) {
        return SignInPage.ADDRESS.equals(request.getRequestURI())
                && ENDS.contains(String.valueOf(request.getQueryString()));
    }

    static RequestMatcher paths(String... patterns) {
        var builder = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                Arrays.stream(patterns).<RequestMatcher>map(builder::matcher).toList());
    }
}
