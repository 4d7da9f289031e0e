package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.LinkLimits;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class InvitationLimitsTest {
    private final InvitationLimits limits = new InvitationLimits();

    @Test
    void oneClientAddressMayOpenSixtyLinksAMinuteWithoutDelayingOthers() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(waitOf("10.0.0.1")).isNull();
        }
        assertThat(waitOf("10.0.0.1")).isEqualTo(1L);
        assertThat(waitOf("10.0.0.2")).isNull();
    }

    private Object waitOf(String address) throws Exception {
        var request = new MockHttpServletRequest("GET", "/invitation/guess");
        request.setRemoteAddr(address);
        limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return request.getAttribute(LinkLimits.WAIT_SECONDS);
    }
}
