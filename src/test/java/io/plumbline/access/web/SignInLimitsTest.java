package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.HttpCookie;
import java.time.Clock;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SignInLimitsTest {
    private static final int LET_THROUGH = 200;
    private static final int TOO_MANY = 429;

    private final KnownDevices devices = new KnownDevices(
            (purpose, text) -> new DigestUtils("SHA-256").digest(purpose + " of a test " + text), Clock.systemUTC());
    private final SignInLimits limits = new SignInLimits(devices);
    private final SignInArrivals arrivals = new SignInArrivals(new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("plumbline.session", SessionSettings.class)
            .signInsPerMinute());

    @Test
    void oneAddressMayTrySixtySignInsAMinute() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(arrival("somebody" + i, "10.0.0.1")).isEqualTo(LET_THROUGH);
        }
        assertThat(arrival("somebody else", "10.0.0.1")).isEqualTo(TOO_MANY);
        assertThat(arrival("somebody else", "10.0.0.2")).isEqualTo(LET_THROUGH);
    }

    @Test
    void oneAddressMayFailFiveTimesForAnAccountInAnySpelling() throws Exception {
        for (var typed : new String[] {"manager", "Manager", " manager", "MANAGER ", "manager"}) {
            assertThat(attempt(typed, "10.0.0.3")).isEqualTo(LET_THROUGH);
        }
        assertThat(attempt("manager", "10.0.0.3")).isEqualTo(TOO_MANY);
        assertThat(attempt("manager", "10.0.0.4")).isEqualTo(LET_THROUGH);
        assertThat(attempt("frontdesk", "10.0.0.3")).isEqualTo(LET_THROUGH);
    }

    @Test
    void aSuccessfulSignInClearsTheFailures() throws Exception {
        for (int i = 0; i < 5; i++) {
            attempt("manager", "10.0.0.5");
        }
        limits.succeeded(request("manager", "10.0.0.5"), new MockHttpServletResponse());
        assertThat(attempt("manager", "10.0.0.5")).isEqualTo(LET_THROUGH);
    }

    @Test
    void anIpv6NetworkMayFailFiveTimesForAnAccount() throws Exception {
        var guesses = 0;
        for (int i = 1; i <= 60; i++) {
            guesses += attempt("manager", "2001:db8:1:2::" + Integer.toHexString(i)) == LET_THROUGH ? 1 : 0;
        }
        assertThat(guesses).isEqualTo(5);
        assertThat(attempt("manager", "2001:db8:1:3::1")).isEqualTo(LET_THROUGH);
    }

    @Test
    void eachUnknownAddressHasOneTryAfterTenFailures() throws Exception {
        var guesses = 0;
        for (int i = 0; i < 60; i++) {
            guesses += attempt("manager", "198.51.100." + i % 12) == LET_THROUGH ? 1 : 0;
        }
        assertThat(guesses).isEqualTo(12);
        for (int i = 0; i < 60; i++) {
            guesses += attempt("frontdesk", "198.51.100." + i / 5) == LET_THROUGH ? 1 : 0;
        }
        assertThat(guesses).isEqualTo(12 + 10 + 10);
    }

    @Test
    void theOwnerCanSignInFromKnownAndNewDevicesDuringADistributedAttack() throws Exception {
        var known = signedInBefore("manager");
        for (int i = 0; i < 60; i++) {
            attempt("manager", "198.51.100." + i % 12);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("manager", "10.0.0.9", known)).isEqualTo(LET_THROUGH);
        }
        assertThat(attempt("manager", "10.0.0.9", known)).isEqualTo(TOO_MANY);
        // a new device in a place from where nobody guessed
        assertThat(attempt("manager", "10.0.0.10")).isEqualTo(LET_THROUGH);
    }

    @Test
    void ofTenThousandGuessesTenAndOneFromEachNetworkReachThePasswordAndTheOwnerStillSignsIn() throws Exception {
        var known = signedInBefore("manager");
        var guesses = 0;
        for (int i = 0; i < 10_000; i++) {
            guesses += attempt("manager", "198.51.100." + i % 200) == LET_THROUGH ? 1 : 0;
            if (i % 1_000 == 0) {
                var owner = request("manager", "198.51.100.1", known);
                var answer = new MockHttpServletResponse();
                limits.doFilter(owner, answer, new MockFilterChain());
                assertThat(answer.getStatus()).isEqualTo(LET_THROUGH);
                limits.succeeded(owner, answer);
            }
        }
        // each network has its first one, in which the ten of all are contained
        assertThat(guesses).isBetween(200, 210);
        guesses = 0;
        for (int i = 0; i < 10_000; i++) {
            guesses += attempt("frontdesk", "192.0.2.1") == LET_THROUGH ? 1 : 0;
        }
        assertThat(guesses).isEqualTo(5);
    }

    @Test
    void aDeviceCookieIsValidOnlyForItsAccountAndCannotBeForged() {
        var known = signedInBefore("manager");
        assertThat(devices.findDevice(request("manager", "10.0.0.9", known), "manager"))
                .isPresent();
        assertThat(devices.findDevice(request("frontdesk", "10.0.0.9", known), "frontdesk"))
                .isEmpty();
        var forged = new Cookie(
                known.getName(), known.getValue().replace(known.getValue().charAt(3), 'x'));
        assertThat(devices.findDevice(request("manager", "10.0.0.9", forged), "manager"))
                .isEmpty();
        assertThat(devices.findDevice(request("manager", "10.0.0.9", new Cookie(known.getName(), "?")), "manager"))
                .isEmpty();
    }

    @Test
    void aTryWhosePasswordWasNotCheckedIsNotCounted() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(attempt("auditor", "10.0.0.11")).isEqualTo(LET_THROUGH);
            limits.giveBack(request("auditor", "10.0.0.11"));
        }
    }

    @Test
    void successfulSignInsFromManyNewDevicesAreNotCountedAsAnAttack() throws Exception {
        for (int i = 0; i < 30; i++) {
            var request = request("frontdesk", "10.0.1." + i % 3);
            var answer = new MockHttpServletResponse();
            limits.doFilter(request, answer, new MockFilterChain());
            assertThat(answer.getStatus()).isEqualTo(LET_THROUGH);
            limits.succeeded(request, answer);
        }
        assertThat(attempt("frontdesk", "10.0.1.0")).isEqualTo(LET_THROUGH);
        assertThat(attempt("frontdesk", "10.0.1.0")).isEqualTo(LET_THROUGH);
    }

    private Cookie signedInBefore(String username) {
        var answer = new MockHttpServletResponse();
        devices.remember(request(username, "10.0.0.9"), answer, username);
        var cookie =
                HttpCookie.parse(String.valueOf(answer.getHeader("Set-Cookie"))).getFirst();
        assertThat(cookie.isHttpOnly()).isTrue();
        return new Cookie(cookie.getName(), cookie.getValue());
    }

    @Test
    void otherPagesAreNotCounted() throws Exception {
        for (int i = 0; i < 100; i++) {
            var page = new MockHttpServletRequest("GET", "/login");
            page.setServletPath("/login");
            var answer = new MockHttpServletResponse();
            limits.doFilter(page, answer, new MockFilterChain());
            assertThat(answer.getStatus()).isEqualTo(LET_THROUGH);
        }
    }

    private int arrival(String username, String address) throws Exception {
        var answer = new MockHttpServletResponse();
        arrivals.doFilter(request(username, address), answer, new MockFilterChain());
        return answer.getStatus();
    }

    private int attempt(String username, String address, Cookie... cookies) throws Exception {
        var answer = new MockHttpServletResponse();
        limits.doFilter(request(username, address, cookies), answer, new MockFilterChain());
        return answer.getStatus();
    }

    private static MockHttpServletRequest request(String username, String address, Cookie... cookies) {
        var request = new MockHttpServletRequest("POST", "/login");
        request.setServletPath("/login");
        request.setRemoteAddr(address);
        request.setCookies(cookies);
        request.setParameter("username", username);
        return request;
    }
}
