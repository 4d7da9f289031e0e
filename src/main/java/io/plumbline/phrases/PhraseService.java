package io.plumbline.phrases;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PhraseId;
import io.plumbline.shared.ids.StaffId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Phrases for session notes: those of each clinician, which nobody else sees, and those of the clinics, which
 * chiropractors write for all clinicians of the group. They hold no data of patients, so reading them is not recorded;
 * each change is. Changes carry the version that the current user saw, and throw {@link NotAvailable} if there is no such
 * phrase for the current user, {@link StaleVersion} if it was changed in the meantime, {@link AccessDeniedException} if it is
 * of the clinics and the current user may not change those, and {@link Refused} with a message for the user.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_WRITE)
public class PhraseService {
    /** So many phrases a clinician can have, and so many the clinics. */
    static final int MOST = 200;

    private static final Limit MOST_OFFERED = Limit.of(2 * MOST);
    private static final Limit MOST_RETIRED = Limit.of(500);

    private final Phrases phrases;

    PhraseService(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Returns the phrases of the current user and of the clinics that match a filter, by code. */
    public List<PhraseRow> list(PhraseFilter filter) {
        var offered = offered();
        var book = book(offered, null);
        var shown = filter.isRetired() ? phrases.findRetired(me(), MOST_RETIRED) : offered;
        return shown.stream()
                .filter(filter::takes)
                .map(phrase -> row(phrase, book))
                .toList();
    }

    private static PhraseRow row(Phrase phrase, PhraseBook book) {
        var draft = phrase.draft();
        var entry = phrase.entry();
        var inserted = phrase.isRetired() ? draft.text() : book.inserted(entry);
        return new PhraseRow(
                phrase.id(),
                phrase.scope(),
                draft.code(),
                draft.text(),
                (int) new PhraseText(inserted)
                        .parts().stream().filter(PhrasePart::isStop).count(),
                phrase.isRetired(),
                phrase.scope() == PreparedTextScope.CLINICS
                        && !phrase.isRetired()
                        && book.has(new PhraseBook.Entry(PreparedTextScope.OWN, draft.code())));
    }

    /** Returns a phrase of the current user or of the clinics, also a retired one. */
    public Optional<PhraseDetails> find(PhraseId id) {
        return phrases.findById(id.value())
                .filter(PhraseService::isSeen)
                .map(phrase -> new PhraseDetails(
                        phrase.id(),
                        phrase.version(),
                        phrase.scope(),
                        phrase.draft(),
                        phrase.isRetired(),
                        mayChange(phrase),
                        phrase.isRetired() ? List.of() : book(offered(), null).callersOf(phrase.entry())));
    }

    /**
     * Returns what each code inserts that the current user can type, by code: at most 400, each with all phrases that it
     * inserts. A phrase of their own wins over one of the clinics.
     */
    public Map<String, String> typed() {
        return book(offered(), null).typed();
    }

    /**
     * Returns what a phrase would insert.
     *
     * @param id the phrase that is edited; null for a new one
     * @param code as typed, perhaps not finished
     */
    public PhrasePreview preview(@Nullable PhraseId id, PreparedTextScope scope, String code, String text) {
        var entry = new PhraseBook.Entry(scope, PhraseDraft.asKept(code));
        var offered = offered();
        var book = book(offered, id).with(entry, text);
        return new PhrasePreview(
                new PhraseText(book.inserted(entry)).parts(),
                book.unknown(entry),
                refusal(book, entry, book(offered, null)));
    }

    private static @Nullable String refusal(PhraseBook book, PhraseBook.Entry entry, PhraseBook before) {
        try {
            book.refuseUnusable(entry, before);
            return null;
        } catch (Refused refused) {
            return refused.sentence();
        }
    }

    /**
     * Adds a phrase of the current user.
     *
     * @param operation idempotency key: submitting the same form twice adds one phrase
     */
    @Transactional
    public PhraseId add(PhraseDraft draft, OperationId operation) {
        return add(draft, me(), operation);
    }

    /**
     * Adds a phrase for all clinicians of the clinics.
     *
     * @param operation idempotency key: submitting the same form twice adds one phrase
     */
    @Transactional
    @Requires(Permission.PHRASE_SHARE)
    public PhraseId addForClinics(PhraseDraft draft, OperationId operation) {
        return add(draft, null, operation);
    }

    private PhraseId add(PhraseDraft draft, @Nullable StaffId owner, OperationId operation) {
        return phrases.findByOperation(operation.value()).map(PhraseId::new).orElseGet(() -> {
            var phrase = Phrase.added(draft, owner, operation);
            var book = book(offered(), null);
            if (book.count(phrase.scope()) >= MOST) {
                throw new Refused("There are " + MOST + " phrases already. Retire one that is not used");
            }
            return save(phrase, book, book);
        });
    }

    /** Edits a phrase. Notes keep what it inserted before. */
    @Transactional
    public void edit(PhraseId id, long version, PhraseDraft draft) {
        var phrase = require(id, version);
        var offered = offered();
        var before = book(offered, null);
        var others = book(offered, id);
        phrase.edit(draft);
        save(phrase, before, others);
    }

    /** Retires a phrase: its code inserts nothing any more, and another phrase can have it. */
    @Transactional
    public void retire(PhraseId id, long version) {
        var phrase = require(id, version);
        phrase.retire();
        phrases.saveAndFlush(phrase);
    }

    /** Offers a retired phrase again. */
    @Transactional
    public void offerAgain(PhraseId id, long version) {
        var phrase = require(id, version);
        var others = book(offered(), id);
        phrase.offerAgain();
        save(phrase, others, others);
    }

    /** Deletes a retired phrase for good. */
    @Transactional
    public void delete(PhraseId id, long version) {
        var phrase = require(id, version);
        phrase.recordDeletion();
        phrases.delete(phrase);
    }

    /**
     * @param before the book before the change
     * @param others the book without the phrase
     */
    private PhraseId save(Phrase phrase, PhraseBook before, PhraseBook others) {
        var entry = phrase.entry();
        if (others.has(entry)) {
            throw taken(phrase);
        }
        others.with(entry, phrase.draft().text()).refuseUnusable(entry, before);
        try {
            return phrases.saveAndFlush(phrase).id();
        } catch (DataIntegrityViolationException tookItJustNow) {
            throw taken(phrase);
        }
    }

    private static Refused taken(Phrase phrase) {
        return new Refused(
                PhraseField.CODE,
                (phrase.scope() == PreparedTextScope.OWN ? "You have" : "The clinics have") + " a phrase ."
                        + phrase.entry().code() + " already. Choose another code, or edit that phrase");
    }

    private Phrase require(PhraseId id, long version) {
        var phrase = phrases.findById(id.value()).filter(PhraseService::isSeen).orElseThrow(NotAvailable::new);
        if (!mayChange(phrase)) {
            throw new AccessDeniedException("Not available");
        }
        StaleVersion.throwUnless(phrase.version() == version, Phrase.class, id);
        return phrase;
    }

    private static boolean isSeen(Phrase phrase) {
        return phrase.scope() == PreparedTextScope.CLINICS || phrase.isOf(me());
    }

    private static boolean mayChange(Phrase phrase) {
        return phrase.isOf(me())
                || phrase.scope() == PreparedTextScope.CLINICS && CurrentUser.may(Permission.PHRASE_SHARE);
    }

    private List<Phrase> offered() {
        return phrases.findOffered(me(), MOST_OFFERED);
    }

    /** @param without the phrase that is edited; null for all */
    private static PhraseBook book(List<Phrase> offered, @Nullable PhraseId without) {
        var texts = new LinkedHashMap<PhraseBook.Entry, String>();
        offered.stream()
                .filter(phrase -> !phrase.id().equals(without))
                .forEach(phrase -> texts.put(phrase.entry(), phrase.draft().text()));
        return new PhraseBook(texts);
    }

    private static StaffId me() {
        return CurrentUser.current().staff();
    }
}
