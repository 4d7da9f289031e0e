package io.plumbline.demo;

import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.patients.consents.ConsentTextContent;
import io.plumbline.patients.consents.ConsentTextKey;
import io.plumbline.patients.consents.ConsentTextService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Publishes the consent texts of the demo clinics: the examples that ship, without their mark. */
@Component
class DemoConsentTexts {
    /** What patients agreed to before there were texts. */
    private static final String WORDING = "2026-01";

    private final DemoSignIn signIn;
    private final ConsentTextService texts;

    DemoConsentTexts(DemoSignIn signIn, ConsentTextService texts) {
        this.signIn = signIn;
        this.texts = texts;
    }

    /** Publishes all texts, and later another one about photographs, for which patients are asked again. */
    void publish(Instant first, Instant second) {
        signIn.as("manager", first, () -> ConsentTextKey.all().forEach(key -> publish(key, "", day(first), false)));
        signIn.as(
                "manager",
                second,
                () -> publish(
                        new ConsentTextKey(ConsentKind.PHOTO, ConsentLanguage.ENGLISH),
                        "\n\nPhotographs are kept as long as the record and are never sent to other people.",
                        day(second),
                        true));
    }

    /** The day in UTC, which has not passed at clinics west of it. */
    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private void publish(ConsentTextKey key, String more, LocalDate from, boolean askAgain) {
        texts.edit(key, texts.open(key).revision());
        var text = texts.open(key);
        var draft = text.draft();
        if (draft == null) {
            return;
        }
        var body = draft.body().replaceFirst("(?s)^\\[.*?\\]\\s*", "") + more;
        var revision =
                texts.saveDraft(key, text.revision(), new ConsentTextContent(draft.title(), body, from, askAgain));
        texts.publish(key, revision);
    }

    /** Returns a consent to the text of that day, or to the wording of the time before there was one. */
    ConsentDraft draft(ConsentKind kind, LocalDate on) {
        return texts.findCurrent(kind, ConsentLanguage.ENGLISH, on)
                .map(text ->
                        ConsentDraft.to(kind, text.id(), ConsentAgreement.ofPatient(ConsentAgreement.Way.PAPER), on))
                .orElseGet(() -> new ConsentDraft(kind, WORDING, on));
    }
}
