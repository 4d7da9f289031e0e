package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SignInLimitsTest {
    private static final int LET_THROUGH = 200;
    private static final int TOO_MANY = 429;

    private final SignInLimits limits = new SignInLimits();

    @Test
    void oneAddressTriesSixtyTimesAMinuteWhateverNamesItTries() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(attempt("somebody" + i, "10.0.0.1")).isEqualTo(LET_THROUGH);
        }
        assertThat(attempt("somebody else", "10.0.0.1")).isEqualTo(TOO_MANY);
        assertThat(attempt("somebody else", "10.0.0.2")).isEqualTo(LET_THROUGH);
    }

    @Test
    void oneAccountFromOneAddressFailsFiveTimesHoweverItIsTyped() throws Exception {
        for (var typed : new String[] {"manager", "Manager", " manager", "MANAGER ", "manager"}) {
            assertThat(attempt(typed, "10.0.0.3")).isEqualTo(LET_THROUGH);
        }
        assertThat(attempt("manager", "10.0.0.3")).isEqualTo(TOO_MANY);
        assertThat(attempt("manager", "10.0.0.4")).isEqualTo(LET_THROUGH);
        assertThat(attempt("frontdesk", "10.0.0.3")).isEqualTo(LET_THROUGH);
    }

    @Test
    void aRightSignInForgetsTheFailures() throws Exception {
        for (int i = 0; i < 5; i++) {
            attempt("manager", "10.0.0.5");
        }
        limits.succeeded(request("manager", "10.0.0.5"));
        assertThat(attempt("manager", "10.0.0.5")).isEqualTo(LET_THROUGH);
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

    private int attempt(String username, String address) throws Exception {
        var answer = new MockHttpServletResponse();
        limits.doFilter(request(username, address), answer, new MockFilterChain());
        return answer.getStatus();
    }

    private static MockHttpServletRequest request(String username, String address) {
        var request = new MockHttpServletRequest("POST", "/login");
        request.setServletPath("/login");
        request.setRemoteAddr(address);
        request.setParameter("username", username);
        return request;
    }
}
