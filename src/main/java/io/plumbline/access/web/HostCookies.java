package io.plumbline.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.tomcat.util.http.CookieProcessor;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.ServerCookies;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Names the cookies of the whole portal with the prefix {@code __Host-} where the request came by TLS: then no other
 * host of the same domain, and no answer without TLS, can set one. Inside the portal they keep their plain names.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HostCookies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String PREFIX = "__Host-";
    private static final String IGNORED = "ignored";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.setCookieProcessor(new Prefixed(context.getCookieProcessor())));
    }

    private record Prefixed(CookieProcessor plain) implements CookieProcessor {
        @Override
        public void parseCookieHeader(MimeHeaders headers, ServerCookies cookies) {
            plain.parseCookieHeader(headers, cookies);
            var names = IntStream.range(0, cookies.getCookieCount())
                    .mapToObj(i -> cookies.getCookie(i).getName())
                    .toList();
            var ours = names.stream()
                    .map(String::valueOf)
                    .filter(name -> name.startsWith(PREFIX))
                    .map(name -> name.substring(PREFIX.length()))
                    .collect(Collectors.toSet());
            for (var name : names) {
                if (ours.contains(name.toString())) {
                    // another host of the domain may have set it
                    name.setString(IGNORED);
                } else if (name.toString().startsWith(PREFIX)) {
                    name.setString(name.toString().substring(PREFIX.length()));
                }
            }
        }

        @Override
        public String generateHeader(Cookie cookie, @Nullable HttpServletRequest request) {
            var header = plain.generateHeader(cookie, request);
            return request != null && request.isSecure() && isOfThisHost(cookie) ? PREFIX + header : header;
        }

        /** Browsers refuse the prefix for any other cookie. */
        private static boolean isOfThisHost(Cookie cookie) {
            return cookie.getSecure() && "/".equals(cookie.getPath()) && cookie.getDomain() == null;
        }

        @Override
        public Charset getCharset() {
            return plain.getCharset();
        }
    }
}
