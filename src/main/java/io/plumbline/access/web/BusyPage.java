package io.plumbline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Answers a request for which there is no worker, with 429 and a time to retry. A form of a patient is answered with all
 * that was typed and a button that sends it again; it works without JavaScript. A password is not sent back.
 */
@Component
class BusyPage {
    /** Answers programs, not pages. */
    static final RequestMatcher ENDPOINT = SecurityHeaders.paths("/api/public/**");

    private static final RequestMatcher FORM_OF_A_PATIENT = SecurityHeaders.paths("/book", "/online-intake/**");
    private static final int AGAIN_AFTER_SECONDS = 5;

    private static final String PROBLEM =
            "{\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"Too many requests came at once: wait "
                    + AGAIN_AFTER_SECONDS + " seconds, then send it again\"}";

    private final ITemplateEngine pages;
    private final LocaleResolver languages;

    BusyPage(ITemplateEngine pages, LocaleResolver languages) {
        this.pages = pages;
        this.languages = languages;
    }

    /** Answers; the parameters of the request must have been read. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(AGAIN_AFTER_SECONDS));
        if (ENDPOINT.matches(request)) {
            write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, PROBLEM);
        } else {
            write(response, MediaType.TEXT_HTML_VALUE + ";charset=UTF-8", page(request));
        }
    }

    private String page(HttpServletRequest request) {
        var language = languages.resolveLocale(request);
        var isForm = HttpMethod.POST.matches(request.getMethod()) && FORM_OF_A_PATIENT.matches(request);
        return pages.process(
                "busy",
                new Context(
                        language,
                        Map.of(
                                "isForm",
                                isForm,
                                "address",
                                request.getRequestURI() + "?lang=" + language.getLanguage(),
                                "carried",
                                isForm ? request.getParameterMap() : Map.of(),
                                "seconds",
                                AGAIN_AFTER_SECONDS)));
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
