package io.plumbline.onlineintake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.onlineintake.OnlineCodes;
import io.plumbline.onlineintake.OnlineIntakeId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.Http;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The browser of one patient who answers the pages of an online intake. */
final class OnlineIntakeBrowser {
    private static final AtomicInteger BROWSERS = new AtomicInteger();
    private static final Pattern PASS = Pattern.compile("name=\"pass\" value=\"([^\"]+)\"");
    private static final Pattern DOOR = Pattern.compile("name=\"door\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    private final Http http;

    /** Opens a browser at an address of its own, since tries are counted by address. */
    OnlineIntakeBrowser(int port) {
        http = Http.at("127.0.2." + BROWSERS.incrementAndGet(), port);
    }

    HttpResponse<String> get(String address) {
        return http.get(address);
    }

    HttpResponse<String> post(String address, Map<String, String> typed) {
        return http.post(address, typed);
    }

    void signIn(String username, String password) {
        http.signIn(username, password);
    }

    boolean hasSession() {
        return http.hasSession();
    }

    void forgetSession() {
        List.copyOf(http.cookies()).stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .forEach(http::remove);
    }

    /** Answers the question of a link with something saved, and sends the page that asks for the code. */
    HttpResponse<String> code(String address, HttpResponse<String> asked, Map<String, String> typed) {
        var door = DOOR.matcher(asked.body());
        assertThat(door.find()).as(asked.body()).isTrue();
        var form = new HashMap<>(typed);
        form.put("door", door.group(1));
        return http.post(address, form);
    }

    /** Opens what is saved by the code that is mailed; as if the last one had been mailed more than a minute ago. */
    HttpResponse<String> resume(String address, Map<String, String> right, JdbcClient jdbc, OnlineIntakeId intake) {
        jdbc.sql("update online_intake set code_until = null where id = ?")
                .param(Ids.bytes(intake.value()))
                .update();
        return code(address, post(address, right), Map.of("code", OnlineCodes.mailed(jdbc, intake)));
    }

    /** Answers the question after the pass of a page was over, as the page that asks again does. */
    HttpResponse<String> again(String link, HttpResponse<String> before, Map<String, String> right) {
        var pass = PASS.matcher(before.body());
        assertThat(pass.find()).as(before.body()).isTrue();
        var form = new HashMap<>(right);
        form.put("old-pass", pass.group(1));
        return http.post(link + "?lang=en", form);
    }

    List<HttpCookie> cookies() {
        return http.cookies();
    }

    /** Sends a page in English, by its button that continues if no other is named. */
    HttpResponse<String> go(String link, HttpResponse<String> before, String page, Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("page", page);
        form.putIfAbsent("go", "next");
        return send(link + "?lang=en", before, form);
    }

    /** Sends the form of the page that was shown before, with what was typed into it. */
    HttpResponse<String> send(String address, HttpResponse<String> before, Map<String, String> typed) {
        var pass = PASS.matcher(before.body());
        assertThat(pass.find()).as(before.body()).isTrue();
        var form = new HashMap<>(typed);
        form.put("pass", pass.group(1));
        var version = VERSION.matcher(before.body());
        // tests jump between pages; the version is that of the page that was shown
        if (version.find() && before.body().contains("name=\"page\" value=\"" + form.get("page") + "\"")) {
            form.put("version", version.group(1));
        }
        return http.post(address, form);
    }
}
