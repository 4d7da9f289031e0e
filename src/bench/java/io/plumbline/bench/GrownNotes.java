package io.plumbline.bench;

import io.plumbline.exercises.TextWords;
import io.plumbline.notes.NoteCopies;
import io.plumbline.notes.search.GeneratedNoteWords;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signed notes of two patients of the current user: one has as few as the group gave them, the other 5,000 more. */
final class GrownNotes {
    private static final int MANY = 5_000;

    private final JdbcClient jdbc;
    private final NoteCopies copies;
    private final GeneratedNoteWords words;
    private final Clock clock;
    private final Signed few;
    private final Signed many;

    GrownNotes(ApplicationContext portal) {
        this(portal, 0);
    }

    /** @param skipped so many patients are left as they are */
    GrownNotes(ApplicationContext portal, int skipped) {
        jdbc = portal.getBean(JdbcClient.class);
        copies = new NoteCopies(jdbc);
        words = new GeneratedNoteWords(portal);
        clock = portal.getBean(Clock.class);
        var signed = firstOfEach(signed());
        few = signed.get(skipped);
        many = signed.get(skipped + 1);
        words.store(List.of(few.id()));
        grow(many, MANY);
    }

    Signed few() {
        return few;
    }

    Signed many() {
        return many;
    }

    /** A signed note. */
    record Signed(NoteId id, PatientId patient, LocalDate on, String nextStep) {
        /** The beginning of a word of the note. */
        String typed() {
            return TextWords.asked(nextStep).stream()
                    .filter(word -> word.length() > 3)
                    .map(word -> word.substring(0, 4))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Signed> firstOfEach(List<Signed> signed) {
        var first = new LinkedHashMap<PatientId, Signed>();
        signed.forEach(note -> first.putIfAbsent(note.patient(), note));
        return List.copyOf(first.values());
    }

    private List<Signed> signed() {
        return jdbc.sql("""
                select n.id, n.patient_id, n.treated_on, n.next_step
                from (
                    select min(o.id) as id from session_note o
                    where o.author_id = ? and o.status = 'SIGNED' group by o.patient_id) first
                join session_note n on n.id = first.id
                join patient_relation r on r.patient_id = n.patient_id and r.staff_id = n.author_id
                where r.until_on >= ? and r.from_on <= ?
                order by n.id limit 200""")
                .params(Ids.bytes(CurrentUser.current().staff().value()), today(), today())
                .query((row, n) -> new Signed(
                        new NoteId(Ids.uuid(row.getBytes("id"))),
                        new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                        row.getObject("treated_on", LocalDate.class),
                        row.getString("next_step")))
                .list();
    }

    private void grow(Signed note, int most) {
        var notes = new ArrayList<NoteId>(copies.copy(note.id(), note.on(), most - 1));
        notes.add(note.id());
        words.store(notes);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
