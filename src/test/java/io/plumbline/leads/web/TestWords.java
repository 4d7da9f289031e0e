package io.plumbline.leads.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of the public pages without a portal. */
final class TestWords {
    static final Locale SPANISH = Locale.of("es");

    private TestWords() {}

    static PublicWords english() {
        return new PublicWords(messages(), Locale.ENGLISH);
    }

    static PublicWords spanish() {
        return new PublicWords(messages(), SPANISH);
    }

    static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/patient");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
