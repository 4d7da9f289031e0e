package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Push of another site is refused whatever it travels on. */
class ForeignPushTest {
    private final ForeignPush filter = new ForeignPush();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://portal.example:8081",
                "https://portal.example:8080",
                "http://a:bad",
                "http://[",
                "not an address",
                "null",
                ""
            })
    void pushFromAnotherSiteIsRefused(String origin) throws Exception {
        assertThat(socket("/login", origin)).isEqualTo(403);
        assertThat(socket("/invitation/", origin)).isEqualTo(403);
        assertThat(push("long-polling", origin)).isEqualTo(403);
        assertThat(push("streaming", origin)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "http, 8080, http://portal.example:8080",
        "http, 80, http://portal.example",
        "https, 443, https://Portal.Example",
        "https, 443, https://portal.example:443"
    })
    void pushFromTheSameSiteIsAccepted(String scheme, int port, String origin) throws Exception {
        var request = request("/VAADIN/push", origin);
        request.setScheme(scheme);
        request.setServerPort(port);
        request.addHeader("Upgrade", "WebSocket");
        request.setQueryString("v-r=push");
        assertThat(answer(request)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://a:bad"})
    void requestsOtherThanPushPassTheFilter(String origin) throws Exception {
        assertThat(answer(request("/book", origin))).isEqualTo(200);
    }

    private int socket(String path, String origin) throws Exception {
        var request = request(path, origin);
        request.addHeader("Upgrade", "websocket");
        return answer(request);
    }

    private int push(String transport, String origin) throws Exception {
        var request = request("/VAADIN/push", origin);
        request.setQueryString("v-uiId=1&v%2Dr=pu%73h");
        request.addHeader("X-Atmosphere-Transport", transport);
        return answer(request);
    }

    private static MockHttpServletRequest request(String path, String origin) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServerName("portal.example");
        request.setServerPort(8080);
        request.addHeader("Origin", origin);
        return request;
    }

    private int answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
