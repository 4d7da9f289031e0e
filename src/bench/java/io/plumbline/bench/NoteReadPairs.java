package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.intake.IntakeService;
import io.plumbline.measures.MeasureService;
import io.plumbline.notes.CarryForward;
import io.plumbline.notes.CarryForwardService;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.changes.RecordChangeService;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.summary.PlanSummaryService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What the form of a session note reads: the note, the record beside it, and what may be carried forward. */
final class NoteReadPairs {
    private static final String WHO = "therapist";
    private static final String RELATION =
            "select 1 from patient_relation where staff_id = ? and patient_id = ? and until_on >= ?";
    private static final String NOTE = """
            select n.*, a.region, m.modality from session_note n
            left join session_note_area a on a.note_id = n.id left join session_note_modality m on m.note_id = n.id
            where n.id = ?""";

    private final ByHand hand;
    private final GrownNotes grown;
    private final NoteService notes;
    private final NoteHistoryService history;
    private final CarryForwardService carries;
    private final PatientService patients;
    private final IntakeService intake;
    private final MeasureService measures;
    private final PlanSummaryService plans;
    private final RecordChangeService changes;
    private final Clock clock;

    NoteReadPairs(ApplicationContext portal, ByHand hand, GrownNotes grown) {
        this.hand = hand;
        this.grown = grown;
        notes = portal.getBean(NoteService.class);
        history = portal.getBean(NoteHistoryService.class);
        carries = portal.getBean(CarryForwardService.class);
        patients = portal.getBean(PatientService.class);
        intake = portal.getBean(IntakeService.class);
        measures = portal.getBean(MeasureService.class);
        plans = portal.getBean(PlanSummaryService.class);
        changes = portal.getBean(RecordChangeService.class);
        clock = portal.getBean(Clock.class);
    }

    /** All of them; asked as the therapist. */
    List<Pair> all() {
        return Stream.of(grown.few(), grown.many())
                .flatMap(note -> of(note, note.equals(grown.few()) ? ", few notes" : ", 5,000 notes"))
                .toList();
    }

    private Stream<Pair> of(GrownNotes.Signed note, String suffix) {
        return Stream.of(open(note, suffix), rail(note, suffix), carry(note, suffix));
    }

    private Pair open(GrownNotes.Signed note, String suffix) {
        return new Pair(
                "open note" + suffix,
                Kind.RECORD,
                WHO,
                () -> notes.open(note.id()).stream()
                        .map(opened -> opened.id().value())
                        .toList(),
                () -> openByHand(note));
    }

    private List<UUID> openByHand(GrownNotes.Signed note) throws SQLException {
        hand.inTransaction(store -> {
            ByHand.rows(store, NOTE, Ids.bytes(note.id().value()));
            ByHand.rows(store, RELATION, relation(note));
            ByHand.rows(
                    store,
                    "select p.*, s.* from patient p left join patient_summary s on s.patient_id = p.id where p.id = ?",
                    Ids.bytes(note.patient().value()));
        });
        return List.of(note.id().value());
    }

    private Pair rail(GrownNotes.Signed note, String suffix) {
        var opened = patients.details(note.patient()).orElseThrow();
        var since = clock.instant().atOffset(ZoneOffset.UTC).minusMonths(1).toInstant();
        return new Pair(
                "note rail" + suffix,
                Kind.RECORD,
                WHO,
                () -> {
                    plans.find(opened, today());
                    changes.findSince(opened, since);
                    measures.findByPatient(opened);
                    intake.findByPatient(opened);
                    return history.findBeside(opened, note.id(), today()).stream()
                            .map(NoteRow::id)
                            .map(id -> id.value())
                            .toList();
                },
                () -> railByHand(note, LocalDateTime.ofInstant(since, ZoneOffset.UTC)));
    }

    private List<UUID> railByHand(GrownNotes.Signed note, LocalDateTime since) throws SQLException {
        var patient = Ids.bytes(note.patient().value());
        var me = Ids.bytes(CurrentUser.current().staff().value());
        var found = new ArrayList<UUID>();
        hand.inTransaction(store -> {
            ByHand.rows(store, """
                    select p.*, g.* from treatment_plan p left join plan_goal g on g.plan_id = p.id
                    where p.patient_id = ? and p.status in ('ACTIVE', 'ON_HOLD')""", patient);
            ByHand.rows(store, """
                    select d.decided_at, d.decided, d.decided_by from treatment_plan t
                    join plan_decision d on d.plan_id = t.id where t.patient_id = ? and d.decided_at > ?
                    union all select f.raised_at, f.flag, f.raised_by from red_flag f
                    where f.subject_id = ? and f.raised_at > ?""", patient, since, patient, since);
            ByHand.rows(store, """
                    select s.*, a.display_name from outcome_score s join staff_account a on a.id = s.recorded_by
                    where s.patient_id = ? order by s.measured_on, s.id""", patient);
            found.addAll(ByHand.ids(store, """
                    select id, author_id, service, treated_on, status, pain_before, pain_after, next_step, clinic_id,
                        signed_at
                    from session_note where patient_id = ? and (status <> 'DRAFT' or author_id = ?)
                    order by patient_id desc, treated_on desc, id desc limit 50""", patient, me));
            ByHand.rows(
                    store,
                    "select id, clinic_id, status, outcome, created_at from intake_note where patient_id = ?",
                    patient);
        });
        return found;
    }

    private Pair carry(GrownNotes.Signed note, String suffix) {
        var draft = notes.open(note.id()).orElseThrow();
        return new Pair(
                "carry forward" + suffix,
                Kind.RECORD,
                WHO,
                () -> carries.findFor(draft).stream()
                        .map(CarryForward::from)
                        .map(id -> id.value())
                        .toList(),
                () -> carryByHand(note, draft.service().name(), draft.treatedOn()));
    }

    private List<UUID> carryByHand(GrownNotes.Signed note, String service, LocalDate until) throws SQLException {
        var found = new ArrayList<UUID>();
        hand.inTransaction(store -> {
            ByHand.rows(store, RELATION, relation(note));
            found.addAll(ByHand.ids(store, """
                    select id from session_note
                    where patient_id = ? and service = ? and status = 'SIGNED' and treated_on <= ?
                    order by treated_on desc, id desc limit 1""", Ids.bytes(note.patient().value()), service, until));
            ByHand.rows(store, NOTE, Ids.bytes(found.getFirst()));
        });
        return found;
    }

    private Object[] relation(GrownNotes.Signed note) {
        return new Object[] {
            Ids.bytes(CurrentUser.current().staff().value()),
            Ids.bytes(note.patient().value()),
            today()
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
