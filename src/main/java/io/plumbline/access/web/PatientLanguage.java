package io.plumbline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chooses the language of the pages that patients see: the one that the address asks for, else the first one of the
 * browser that is offered, else English. The pages of staff are in English.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PatientLanguage implements LocaleResolver {
    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.of("es"));

    /** Read from the query alone: to ask for a parameter would read the body of a request before its limits apply. */
    private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=([a-z]{2})(?:&|$)");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(locale -> offered(locale.getLanguage()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return ASKED.matcher(Objects.requireNonNullElse(request.getQueryString(), ""))
                .results()
                .findFirst()
                .flatMap(found -> offered(found.group(1)));
    }

    private static Optional<Locale> offered(String language) {
        return OFFERED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The address says the language");
    }
}
