package io.plumbline.patients.consents;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ConsentTextId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts that patients of the group agree to, which managers write. They hold no data of patients. Changes carry the
 * revision that the current user saw, and throw {@link NotAvailable} if nobody has begun the text, {@link StaleVersion} if a
 * colleague changed it in the meantime, and {@link Refused} with a message for the user.
 */
@Service
@Transactional
@Requires(Permission.CONSENT_TEXT_WRITE)
public class ConsentTextService {
    private final ConsentTexts texts;
    private final ConsentTextQuery query;
    private final ConsentTextExamples examples;
    private final ClinicService clinics;
    private final Clock clock;

    ConsentTextService(
            ConsentTexts texts,
            ConsentTextQuery query,
            ConsentTextExamples examples,
            ClinicService clinics,
            Clock clock) {
        this.texts = texts;
        this.query = query;
        this.examples = examples;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns the text to which patients agree on a day: the newest published one whose first day has come. Empty while
     * the group has published none; the examples that ship are never returned.
     *
     * @param on the day at the clinic
     */
    @Transactional(readOnly = true)
    @Requires(Permission.CONSENT_TEXT_READ)
    public Optional<PublishedConsentText> findCurrent(ConsentKind kind, ConsentLanguage language, LocalDate on) {
        return query.findCurrent(new ConsentTextKey(kind, language), on);
    }

    /**
     * Returns the texts to which patients agree on a day, at most one of each kind and language, by kind.
     *
     * @param on the day at the clinic
     */
    @Transactional(readOnly = true)
    @Requires(Permission.CONSENT_TEXT_READ)
    public List<PublishedConsentText> findCurrent(LocalDate on) {
        return query.findCurrent(on);
    }

    /** Returns a published version, also one that is no longer current; empty if there is none. */
    @Transactional(readOnly = true)
    @Requires(Permission.CONSENT_TEXT_READ)
    public Optional<PublishedConsentText> find(ConsentTextId id) {
        return query.find(id);
    }

    /** Returns a row for each kind and language, by kind. */
    @Transactional(readOnly = true)
    public List<ConsentTextRow> findAll() {
        return query.findRows();
    }

    /** Returns a text with its versions and what is being written; a text that nobody has begun has neither. */
    @Transactional(readOnly = true)
    public ConsentTextDetails open(ConsentTextKey key) {
        var text = texts.findByKindAndLanguage(key.kind(), key.language());
        return new ConsentTextDetails(
                key,
                text.map(ConsentText::version).orElse(-1L),
                text.map(ConsentText::draft).orElse(null),
                examples.find(key),
                text.isEmpty() ? List.of() : query.findVersions(key));
    }

    /**
     * Begins the next version with what the newest says, or the first one with the example, unless one is being written
     * already.
     */
    public void edit(ConsentTextKey key, long revision) {
        var text = texts.findByKindAndLanguage(key.kind(), key.language()).orElse(null);
        var example = examples.find(key);
        if (text == null) {
            texts.saveAndFlush(ConsentText.begun(key, example));
            return;
        }
        change(text, revision, begun -> begun.edit(example));
    }

    /** Saves what is being written; returns the new revision. */
    public long saveDraft(ConsentTextKey key, long revision, ConsentTextContent content) {
        return change(require(key), revision, text -> text.write(content));
    }

    /** Publishes the draft as the next version; consents that were given before keep the version they agreed to. */
    public void publish(ConsentTextKey key, long revision) {
        var by = CurrentUser.current().staff();
        change(require(key), revision, text -> text.publish(by, clock.instant(), clinics.ownToday()));
    }

    /** Discards the draft; published versions stay as they are. */
    public void discard(ConsentTextKey key, long revision) {
        change(require(key), revision, ConsentText::discard);
    }

    private ConsentText require(ConsentTextKey key) {
        return texts.findByKindAndLanguage(key.kind(), key.language()).orElseThrow(NotAvailable::new);
    }

    private long change(ConsentText text, long revision, Consumer<ConsentText> change) {
        change.accept(text.at(revision));
        return texts.saveAndFlush(text).version();
    }
}
