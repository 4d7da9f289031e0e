package io.plumbline.access.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Public images and styles. Flow does not handle these addresses: it would create a session for a missing file. */
@Configuration(proxyBeanMethods = false)
class StaticFiles {
    static final String[] PATTERNS = {"/assets/**", "/aura/**", "/favicon.svg", "/favicon.ico"};

    private static final String RESOURCES = "META-INF/resources/";
    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    static ResourceHttpRequestHandler assets() {
        return under("assets/");
    }

    @Bean
    static ResourceHttpRequestHandler aura() {
        return under("aura/");
    }

    @Bean
    static ResourceHttpRequestHandler favicon() {
        return under("");
    }

    @Bean
    static SimpleUrlHandlerMapping filesForAnybody(
            ResourceHttpRequestHandler assets, ResourceHttpRequestHandler aura, ResourceHttpRequestHandler favicon) {
        return new SimpleUrlHandlerMapping(
                Map.of("/assets/**", assets, "/aura/**", aura, "/favicon.svg", favicon, "/favicon.ico", favicon),
                Ordered.HIGHEST_PRECEDENCE);
    }

    private static ResourceHttpRequestHandler under(String folder) {
        var handler = new ResourceHttpRequestHandler();
        handler.setLocations(List.of(new ClassPathResource(RESOURCES + folder)));
        handler.setCacheControl(CacheControl.maxAge(KEPT));
        return handler;
    }
}
