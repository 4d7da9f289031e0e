package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.notes.search.NoteHit;
import io.plumbline.notes.search.NoteSearchService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** The search in notes by a word that each of them has, which asks most: of a patient with few and with very many. */
final class NoteSearchPairs {
    private static final String WHO = "therapist";
    private static final String PAGE = """
            select n.id, n.patient_id, n.author_id, n.service, n.treated_on, n.status, n.statement, n.observations,
                n.next_step, n.details, s.display_name, p.given_name, p.family_name
            from (select distinct note_id, treated_on from note_word where %s and word >= ? and word < ?
                order by treated_on desc, note_id desc limit 20) f
            join session_note n on n.id = f.note_id left join staff_account s on s.id = n.author_id
            left join patient p on p.id = n.patient_id order by f.treated_on desc, f.note_id desc""";

    private final ByHand hand;
    private final NoteSearchService search;
    private final GrownNotes notes;
    private final Clock clock;

    NoteSearchPairs(ApplicationContext portal, ByHand hand, GrownNotes notes) {
        this.hand = hand;
        search = portal.getBean(NoteSearchService.class);
        this.notes = notes;
        clock = portal.getBean(Clock.class);
    }

    /** All of them; asked as the therapist. */
    List<Pair> all() {
        var few = notes.few();
        var many = notes.many();
        var me = Ids.bytes(CurrentUser.current().staff().value());
        return List.of(
                ofPatient("search notes, few notes", few),
                ofPatient("search notes, 5,000 notes", many),
                new Pair(
                        "search my notes",
                        Kind.RECORD,
                        WHO,
                        () -> ids(search.findForCurrentUser(many.typed(), null)),
                        () -> ownByHand(me, many.typed())));
    }

    private Pair ofPatient(String name, GrownNotes.Signed note) {
        var patient = Ids.bytes(note.patient().value());
        return new Pair(
                name,
                Kind.RECORD,
                WHO,
                () -> ids(search.findByPatient(note.patient(), note.typed(), null)),
                () -> inRecordByHand(patient, note.typed()));
    }

    private List<UUID> inRecordByHand(byte[] patient, String typed) throws SQLException {
        var found = new ArrayList<UUID>();
        hand.inTransaction(store -> {
            ByHand.rows(
                    store,
                    "select 1 from patient_relation where staff_id = ? and patient_id = ? and until_on >= ?",
                    Ids.bytes(CurrentUser.current().staff().value()),
                    patient,
                    today());
            found.addAll(ByHand.ids(store, PAGE.formatted("patient_id = ?"), patient, typed, typed + "\uffff"));
            ByHand.rows(store, partsOf(found.size()), bytesTwice(found));
        });
        return found;
    }

    private List<UUID> ownByHand(byte[] me, String typed) throws SQLException {
        var found = new ArrayList<UUID>();
        hand.inTransaction(store -> {
            found.addAll(ByHand.ids(
                    store,
                    PAGE.formatted("author_id = ? and patient_id in (select r.patient_id from patient_relation r"
                            + " where r.staff_id = author_id and r.until_on >= ? and r.from_on <= ?)"),
                    me,
                    today(),
                    today(),
                    typed,
                    typed + "\uffff"));
            ByHand.rows(store, partsOf(found.size()), bytesTwice(found));
        });
        return found;
    }

    private static String partsOf(int notes) {
        var ids = String.join(",", Collections.nCopies(notes, "?"));
        return "select note_id, 'AREA', region from session_note_area where note_id in (" + ids
                + ") union all select note_id, 'MODALITY', modality from session_note_modality where note_id in (" + ids
                + ")";
    }

    private static Object[] bytesTwice(List<UUID> notes) {
        var ids = notes.stream().map(Ids::bytes).toList();
        return Stream.concat(ids.stream(), ids.stream()).toArray();
    }

    private static List<UUID> ids(List<? extends NoteHit> hits) {
        return hits.stream().map(hit -> hit.noteId()).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
