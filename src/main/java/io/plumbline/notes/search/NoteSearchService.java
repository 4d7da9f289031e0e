package io.plumbline.notes.search;

import io.plumbline.access.RelationService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds signed session notes by their words, with what was added to them; in a record, old notes too. Finds those that
 * the current user may open, also the ones entered in error, and no drafts; in a record, none that are restricted to others.
 * All typed words must be in the note; the last may be the beginning of a word. A person who is named in a note is found by
 * every spelling of the name.
 */
@Service
@Transactional
@Requires(Permission.NOTE_READ)
public class NoteSearchService {
    /** The number of notes on a page. */
    public static final int PAGE = 20;

    private final NoteWordStore words;
    private final NoteTextQuery texts;
    private final OldNoteTexts oldNotes;
    private final RelationService relations;
    private final ApplicationEventPublisher events;

    NoteSearchService(
            NoteWordStore words,
            NoteTextQuery texts,
            OldNoteTexts oldNotes,
            RelationService relations,
            ApplicationEventPublisher events) {
        this.words = words;
        this.texts = texts;
        this.oldNotes = oldNotes;
        this.relations = relations;
        this.events = events;
    }

    /**
     * Returns a page of a patient's notes and old notes, newest first. The first page of a search is recorded in the audit
     * trail, without the words.
     *
     * @param after the last note of the previous page, or null for the first page
     * @throws NotAvailable if the patient is not in relation to the current user
     * @throws Refused if what was typed cannot be searched for; the message is for the user
     */
    public List<NoteHit> findByPatient(PatientId patient, String typed, @Nullable NoteHit after) {
        var spelled = NoteQuery.spelled(typed);
        var scope = relations.scopeOf(patient);
        if (!scope.isClinical(patient)) {
            throw new NotAvailable();
        }
        var found = newest(spelled, query -> hits(words.findOfPatient(scope.patients(), query, after, PAGE), query));
        if (after == null) {
            events.publishEvent(NotesSearched.inRecord(patient, typed, found.size()));
        }
        return found;
    }

    /**
     * Returns a page of the notes that the current user wrote about patients in relation to the current user, newest first. The
     * first page of a search is recorded in the audit trail, without the words; so is each patient of each page, since
     * parts of their notes are shown.
     *
     * @param after the last note of the previous page, or null for the first page
     * @throws Refused if what was typed cannot be searched for; the message is for the user
     */
    public List<SessionNoteHit> findForCurrentUser(String typed, @Nullable NoteHit after) {
        var spelled = NoteQuery.spelled(typed);
        var me = CurrentUser.current().staff();
        var patients = relations.scope().patients();
        var found = newest(spelled, query -> sessionNotes(words.findOfAuthor(me, patients, query, after, PAGE), query));
        if (after == null) {
            events.publishEvent(NotesSearched.inOwn(me, typed, found.size()));
        }
        found.stream()
                .collect(Collectors.groupingBy(SessionNoteHit::patient, LinkedHashMap::new, Collectors.counting()))
                .forEach((patient, notes) -> events.publishEvent(NotesSearched.inOwnAbout(patient, typed, notes)));
        return found;
    }

    /** Searches once for each spelling; of a note that several find, the first one shows the part. */
    private static <T extends NoteHit> List<T> newest(List<NoteQuery> spelled, Function<NoteQuery, List<T>> search) {
        if (spelled.size() == 1) {
            return search.apply(spelled.getFirst());
        }
        var found = new LinkedHashMap<UUID, T>();
        spelled.forEach(query -> search.apply(query).forEach(hit -> found.putIfAbsent(hit.noteId(), hit)));
        return found.values().stream()
                // the ids in the order of the store, which compares them without a sign
                .sorted(Comparator.comparing((T hit) -> hit.treatedOn())
                        .thenComparing(hit -> hit.noteId().toString())
                        .reversed())
                .limit(PAGE)
                .toList();
    }

    private List<NoteHit> hits(List<UUID> ids, NoteQuery query) {
        var found = new HashMap<UUID, NoteHit>();
        sessionNotes(ids, query).forEach(hit -> found.put(hit.noteId(), hit));
        var others = ids.stream()
                .filter(id -> !found.containsKey(id))
                .map(OldNoteId::new)
                .toList();
        oldNotes.show(others).forEach(note -> found.put(note.id().value(), hit(note, query)));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private List<SessionNoteHit> sessionNotes(List<UUID> ids, NoteQuery query) {
        var found = texts.find(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(note -> new SessionNoteHit(
                        note.id(),
                        note.patient(),
                        note.patientName(),
                        note.service(),
                        note.treatedOn(),
                        note.status(),
                        note.privacy(),
                        note.authorName(),
                        Snippet.of(note.passages(), query)))
                .toList();
    }

    private static OldNoteHit hit(OldNoteText note, NoteQuery query) {
        return new OldNoteHit(
                note.id(),
                note.patient(),
                note.writtenOn(),
                note.author(),
                note.source(),
                note.title(),
                note.isInError(),
                Snippet.of(note.passages(), query));
    }
}
