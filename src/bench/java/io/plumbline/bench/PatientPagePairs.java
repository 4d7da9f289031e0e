package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.intake.contraindications.ContraindicationService;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteRow;
import io.plumbline.orders.OrderListService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.plans.PlanService;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first page of a patient reads: of one with 5 files and scores, and of one with 5,000 notes, 300 files and 400 scores. */
final class PatientPagePairs {
    static final String NAME = "patient page";

    private static final int FEW = 5;
    private static final int FILES = 300;
    private static final int SCORES = 400;
    /** Those of {@link NoteReadPairs}, which stay as they are. */
    private static final int PATIENTS_OF_OTHERS = 2;

    private static final String WHO = "therapist";

    private final ApplicationContext portal;
    private final ByHand hand;
    private final PatientService patients;
    private final NoteHistoryService notes;
    private final MeasureService measures;
    private final PlanService plans;
    private final ContraindicationService contraindications;
    private final OrderListService orders;
    private final ScheduleService schedule;
    private final SafetyService safety;
    private final List<PatientTimeline> timelines;
    private final JdbcClient jdbc;
    private final Clock clock;

    PatientPagePairs(ApplicationContext portal, ByHand hand) {
        this.portal = portal;
        this.hand = hand;
        patients = portal.getBean(PatientService.class);
        notes = portal.getBean(NoteHistoryService.class);
        measures = portal.getBean(MeasureService.class);
        plans = portal.getBean(PlanService.class);
        contraindications = portal.getBean(ContraindicationService.class);
        orders = portal.getBean(OrderListService.class);
        schedule = portal.getBean(ScheduleService.class);
        safety = portal.getBean(SafetyService.class);
        timelines = List.copyOf(portal.getBeansOfType(PatientTimeline.class).values());
        jdbc = portal.getBean(JdbcClient.class);
        clock = portal.getBean(Clock.class);
    }

    /** Both; asked as the therapist, whose patients they are. */
    List<Pair> all() {
        var grown = new GrownNotes(portal, PATIENTS_OF_OTHERS);
        return List.of(
                page(grown.few().patient(), FEW, FEW, ", few notes"),
                page(grown.many().patient(), FILES, SCORES, ", 5,000 notes"));
    }

    private Pair page(PatientId patient, int ofFiles, int ofScores, String suffix) {
        var today = LocalDate.now(clock);
        measures.recordSigned(
                patient,
                IntStream.range(0, ofScores)
                        .mapToObj(day -> new ScoreDraft(
                                "NPRS_NOW", MeasureAnswers.score(3 + day % 5), today.minusDays(ofScores + 1L - day)))
                        .toList());
        for (int file = 0; file < ofFiles; file++) {
            attach(patient, file, today.minusDays(file));
        }
        return new Pair(
                NAME + suffix,
                Kind.RECORD,
                WHO,
                () -> patients.open(patient).stream().flatMap(this::read).toList(),
                () -> byHand(patient));
    }

    private void attach(PatientId patient, int number, LocalDate on) {
        var name = UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("""
                insert into patient_attachment (id, version, patient_id, clinic_id, kind, title, source, dated_on, format,
                    bytes, sha256, stored_as, added_at, added_by, current_key)
                select ?, 0, n.patient_id, n.clinic_id, 'OUTSIDE_REPORT', ?, '', ?, 'PDF', 100000, ?, ?, ?, n.author_id, ?
                from session_note n where n.patient_id = ? order by n.id limit 1""")
                .params(
                        Ids.bytes(Ids.next()),
                        "Report " + number,
                        on,
                        name + name,
                        name,
                        Utc.of(clock.instant()),
                        name,
                        Ids.bytes(patient.value()))
                .update();
    }

    private Stream<UUID> read(PatientDetails opened) {
        timelines.forEach(timeline -> timeline.findEntries(opened));
        safety.findByPatient(opened);
        contraindications.findStanding(opened);
        plans.findByPatient(opened);
        orders.currentOf(opened);
        schedule.ahead(opened);
        return notes.findByPatient(opened).stream().map(NoteRow::id).map(id -> id.value());
    }

    private List<UUID> byHand(PatientId patient) throws SQLException {
        var found = new ArrayList<UUID>();
        var id = Ids.bytes(patient.value());
        var me = Ids.bytes(CurrentUser.current().staff().value());
        hand.inTransaction(store -> {
            ByHand.rows(store, """
                    select p.*, s.*, c.clinic_id from patient p left join patient_summary s on s.patient_id = p.id
                    left join patient_clinic c on c.patient_id = p.id where p.id = ?""", id);
            for (var part : List.of("patient_relation", "patient_alert", "patient_consent", "treatment_plan")) {
                ByHand.rows(store, "select * from " + part + " where patient_id = ?", id);
            }
            ByHand.rows(store, "select * from red_flag where subject_id = ?", id);
            ByHand.rows(store, "select * from appointment where subject_id = ? order by starts_on desc limit 50", id);
            ByHand.rows(store, "select id, clinic_id, status, outcome from intake_note where patient_id = ?", id);
            ByHand.rows(store, "select * from checkout_order where patient_id = ? and status = 'OPEN'", id);
            ByHand.rows(store, """
                    select f.*, a.display_name from patient_attachment f left join staff_account a on a.id = f.added_by
                    where f.patient_id = ? and f.added_at <= timestamp '9999-12-31 00:00:00'
                    order by f.patient_id desc, f.added_at desc, f.id desc limit 50""", id);
            ByHand.rows(store, """
                    select s.*, a.display_name from outcome_score s join staff_account a on a.id = s.recorded_by
                    where s.patient_id = ? and s.measured_on <= date '9999-12-31'
                    order by s.patient_id desc, s.measured_on desc, s.id desc limit 50""", id);
            found.addAll(ByHand.ids(store, """
                    select id, author_id, service, treated_on, status, pain_before, pain_after, next_step, clinic_id,
                        signed_at
                    from session_note
                    where patient_id = ? and treated_on <= date '9999-12-31' and (status <> 'DRAFT' or author_id = ?)
                    order by patient_id desc, treated_on desc, id desc limit 50""", id, me));
        });
        return found;
    }
}
