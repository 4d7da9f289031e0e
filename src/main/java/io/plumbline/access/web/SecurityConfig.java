package io.plumbline.access.web;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import io.plumbline.access.PublicSettings;
import io.plumbline.access.sso.SingleSignOn;
import io.plumbline.access.sso.SsoSignIn;
import io.plumbline.shared.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** The security filter chains. The public chains create no session, and Flow handles none of their requests. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {
    /** The requests that an open screen sends. Without a session, Flow answers that it has expired and creates none. */
    private static final Set<String> ASKED_BY_OPEN_SCREENS = Set.of("heartbeat", "uidl");

    private static final Set<String> NO_SCREENS = Set.of(IdleSessionFilter.REPORTED_BY_BROWSER, "/logout");

    static final String TOKEN_COOKIE = "XSRF-TOKEN";

    /** The longest address that fits into a cookie. */
    private static final int LONGEST_ADDRESS = 1_000;

    @Bean
    @Order(1)
    SecurityFilterChain actuator(HttpSecurity http) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .headers(HeadersConfigurer::disable)
                .build();
    }

    /**
     * The public pages: no session and no cookie, so no CSRF token either. Only pages of the configured web sites may
     * call the endpoint from a browser.
     */
    @Bean
    @Order(2)
    SecurityFilterChain publicPages(HttpSecurity http, PublicSettings settings) {
        return http.securityMatcher("/" + Routes.BOOK, "/" + Routes.BOOK + "/**", Routes.PUBLIC_ENDPOINTS + "/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/" + Routes.BOOK,
                                "/" + Routes.BOOK + "/call.ics",
                                Routes.PUBLIC_ENDPOINTS + "/consultations",
                                Routes.PUBLIC_ENDPOINTS + "/openapi.yaml")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .cors(cors -> cors.configurationSource(ofOtherSites(settings)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(HeadersConfigurer::disable)
                .build();
    }

    /**
     * One-time links: handled like the public pages because only the token in the address counts, but rate-limited.
     * Denies everything else below that address; otherwise Flow would answer and create a session for every visitor.
     */
    @Bean
    @Order(3)
    SecurityFilterChain oneTimeLinks(HttpSecurity http, KnownDevices devices) {
        return http.securityMatcher("/" + Routes.INVITATION + "/**", "/" + Routes.ONLINE_INTAKE + "/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                InvitationPage.ADDRESS, "/" + Routes.ONLINE_INTAKE + "/{token}")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .headers(HeadersConfigurer::disable)
                .addFilterBefore(new InvitationLimits(), AuthorizationFilter.class)
                .addFilterBefore(new StaffBrowserFilter(devices), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain portal(
            HttpSecurity http,
            AuthenticationManager authenticationManager,
            RequestUtil requests,
            VaadinDefaultRequestCache requestCache,
            OwnActions ownActions,
            ScreensAtOnce places,
            SignedInSessions sessions,
            KnownDevices devices,
            CodeSignIn codes,
            PasskeySignIn passkeys,
            SingleSignOn sso,
            SsoSignIn provider,
            SessionSettings settings) {
        requestCache.setDelegateRequestCache(addressToComeBackTo());
        var limits = codes.limits();
        var ofProvider = SecurityHeaders.paths(SingleSignOn.START, SingleSignOn.BACK);
        var signedIn = new SignInSuccess(ownActions, sessions, places, devices, requestCache);
        http.authorizeHttpRequests(rules -> rules.requestMatchers(
                        SignInPage.ADDRESS,
                        PasskeySignIn.ADDRESS,
                        CodePage.ADDRESS,
                        CodePage.ASKED,
                        CodePage.SET_UP,
                        "/error")
                .permitAll()
                .requestMatchers(request -> sso.isOn() && ofProvider.matches(request))
                .permitAll()
                .requestMatchers(StaticFiles.PATTERNS)
                .permitAll()
                .requestMatchers(
                        request -> requests.isFrameworkInternalRequest(request) && isAskedByOpenScreen(request))
                .permitAll()
                .anyRequest()
                .authenticated());
        return http.authenticationManager(authenticationManager)
                .with(vaadin(), flow -> flow.enableAuthorizedRequestsConfiguration(false)
                        .logoutSuccessHandler(signedOut(provider)))
                // a second user of the same browser must not find the first user's screens
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .formLogin(form -> form.loginPage(SignInPage.ADDRESS)
                        .successHandler((request, response, person) -> {
                            limits.succeeded(request, response);
                            signedIn.onAuthenticationSuccess(request, response, person);
                        })
                        .failureHandler(codes.afterPassword()))
                .with(codes.configurer(signedIn), steps -> {})
                .with(passkeys.configurer(signedIn), steps -> {})
                .with(
                        provider.configurer(signedIn, new ForwardAuthenticationFailureHandler(SignInPage.ADDRESS)),
                        steps -> {})
                // otherwise the next visit would report that the session expired
                .logout(logout -> logout.deleteCookies("JSESSIONID"))
                .addFilterBefore(new SignInArrivals(settings.signInsPerMinute()), CsrfFilter.class)
                .addFilterBefore(limits, UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), SecurityConfig::showsNoPage)
                        .defaultAuthenticationEntryPointFor(new SignInEntryPoint(), AnyRequestMatcher.INSTANCE))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenInCookie())
                        // the report only resets the current user's own idle timer, and the session cookie is
                        // SameSite=Lax
                        .ignoringRequestMatchers(IdleSessionFilter.REPORTED_BY_BROWSER))
                .headers(HeadersConfigurer::disable)
                .build();
    }

    private static CorsConfigurationSource ofOtherSites(PublicSettings settings) {
        var sites = new CorsConfiguration();
        sites.setAllowedOrigins(settings.allowedOrigins());
        sites.setAllowedMethods(List.of(HttpMethod.POST.name()));
        sites.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, "Idempotency-Key"));
        sites.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        sites.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration(Routes.PUBLIC_ENDPOINTS + "/consultations", sites);
        return source;
    }

    /**
     * Returns whether a request cannot show a sign-in page: one for a script or an image, or the report of a screen. It
     * would replace the token of the sign-in page that is on screen, which then could not be sent.
     */
    private static boolean showsNoPage(HttpServletRequest request) {
        return HandlerHelper.isNonHtmlInitiatedRequest(request) || IdleSessionFilter.isReport(request);
    }

    private static boolean isAskedByOpenScreen(HttpServletRequest request) {
        return ASKED_BY_OPEN_SCREENS.contains(String.valueOf(request.getParameter("v-r")));
    }

    /** Redirects through Flow's UIDL protocol because the user signs out with a click on a Vaadin screen. */
    private static LogoutSuccessHandler signedOut(SsoSignIn provider) {
        var leave = new SimpleUrlLogoutSuccessHandler() {
            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedIn) {
                return provider.addressToSignOut(signedIn, request)
                        .orElseGet(() -> super.determineTargetUrl(request, response, signedIn));
            }
        };
        leave.setDefaultTargetUrl(SignInPage.ADDRESS + "?out");
        leave.setRedirectStrategy(new UidlRedirectStrategy());
        return leave;
    }

    private static CookieRequestCache addressToComeBackTo() {
        var cache = new ReadableRequests();
        cache.setRequestMatcher(SecurityConfig::isAddressOfAScreen);
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    /** Treats a cookie that does not contain a valid address as missing. */
    private static final class ReadableRequests extends CookieRequestCache {
        @Override
        public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
            try {
                return super.getRequest(request, response);
            } catch (IllegalArgumentException unreadable) {
                removeRequest(request, response);
                return null;
            }
        }
    }

    private static boolean isAddressOfAScreen(HttpServletRequest request) {
        var address = request.getRequestURI() + String.valueOf(request.getQueryString());
        return request.getMethod().equals("GET")
                && !NO_SCREENS.contains(request.getServletPath())
                && address.length() <= LONGEST_ADDRESS;
    }

    private static CookieCsrfTokenRepository tokenInCookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(TOKEN_COOKIE);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Redirects to the sign-in page, which says so if the session has expired. */
    private static final class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {
        SignInEntryPoint() {
            super(SignInPage.ADDRESS);
        }

        @Override
        protected String determineUrlToUseForThisRequest(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
            if (request.getAttribute(IdleSessionFilter.ENDED_FOR_ANOTHER) != null) {
                return SignInPage.ADDRESS + "?elsewhere";
            }
            if (request.getAttribute(IdleSessionFilter.ENDED_BY_AGE) != null) {
                return SignInPage.ADDRESS + "?longest";
            }
            var ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            return ended ? SignInPage.ADDRESS + "?ended" : SignInPage.ADDRESS;
        }
    }
}
