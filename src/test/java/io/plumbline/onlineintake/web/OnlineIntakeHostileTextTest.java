package io.plumbline.onlineintake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.support.DemoTest;
import io.plumbline.support.HostileText;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an attacker types into every field of every page of an online intake is text there, or refused at its field. */
@DemoTest
class OnlineIntakeHostileTextTest {
    /** Short enough that a page with all of its fields filled is no body that is refused unread. */
    private static final int LONGEST = 3_000;

    private static final List<String> LINES = HostileText.LINES.stream()
            .map(line -> line.substring(0, Math.min(line.length(), LONGEST)))
            .toList();
    private static final String TYPED_INTO = "form textarea, form input:not([type]), form input[type=date]";
    private static final String CHOSEN = "form input[type=radio], form input[type=checkbox]";
    private static final int MOST_PAGES = 3 * FormPage.values().length;

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    OnlineIntakeService intakes;

    private final List<String> seen = new ArrayList<>();

    @ParameterizedTest
    @FieldSource("LINES")
    void everyFieldTakesItAsTextOrRefusesIt(String line) {
        var browser = Http.at("127.0.1." + (LINES.indexOf(line) + 1), port);
        var link = link();
        var page = read(browser.post(link + "?lang=en", Map.of("month", "4", "day", "27", "year", "1970")));
        for (int n = 0; n < MOST_PAGES && !nameOf(page).equals(FormPage.CHECK.name()); n++) {
            var name = nameOf(page);
            page.select(TYPED_INTO).forEach(field -> field.val(line));
            page.select(CHOSEN).stream().limit(1).forEach(field -> field.val(line)
                    .attr("checked", true));
            page = read(browser.post(link + "?lang=en", sent(page)));
            if (nameOf(page).equals(name)) {
                page.select(TYPED_INTO).forEach(field -> field.val(field.id().equals("complaint") ? "Low back" : ""));
                page.select(CHOSEN).forEach(field -> field.removeAttr("checked"));
                page.select("form input[type=radio][value=no]").forEach(field -> field.attr("checked", true));
                page = read(browser.post(link + "?lang=en", sent(page)));
            }
            if (nameOf(page).equals(name)) {
                page.select("form input[name^=consent]").forEach(field -> field.attr("checked", true));
                page.select("#consentName").forEach(field -> field.val("Ada " + line.replaceAll("\\p{Cntrl}", "")));
                page = read(browser.post(link + "?lang=en", sent(page)));
            }
        }
        assertThat(nameOf(page)).as("the pages that were seen: " + seen).isEqualTo(FormPage.CHECK.name());
    }

    private Document read(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isIn(200, 400, 422);
        var page = Jsoup.parse(response.body());
        seen.add(nameOf(page));
        assertThat(page.select("script, img, svg:not([viewBox]), iframe, object, embed, base"))
                .as("at " + nameOf(page))
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(OnlineIntakeHostileTextTest::isRun))
                .as("at " + nameOf(page))
                .isEmpty();
        return page;
    }

    private static boolean isRun(Attribute attribute) {
        var name = attribute.getKey();
        return name.startsWith("on")
                || List.of("href", "action", "formaction", "style").contains(name)
                        && attribute.getValue().contains("xss7");
    }

    private static String nameOf(Document page) {
        return page.select("form input[name=page]").val();
    }

    private static Map<String, String> sent(Document page) {
        var form = (FormElement) Objects.requireNonNull(page.selectFirst("form:has(input[name=page])"));
        var typed = new HashMap<String, String>();
        form.formData().forEach(field -> typed.put(field.key(), field.value()));
        typed.put("go", "next");
        return typed;
    }

    private String link() {
        return staff.as("frontdesk", () -> {
                    var clinic =
                            CurrentUser.current().clinics().stream().findFirst().orElseThrow();
                    var born = LocalDate.of(1970, 4, 27);
                    var patient = patients.add(new PatientDraft("Hostile", "Text", born, null, null), clinic);
                    return intakes.create(patient, clinic, false, route -> route);
                })
                .address()
                .replaceAll("\\?.*", "");
    }
}
