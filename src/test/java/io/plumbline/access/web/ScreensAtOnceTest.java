package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import io.plumbline.support.TestGroup;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** At how many places one person works at once. */
@DemoTest
class ScreensAtOnceTest {
    @LocalServerPort
    int port;

    @Autowired
    OpenScreens screens;

    @Autowired
    AccountService accounts;

    @Autowired
    ClinicService clinics;

    @Autowired
    Staff staff;

    @Test
    void anEleventhSessionEndsTheFirstWithAnExplanation() {
        var places = new ArrayList<Http>();
        for (int i = 0; i < 11; i++) {
            var browser = new Http(port);
            browser.signIn("auditor", "demo-auditor-pass");
            places.add(browser);
        }
        var ended = places.getFirst().get("audit");
        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(ended.headers().firstValue("Location")).contains("/login?elsewhere");
        assertThat(places.getFirst().get("login?elsewhere").body()).contains("too many other places");
        for (var place : places.subList(1, 11)) {
            assertThat(place.get("audit").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void signingOutFreesASession() {
        for (int i = 0; i < 15; i++) {
            var browser = new Http(port);
            browser.signIn("admin", "demo-admin-pass");
            assertThat(browser.get("accounts").statusCode()).isEqualTo(200);
            browser.post("logout", Map.of("_csrf", Http.token(browser.get("login"))));
        }
    }

    @Test
    void theOldestOfMoreThanThirtyTabsIsClosed() {
        // another test may have left a session of a person of the demo
        var manager = new AccountDraft(
                "many.tabs",
                "Many Tabs",
                Set.of(Role.MANAGER),
                staff.as("system", clinics::labels).keySet());
        staff.as("system", () -> accounts.create(manager, TestGroup.PASSWORD));
        var browser = new UidlTab(LoopbackBrowser.client(), URI.create("http://127.0.0.1:" + port + "/"));
        browser.signIn("many.tabs", TestGroup.PASSWORD);
        for (int i = 0; i < 33; i++) {
            browser.open("clinics");
        }
        var open = tabsOf("many.tabs");
        assertThat(open)
                .hasSize(ScreensAtOnce.MOST_TABS)
                .doesNotContain(0, 1, 2)
                .contains(32);
        browser.go("patients");
        assertThat(browser.texts()).isNotEmpty();
    }

    private List<Integer> tabsOf(String username) {
        VaadinSession session = screens.signedIn().entrySet().stream()
                .filter(one -> one.getValue().getPrincipal() instanceof CurrentUser user
                        && user.username().equals(username))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        session.lock();
        try {
            return session.getUIs().stream()
                    .filter(tab -> !tab.isClosing())
                    .map(UI::getUIId)
                    .toList();
        } finally {
            session.unlock();
        }
    }
}
