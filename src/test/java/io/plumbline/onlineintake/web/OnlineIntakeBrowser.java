package io.plumbline.onlineintake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Http;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The browser of one patient who answers the pages of an online intake. */
final class OnlineIntakeBrowser {
    private static final AtomicInteger BROWSERS = new AtomicInteger();
    private static final Pattern PASS = Pattern.compile("name=\"pass\" value=\"([^\"]+)\"");
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
