package io.plumbline.leads.web;

import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.WeekInWords;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.util.StringUtils;

/** The words of the public pages in the language of the person who reads them. */
record PublicWords(MessageSource messages, Locale language) {
    String of(String key, Object... values) {
        return messages.getMessage(key, values, language);
    }

    /** Returns a sentence; a value that ends in a period, such as a time in Spanish, takes no second one. */
    String sentence(String key, String value) {
        return StringUtils.capitalize(of(key, value).replace("..", "."));
    }

    /** Returns the translation of English words that a rule has; these where there is none. */
    String translated(String key, String english) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, english, language), english);
    }

    String partOfDay(DayPart part) {
        return of("dayPart." + part);
    }

    WeekInWords week() {
        return new WeekInWords(language, of("hours.closed"), of("hours.everyDay"), of("hours.and"), of("hours.to"));
    }
}
