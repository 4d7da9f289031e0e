package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.Component;
import io.plumbline.patients.consents.ConsentTextContent;
import io.plumbline.patients.consents.PublishedConsentText;
import io.plumbline.shared.ui.Ui;
import java.util.Locale;

/** A consent text as the patient reads it. */
public final class ConsentTextPart {
    private ConsentTextPart() {}

    /** Shows a published version. */
    public static Component of(PublishedConsentText text) {
        return of(text.title(), text.body(), text.key().language().locale());
    }

    static Component of(ConsentTextContent content, Locale locale) {
        return of(content.title(), content.body(), locale);
    }

    private static Component of(String title, String body, Locale locale) {
        var part = Ui.div("letter stack-2", Ui.text("strong", title), Ui.text("letter-text", body));
        part.getElement().setAttribute("lang", locale.toLanguageTag());
        return part;
    }
}
