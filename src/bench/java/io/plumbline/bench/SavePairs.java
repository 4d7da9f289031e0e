package io.plumbline.bench;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.bench.DraftsToSign.Draft;
import io.plumbline.bench.Pair.Kind;
import io.plumbline.notes.NoteService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** What the therapist and the public form save. By hand it is the same inserts and updates, the audit rows too. */
final class SavePairs {
    private static final String WHO = "therapist";
    /** Each takes a draft that somebody has written. */
    private static final int WARM_UP_SIGNATURES = 300;

    private static final byte[] CODE = new byte[32];
    private static final String HASH = "0".repeat(64);
    /** As many as the note has by which it is found. */
    private static final List<String> WORDS = List.of(
            "written",
            "signed",
            "same",
            "again",
            "week",
            "lumbar",
            "paraspinals",
            "left",
            "deep",
            "tissue",
            "back",
            "right",
            "work",
            "slow");

    private static final String OBSERVATIONS =
            "Guarding on the left, less than last time. Range of motion a little better in flexion; tender along the"
                    + " erector on both sides, no pain below the knee. Saved ";

    private final ApplicationContext portal;
    private final ByHand hand;
    private final NoteService notes;
    private final Clock clock;

    SavePairs(ApplicationContext portal, ByHand hand) {
        this.portal = portal;
        this.hand = hand;
        notes = portal.getBean(NoteService.class);
        clock = portal.getBean(Clock.class);
    }

    /** All of them; asked as the therapist. */
    List<Pair> all(String password, Rounds rounds) {
        portal.getBean(IdentityService.class).prove(password);
        var me = CurrentUser.current().staff();
        var drafts = new ArrayDeque<>(new DraftsToSign(portal).of(me, 2 + 2 * rounds.mostTimes(WARM_UP_SIGNATURES)));
        var assessed = drafts.getFirst();
        return List.of(
                saveDraft(drafts.remove(), drafts.remove()),
                new IntakeSavePair(portal, hand).of(assessed.patient(), assessed.clinic()),
                new PublicLeadPair(portal, hand).pair(),
                sign(drafts));
    }

    private Pair saveDraft(Draft byService, Draft byHand) {
        var saved = new Object() {
            private long version;
            private long versionByHand;
            private int times;
        };
        return new Pair(
                "save a draft note",
                Kind.SAVE,
                WHO,
                () -> {
                    saved.version = notes.saveDraft(
                            byService.note(), saved.version, DraftsToSign.session(OBSERVATIONS + saved.times++));
                    return List.of();
                },
                () -> {
                    hand.inTransaction(store -> {
                        ByHand.change(
                                store,
                                """
                                update session_note set safety_recheck = ?, safety_rule = ?, consent = ?, pain_before = ?,
                                    pain_after = ?, pressure = ?, stop_at = ?, minutes = ?, response = ?, observations = ?,
                                    statement = ?, next_step = ?, changed_at = ?, version = version + 1
                                where id = ? and version = ?""",
                                "NO_CHANGE",
                                null,
                                "GIVEN",
                                5,
                                3,
                                3,
                                4,
                                30,
                                "BETTER",
                                OBSERVATIONS + saved.times++,
                                "",
                                "Same again in a week.",
                                now(),
                                Ids.bytes(byHand.note().value()),
                                saved.versionByHand);
                        audit(
                                store,
                                "note.written",
                                byHand.note().value(),
                                byHand.patient(),
                                "version 1: observations");
                    });
                    saved.versionByHand++;
                    return List.of();
                });
    }

    private Pair sign(Queue<Draft> drafts) {
        return new Pair(
                "sign a note",
                Kind.SAVE,
                WHO,
                WARM_UP_SIGNATURES,
                () -> {
                    notes.sign(drafts.remove().note(), 0);
                    return List.of();
                },
                () -> {
                    var draft = drafts.remove();
                    hand.inTransaction(store -> sign(store, draft));
                    return List.of();
                });
    }

    private void sign(Connection store, Draft draft) throws SQLException {
        var author = Ids.bytes(draft.author().value());
        var plan = Ids.bytes(draft.plan());
        ByHand.change(store, """
                update session_note set status = 'SIGNED', signed_at = ?, signed_by = ?, content_hash = ?,
                    content_format = 1, version = version + 1
                where id = ? and version = 0""", now(), author, HASH, Ids.bytes(draft.note().value()));
        ByHand.change(
                store,
                "update appointment set status = 'COMPLETED', version = version + 1 where id = ?",
                Ids.bytes(draft.appointment().value()));
        for (var status : List.of("ARRIVED", "COMPLETED")) {
            ByHand.change(
                    store,
                    """
                    insert into appointment_change (id, appointment_id, changed_at, changed_by, status, detail)
                    values (?, ?, ?, ?, ?, ?)""",
                    Ids.bytes(Ids.next()),
                    Ids.bytes(draft.appointment().value()),
                    now(),
                    author,
                    status,
                    "");
        }
        ByHand.change(
                store,
                "update planned_visit set delivered_note_id = ?, delivered_on = ? where id = ?",
                Ids.bytes(draft.note().value()),
                now().toLocalDate(),
                Ids.bytes(draft.visit()));
        ByHand.change(
                store,
                "update treatment_plan set delivered_visits = delivered_visits + 1, version = version + 1 where id = ?",
                plan);
        ByHand.change(
                store,
                "update patient_summary set delivered_visits = delivered_visits + 1 where patient_id = ?",
                Ids.bytes(draft.patient().value()));
        ByHand.change(
                store,
                "insert into note_word (patient_id, word, treated_on, note_id, author_id) values "
                        + String.join(", ", Collections.nCopies(WORDS.size(), "(?, ?, ?, ?, ?)")),
                WORDS.stream()
                        .flatMap(word -> Stream.of(
                                Ids.bytes(draft.patient().value()),
                                word,
                                now().toLocalDate(),
                                Ids.bytes(draft.note().value()),
                                author))
                        .toArray());
        score(store, draft);
        ByHand.change(
                store,
                """
                insert into note_carried_share (note_id, notes, clinic_id, author_id, signed_month, carried_notes, chars,
                    carried_chars, template_chars) values (?, 1, ?, ?, ?, 0, ?, 0, 0)""",
                Ids.bytes(draft.note().value()),
                Ids.bytes(draft.clinic().value()),
                author,
                now().toLocalDate().withDayOfMonth(1),
                OBSERVATIONS.length());
        ByHand.change(
                store,
                "update patient_summary set next_visit_on = null, next_visit_at = null where patient_id = ?",
                Ids.bytes(draft.patient().value()));
        ByHand.change(
                store,
                "insert into recall_check (id, patient_id, check_at) values (?, ?, ?)",
                Ids.bytes(Ids.next()),
                Ids.bytes(draft.patient().value()),
                now());
        audit(store, "note.signed", draft.note().value(), draft.patient(), "SHA-256 " + HASH);
        audit(store, "appointment.arrived", draft.appointment().value(), draft.patient(), "");
        audit(store, "appointment.completed", draft.appointment().value(), draft.patient(), "");
        audit(store, "plan.visit-delivered", draft.plan(), draft.patient(), "1 of 12");
    }

    /** The pain on arrival, which each visit adds to the course of care. */
    private void score(Connection store, Draft draft) throws SQLException {
        var score = Ids.next();
        ByHand.change(
                store,
                """
                insert into outcome_score (id, version, patient_id, measure, measures_version, measured_on, score, document,
                    status, recorded_at, recorded_by, reason, note_id)
                values (?, 0, ?, 'NPRS_NOW', '1', ?, 5, '', 'FINAL', ?, ?, '', ?)""",
                Ids.bytes(score),
                Ids.bytes(draft.patient().value()),
                now().toLocalDate(),
                now(),
                Ids.bytes(draft.author().value()),
                Ids.bytes(draft.note().value()));
        ByHand.change(
                store,
                "insert into outcome_score_answer (score_id, position, item, answer) values (?, 0, 'pain', 5)",
                Ids.bytes(score));
        audit(store, "measure.recorded", score, draft.patient(), "NPRS_NOW");
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    private void audit(Connection store, String kind, UUID subject, @Nullable PatientId patient, String detail)
            throws SQLException {
        audit(store, clock, kind, subject, patient, detail);
    }

    static void audit(
            Connection store, Clock clock, String kind, UUID subject, @Nullable PatientId patient, String detail)
            throws SQLException {
        ByHand.change(
                store,
                """
                insert into audit_event (id, at, actor, kind, subject, patient, detail, mac)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.bytes(Ids.next()),
                Utc.of(clock.instant()),
                Ids.bytes(CurrentUser.current().staff().value()),
                kind,
                Ids.bytes(subject),
                patient == null ? null : Ids.bytes(patient.value()),
                detail,
                CODE);
    }
}
