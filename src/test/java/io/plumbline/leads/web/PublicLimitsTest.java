package io.plumbline.leads.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.PublicSettings;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** The bucket refills by real time, slowly enough that no test is slow enough to notice. */
class PublicLimitsTest {
    private static final String ENDPOINT = "/api/public/consultations";

    private final PublicLimits limits = limits(200);

    @Test
    void oneAddressIsLimitedAfterItsBurst() throws Exception {
        for (var sent = 0; sent < 20; sent++) {
            assertThat(post("192.0.2.1", ENDPOINT).getStatus()).isEqualTo(200);
        }
        var refused = post("192.0.2.1", ENDPOINT);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 6);
        assertThat(post("192.0.2.2", ENDPOINT).getStatus()).isEqualTo(200);
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() throws Exception {
        for (var sent = 0; sent < 20; sent++) {
            post("2001:db8:1:2::" + Integer.toHexString(sent + 1), ENDPOINT);
        }
        assertThat(post("2001:db8:1:2:ffff::1", ENDPOINT).getStatus()).isEqualTo(429);
        assertThat(post("2001:db8:1:3::1", ENDPOINT).getStatus()).isEqualTo(200);
    }

    @Test
    void forwardedHeadersOfAClientAreIgnored() throws Exception {
        for (var sent = 0; sent < 20; sent++) {
            post("192.0.2.1", ENDPOINT);
        }
        var request = request("192.0.2.1", ENDPOINT);
        request.addHeader("X-Forwarded-For", "198.51.100.7");
        request.addHeader("Forwarded", "for=198.51.100.7");
        assertThat(answer(limits, request).getStatus()).isEqualTo(429);
    }

    @Test
    void allAddressesShareALimitPerSecond() throws Exception {
        var few = limits(3);
        var answers = new ArrayList<Integer>();
        for (var sent = 0; sent < 100; sent++) {
            answers.add(answer(few, request("192.0.2." + sent, ENDPOINT)).getStatus());
        }
        assertThat(answers).startsWith(200, 200, 200).contains(429).containsOnly(200, 429);
    }

    @Test
    void aLimitedFormRequestPassesWithItsWaitingTime() throws Exception {
        for (var sent = 0; sent < 20; sent++) {
            post("192.0.2.1", "/book");
        }
        var request = request("192.0.2.1", "/book");
        var chain = new MockFilterChain();
        limits.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isNotNull();
        assertThat(request.getAttribute(PublicLimits.WAIT_SECONDS)).isNotNull();
    }

    @Test
    void anOversizedBodyIsRefusedBeforeItIsRead() throws Exception {
        var request = request("192.0.2.1", ENDPOINT);
        request.setContent(new byte[64 * 1024 + 1]);
        var refused = answer(limits, request);
        assertThat(refused.getStatus()).isEqualTo(413);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void readRequestsAreNotLimited() throws Exception {
        for (var read = 0; read < 40; read++) {
            var request = request("192.0.2.1", "/book");
            request.setMethod("GET");
            assertThat(answer(limits, request).getStatus()).isEqualTo(200);
        }
    }

    private static PublicLimits limits(int perSecond) {
        return new PublicLimits(
                new PublicSettings(0, null, 2, 10, 20, perSecond, List.of()),
                new Problems(JsonMapper.builder().build()));
    }

    private MockHttpServletResponse post(String address, String path) throws ServletException, IOException {
        return answer(limits, request(address, path));
    }

    private static MockHttpServletRequest request(String address, String path) {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }

    private static MockHttpServletResponse answer(PublicLimits limits, MockHttpServletRequest request)
            throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
