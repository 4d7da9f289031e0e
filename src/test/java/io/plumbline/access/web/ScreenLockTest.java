package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import io.plumbline.access.lock.SessionLock;
import io.plumbline.shared.CurrentUser;
import io.plumbline.support.DemoTest;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the server does with the messages of a locked screen, whatever its browser sends. */
@DemoTest
class ScreenLockTest {
    private static final String PASSWORD = "demo-therapist-pass";
    private static final String FIELD = "PIN or password";

    @LocalServerPort
    int port;

    @Autowired
    OpenScreens screens;

    @Autowired
    SessionLock locks;

    @Autowired
    OwnActions ownActions;

    @Autowired
    FilterRegistrationBean<IdleSessionFilter> filter;

    @Autowired
    JdbcClient jdbc;

    private HttpClient browser;
    private UidlTab tab;
    private HttpSession session;

    @BeforeEach
    void aTabWithTypedWords() {
        browser = LoopbackBrowser.client();
        tab = tab();
        tab.signIn("therapist", PASSWORD);
        var others = screens.signedIn().keySet();
        tab.open("patients");
        session = screens.signedIn().entrySet().stream()
                .filter(one -> !others.contains(one.getKey()))
                .filter(one -> one.getValue().getPrincipal() instanceof CurrentUser user
                        && user.username().equals("therapist"))
                .map(Map.Entry::getKey)
                .map(ScreenLockTest::http)
                .findFirst()
                .orElseThrow();
        tab.type("Search patients", "a");
    }

    @Test
    void aLockedScreenHasNothingOfItsContentAndIgnoresWhatIsSentToIt() {
        var names = tab.texts();
        var field = tab.node("Search patients");
        var content = tab.nodes();
        assertThat(names).hasSizeGreaterThan(20);
        lock();
        assertThat(tab.says("Locked")).isTrue();
        assertThat(tab.texts()).doesNotContain("Patients", "Call now").hasSizeLessThan(12);

        tab.send(List.of("{\"type\":\"mSync\",\"node\":" + field
                + ",\"feature\":1,\"property\":\"value\",\"value\":\"tampered\"}"));
        tab.send(content.stream()
                .map("{\"type\":\"event\",\"node\":%d,\"event\":\"click\",\"data\":{}}"::formatted)
                .toList());
        tab.go("account");
        tab.go("patients/new");
        assertThat(tab.says("Locked")).isTrue();
        assertThat(tab.texts()).doesNotContain("My account", "New patient");

        tab.type(FIELD, "not the password");
        tab.press("Unlock");
        assertThat(tab.says("Locked")).isTrue();
        tab.type(FIELD, PASSWORD);
        tab.press("Unlock");
        assertThat(tab.says("Locked")).isFalse();
        assertThat(tab.value("Search patients")).isEqualTo("a");
        assertThat(tab.texts()).containsAll(names);
        assertThat(kinds()).containsSubsequence("screen.locked", "unlock.refused", "screen.unlocked");
    }

    @Test
    void everyTabOfTheSessionIsLockedAndUnlocked() {
        var other = tab.another();
        other.open("practitioners");
        lock();
        other.send(List.of());
        assertThat(other.says("Locked")).isTrue();
        var later = tab.another();
        later.open("account");
        assertThat(later.says("Locked")).isTrue();
        assertThat(later.texts()).doesNotContain("My account", "Call now");

        tab.type(FIELD, PASSWORD);
        tab.press("Unlock");
        other.send(List.of());
        assertThat(other.says("Locked")).isFalse();
        other.go("account");
        assertThat(other.says("My account")).isTrue();
    }

    @Test
    void wrongTriesAreLimitedAsThoseOfASignIn() {
        var before = kinds().size();
        lock();
        for (int i = 0; i < 5; i++) {
            tab.type(FIELD, "not the password " + i);
            tab.press("Unlock");
        }
        tab.type(FIELD, PASSWORD);
        tab.press("Unlock");
        assertThat(tab.says("Locked")).as("the sixth try has to wait").isTrue();
        assertThat(kinds().stream().skip(before))
                .filteredOn("unlock.refused"::equals)
                .hasSize(5);
    }

    @Test
    void downloadsOfALockedSessionAreRefusedAndAnActionDoesNotUnlockIt() throws Exception {
        assertThat(status("GET", "/VAADIN/dynamic/resource/0/x/y")).isEqualTo(200);
        locks.lock(session, "by a test");
        assertThat(status("GET", "/VAADIN/dynamic/resource/0/x/y")).isEqualTo(403);
        assertThat(status("POST", "/VAADIN/dynamic/resource/0/x/y")).isEqualTo(403);
        var before = ownActions.last(session);
        status("POST", IdleSessionFilter.REPORTED_BY_BROWSER);
        assertThat(ownActions.last(session)).isEqualTo(before);
        assertThat(SessionLock.isLocked(session)).isTrue();
    }

    private int status(String method, String path) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setSession(session);
        var response = new MockHttpServletResponse();
        filter.getFilter().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    /** Two rounds: the first asks the screen for what was typed, which only a real browser answers. */
    private void lock() {
        locks.lock(session, "by a test");
        screens.lockIdle();
        tab.send(List.of());
        screens.lockIdle();
        tab.send(List.of());
    }

    private UidlTab tab() {
        return new UidlTab(browser, URI.create("http://127.0.0.1:" + port + "/"));
    }

    private static HttpSession http(VaadinSession session) {
        return ((WrappedHttpSession) session.getSession()).getHttpSession();
    }

    private List<String> kinds() {
        return jdbc.sql("""
                        select e.kind from audit_event e join staff_account a on a.id = e.subject
                        where a.username = 'therapist' order by e.id""").query(String.class).list();
    }
}
