package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, follows no redirect by itself. */
public final class Http {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final URI base;

    public Http(int port) {
        this(port, HttpClient.newBuilder());
    }

    private Http(int port, HttpClient.Builder made) {
        base = URI.create("http://localhost:" + port + "/");
        client = made.cookieHandler(cookies).build();
    }

    /** A browser on another machine, by a loopback address: limits count it apart. */
    public static Http at(String address, int port) {
        return new Http(port, HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)));
    }

    /** Asks as a person who opens a page. */
    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Asks as a script or a picture does. */
    public HttpResponse<String> fetch(String path) {
        return send(request(path).header("Accept", "*/*").GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens the sign-in page and sends it. */
    public HttpResponse<String> signIn(String username, String password) {
        return post("login", Map.of("username", username, "password", password, "_csrf", token(get("login"))));
    }

    public static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("No form token on the page: " + page.body());
        }
        return found.group(1);
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Puts a cookie into the browser that the portal has not set. */
    public void plant(HttpCookie cookie) {
        cookies.getCookieStore().add(base, cookie);
    }

    /** Takes a cookie out of the browser. */
    public void remove(HttpCookie cookie) {
        cookies.getCookieStore().getURIs().forEach(address -> cookies.getCookieStore()
                .remove(address, cookie));
    }

    public boolean hasSession() {
        return session().isPresent();
    }

    /** The id of the session, where there is one. */
    public Optional<String> session() {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
