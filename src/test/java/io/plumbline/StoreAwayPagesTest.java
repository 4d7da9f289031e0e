package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.leads.Forms;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import io.plumbline.support.UnreachableStore;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.UidlTab;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is answered over the network while the database is away. */
@DemoTest
class StoreAwayPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    UnreachableStore store;

    @Autowired
    Forms forms;

    Http browser;

    @BeforeEach
    void openBrowser() {
        browser = new Http(port);
    }

    @Test
    void thePublicFormKeepsItsAnswersOffersAPhoneNumberAndCanBeSentAgain() throws Exception {
        // whom to call was asked before, as it is on any day
        assertThat(browser.get("book").statusCode()).isEqualTo(200);
        var answers = new HashMap<>(Map.of(
                "name",
                "Away Person",
                "phone",
                "(602) 555-0195",
                "concern",
                "My back since Monday",
                "consent",
                "yes",
                "form",
                forms.openFor(Duration.ofMinutes(2))));
        var refused = store.during(() -> browser.post("book", answers));
        isSaidToComeBackLater(refused);
        assertThat(refused.body())
                .contains("We cannot take requests right now", "or call us")
                .contains("Away Person", "(602) 555-0195", "My back since Monday", answers.get("form"))
                .contains("href=\"tel:+1")
                .doesNotContain("href=\"/\"", "/login");
        var accepted = browser.post("book", answers);
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.body()).contains("We received your request");
    }

    @Test
    void thePublicFormOpensWithCachedData() throws Exception {
        assertThat(browser.get("book").statusCode()).isEqualTo(200);
        assertThat(store.during(() -> browser.get("book")).statusCode()).isEqualTo(200);
    }

    @Test
    void theJsonEndpointSaysToSendTheRequestAgainLater() throws Exception {
        var client = new LoopbackBrowser(LoopbackBrowser.client(), address());
        var json = "{\"name\":\"Away\",\"phone\":\"+16025550196\",\"consent\":true}";
        var refused = store.during(() -> client.postJson("api/public/consultations", json));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("send this one again later");
        assertThat(client.postJson("api/public/consultations", json).status()).isEqualTo(201);
    }

    @Test
    void aFailedSaveKeepsTheTypedTextAndTheSameButtonSavesItLater() throws Exception {
        var tab = new UidlTab(LoopbackBrowser.client(), address());
        tab.signIn("frontdesk", "demo-frontdesk-pass");
        tab.open("patients/new");
        tab.type("Given name", "Away");
        tab.type("Family name", "Click");
        tab.type("Phone", "+1 602 555 0197");
        store.during(() -> {
            tab.press("Add patient");
            return null;
        });
        assertThat(tab.value("Family name")).isEqualTo("Click");
        tab.press("Add patient");
        assertThat(tab.says("Away Click")).isTrue();
    }

    @Test
    void livenessStaysUpWhileReadinessReportsTheDatabaseAway() throws Exception {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> browser.fetch("actuator/health/readiness").statusCode() == 200);
        store.during(() -> {
            // the database may have answered a moment ago, and that holds for ten seconds
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> browser.fetch("actuator/health/readiness").statusCode() == 503);
            assertThat(browser.fetch("actuator/health").statusCode()).isEqualTo(503);
            assertThat(browser.fetch("actuator/health/liveness").statusCode()).isEqualTo(200);
            return null;
        });
        await().atMost(Duration.ofMinutes(1))
                .until(() -> browser.fetch("actuator/health/readiness").statusCode() == 200);
        for (var probe : new String[] {"liveness", "readiness"}) {
            assertThat(browser.fetch("actuator/health/" + probe).body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    private URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    private static void isSaidToComeBackLater(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
    }
}
