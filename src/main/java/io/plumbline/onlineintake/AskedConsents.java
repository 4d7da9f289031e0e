package io.plumbline.onlineintake;

import io.plumbline.patients.ConsentAgreement.By;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.consents.PublishedConsentText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The consents that the form asks for.
 *
 * @param texts the current texts of the kinds that are asked, in each language
 * @param by who agrees: the guardian of a minor, the patient; null if the form has to ask
 */
public record AskedConsents(
        List<PublishedConsentText> texts, @Nullable By by) {
    public AskedConsents {
        texts = List.copyOf(texts);
    }

    /** Returns whether the form asks for none. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Returns the text of each kind in a language, in English where there is none. */
    public List<PublishedConsentText> inLanguage(Locale language) {
        return inLanguage(language, FormAnswers.NONE);
    }

    /**
     * Returns the text of each kind in a language, in English where there is none; a text that is ticked stands in the
     * language in which it was ticked, so that another language of the page takes no consent away.
     */
    public List<PublishedConsentText> inLanguage(Locale language, FormAnswers answers) {
        var ticked = ticked(answers);
        var wanted = ConsentLanguage.SPANISH.locale().getLanguage().equals(language.getLanguage())
                ? ConsentLanguage.SPANISH
                : ConsentLanguage.ENGLISH;
        return Arrays.stream(ConsentKind.values())
                .flatMap(kind -> ticked.stream()
                        .filter(text -> text.key().kind() == kind)
                        .findFirst()
                        .or(() -> find(kind, wanted))
                        .or(() -> any(kind))
                        .stream())
                .toList();
    }

    /** Returns the titles of what is ticked, in a language where there is one. */
    public List<String> titlesOfTicked(Locale language, FormAnswers answers) {
        var kinds = ticked(answers).stream().map(text -> text.key().kind()).collect(Collectors.toSet());
        return inLanguage(language).stream()
                .filter(text -> kinds.contains(text.key().kind()))
                .map(PublishedConsentText::title)
                .toList();
    }

    private Optional<PublishedConsentText> find(ConsentKind kind, ConsentLanguage language) {
        return texts.stream()
                .filter(text -> text.key().kind() == kind && text.key().language() == language)
                .findFirst();
    }

    private Optional<PublishedConsentText> any(ConsentKind kind) {
        return texts.stream().filter(text -> text.key().kind() == kind).findFirst();
    }

    /** Returns the texts that are ticked as they are current, by kind. */
    public List<PublishedConsentText> ticked(FormAnswers answers) {
        return texts.stream()
                .filter(text -> answers.value(FormFields.CONSENT + text.key().kind())
                        .equals(text.id().toString()))
                .toList();
    }

    /** Returns whether a text of a kind is ticked that is not current. */
    boolean isOlderTicked(ConsentKind kind, FormAnswers answers) {
        var ticked = answers.value(FormFields.CONSENT + kind);
        return !ticked.isEmpty()
                && any(kind).isPresent()
                && ticked(answers).stream().noneMatch(text -> text.key().kind() == kind);
    }
}
