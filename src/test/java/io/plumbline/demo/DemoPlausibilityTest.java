package io.plumbline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.DemoTest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clinician and a manager believe the demo clinic: its courses, its records and its figures contradict nothing. */
@DemoTest
class DemoPlausibilityTest {
    private static final int MEANINGFUL = 2;

    @Autowired
    JdbcClient jdbc;

    @Test
    void mostPatientsImproveSomeStayTheSameAndTwoGetWorse() {
        var changes = changeOfPain();
        assertThat(changes).hasSizeGreaterThan(20);
        assertThat(changes.values().stream().filter(change -> change <= -MEANINGFUL))
                .as("improve")
                .hasSizeGreaterThan(changes.size() * 2 / 3);
        assertThat(changes.values().stream().filter(change -> Math.abs(change) < MEANINGFUL))
                .as("stay as they are")
                .hasSizeBetween(2, 6);
        assertThat(worse()).hasSize(2);
        var combined = jdbc.sql("select patient_id from treatment_plan where title = 'Combined care'")
                .query(byte[].class)
                .list();
        assertThat(combined)
                .as("combined care improves as massage does")
                .hasSizeGreaterThan(5)
                .filteredOn(patient -> changes.get(HexFormat.of().formatHex(patient)) <= -MEANINGFUL)
                .hasSizeGreaterThanOrEqualTo(combined.size() - 2);
    }

    @Test
    void ofThePatientsWhoGotWorseOneIsReferredAndOnHoldAndOneIsOnTheWorklist() {
        var onHold = worse().stream()
                .filter(patient -> number(
                                "select count(*) from treatment_plan where patient_id = ? and status = 'ON_HOLD'",
                                patient)
                        == 1)
                .toList();
        assertThat(onHold).as("referred").hasSize(1);
        for (var patient : onHold) {
            assertThat(number("""
                    select count(*) from intake_note i where i.patient_id = ? and i.status = 'SIGNED'
                      and i.pain_now >= 7
                      and i.signed_at > (select max(n.signed_at) from session_note n where n.patient_id = i.patient_id)
                    """, patient)).as("examined again").isEqualTo(1);
            assertThat(number("select count(*) from red_flag where subject_id = ?", patient))
                    .as("flagged")
                    .isPositive();
            assertThat(number("""
                    select count(*) from treatment_plan p join plan_move m on m.plan_id = p.id
                    where p.patient_id = ? and m.to_status = 'ON_HOLD'
                      and m.reason like 'Pain is worse than at the start%'
                    """, patient)).as("the plan says why it rests").isEqualTo(1);
            assertThat(number("""
                    select count(*) from treatment_plan p join plan_decision d on d.plan_id = p.id
                    where p.patient_id = ? and d.reevaluation = 'REFER'""", patient)).as("re-evaluated").isEqualTo(1);
            assertThat(number("select count(*) from referral where patient_id = ?", patient))
                    .as("the referral is written")
                    .isEqualTo(1);
        }
        var active = worse().stream()
                .filter(patient -> onHold.stream().noneMatch(held -> Arrays.equals(held, patient)))
                .toList();
        for (var patient : active) {
            assertThat(number("""
                    select count(*) from treatment_plan where patient_id = ? and status = 'ACTIVE'
                      and review_reason in ('WORSE_THAN_AT_START', 'WORSE_THAN_BEFORE')""", patient)).as("on the worklist").isEqualTo(1);
        }
    }

    @Test
    void plansAreInEachPhaseOneIsBeingRevisedAndReevaluationsAreDone() {
        assertThat(jdbc.sql("select distinct status from treatment_plan")
                        .query(String.class)
                        .list())
                .contains("DRAFT", "ACTIVE", "ON_HOLD", "COMPLETED", "REVOKED", "ENTERED_IN_ERROR");
        assertThat(number("select count(*) from plan_revision_draft")).isOne();
        assertThat(number("select count(*) from plan_decision where reevaluation = 'DISCHARGE'"))
                .isPositive();
        assertThat(number("select count(*) from plan_decision where reevaluation = 'CONTINUE'"))
                .isGreaterThan(5);
        assertThat(number("""
                select count(*) from plan_decision d where d.reevaluation = 'CHANGE' and not exists (
                    select 1 from plan_revision_draft r where r.plan_id = d.plan_id)""")).as("a change without a revision").isZero();
    }

    @Test
    void nobodyIsTreatedBeforeAssessmentAndConsent() {
        assertThat(notesWithout("""
                exists (select 1 from intake_note i where i.patient_id = n.patient_id and i.signed_at < n.signed_at)""")).as("signed intake note").isZero();
        assertThat(notesWithout("""
                exists (select 1 from appointment a where a.subject_id = n.patient_id
                    and a.appointment_type = 'ASSESSMENT' and a.status = 'COMPLETED' and a.starts_on < n.treated_on)""")).as("assessment that was completed").isZero();
        assertThat(notesWithout("""
                exists (select 1 from patient_consent c where c.patient_id = n.patient_id
                    and c.kind = 'TREATMENT' and c.given_on < n.treated_on)""")).as("consent to treatment").isZero();
        assertThat(number("""
                select count(*) from appointment a
                where a.status in ('COMPLETED', 'IN_TREATMENT', 'ARRIVED') and a.appointment_type in ('ADJUSTMENT', 'MASSAGE', 'EXERCISE')
                  and not exists (select 1 from intake_note i where i.patient_id = a.subject_id
                      and cast(i.signed_at as date) <= a.starts_on)
                """)).as("visits of who was never assessed").isZero();
    }

    @Test
    void everyServiceIsGivenByATrainedPractitionerWithAnAccount() {
        assertThat(number("""
                select count(*) from session_note n join practitioner p on p.id = n.author_id
                where locate(case n.service when 'ADJUSTMENT' then 'CHIROPRACTIC' when 'MASSAGE' then 'MASSAGE_THERAPY'
                    else 'EXERCISE_THERAPY' end, p.disciplines) = 0""")).as("by somebody else").isZero();
        assertThat(number("select count(*) from session_note where service = 'ADJUSTMENT'"))
                .isGreaterThan(50);
        assertThat(number("select count(*) from session_note where service = 'EXERCISE'"))
                .isGreaterThan(30);
        assertThat(number("""
                select count(*) from appointment a where a.status in ('COMPLETED', 'IN_TREATMENT', 'ARRIVED')
                  and not exists (select 1 from staff_account s where s.id = a.practitioner_id)""")).as("seen by somebody without an account").isZero();
        assertThat(number("""
                select count(*) from session_note n join session_note_modality m on m.note_id = n.id
                where n.service = 'ADJUSTMENT'
                   or (n.service = 'EXERCISE') <> (m.modality in ('ACTIVE_STRETCHING', 'PILATES', 'FOAM_ROLLING', 'BASIC_YOGA'))
                """)).as("modalities of another discipline").isZero();
        assertThat(number("""
                select count(*) from session_note n
                where (n.service = 'ADJUSTMENT') <> (coalesce(locate('"technique":"', n.details), 0) > 0)
                   or (n.service = 'EXERCISE') <> (coalesce(locate('"exercises":[', n.details), 0) > 0)
                """))
                .as("adjustments without a segment, exercise sessions without an exercise")
                .isZero();
        assertThat(number("""
                select count(*) from session_note n join session_note_modality m on m.note_id = n.id
                join practitioner p on p.id = n.author_id
                where n.service = 'MASSAGE' and p.modalities <> '' and locate(m.modality, p.modalities) = 0
                """)).as("modalities that the therapist does not do").isZero();
    }

    @Test
    void noNoteContradictsItselfOrThePatientsRecord() {
        assertThat(number("""
                select count(*) from session_note
                where response = 'BETTER' and pain_after >= pain_before or response = 'WORSE' and pain_after <= pain_before
                   or pressure > stop_at""")).isZero();
        assertThat(number("""
                select count(*) from session_note n join patient_alert a on a.patient_id = n.patient_id
                where a.kind in ('BLOOD_THINNERS', 'PREGNANCY', 'IMPLANT') and (n.pressure > 3 or n.service = 'ADJUSTMENT'
                    or exists (select 1 from session_note_modality m where m.note_id = n.id and m.modality = 'DEEP_TISSUE'))
                """)).as("deep pressure or thrust against an alert").isZero();
        assertThat(number("""
                select count(*) from session_note n join patient_alert a on a.patient_id = n.patient_id
                where a.kind = 'AREA' and a.starts_on <= n.treated_on""")).as("an area not to touch").isZero();
        assertThat(number("select count(*) from patient_alert where kind in ('AREA', 'IMPLANT') and regions is null"))
                .as("alerts of an area or an implant that do not say where")
                .isZero();
        assertThat(number("""
                select count(*) from session_note n join red_flag f on f.subject_id = n.patient_id
                where f.flag_level in ('E', 'U') and f.status not in ('CLEARED', 'MONITORED') and n.signed_at > f.raised_at
                """)).as("treated on hold").isZero();
    }

    @Test
    void intakeNotesAreConsistentAndDifferFromEachOther() {
        assertThat(number("""
                select count(*) from intake_note where status = 'SIGNED'
                  and (pain_worst < pain_now or pain_average > pain_worst or onset = '')""")).isZero();
        assertThat(number("select count(distinct onset) from intake_note where status = 'SIGNED'"))
                .as("not one beginning for all")
                .isGreaterThan(12);
        assertThat(number("select count(distinct quality) from intake_note_area"))
                .isGreaterThan(12);
        assertThat(number("""
                select count(*) from intake_note i where status = 'SIGNED' and pain_now <>
                    (select max(a.intensity) from intake_note_area a where a.note_id = i.id)""")).as("hurts somewhere as much as is said").isZero();
        assertThat(number("""
                select count(*) from session_note n join session_note_area a on a.note_id = n.id
                where n.observations like '%on the left%' and a.region like '%-right'
                   or n.observations like '%on the right%' and a.region like '%-left'""")).as("found on the other side").isZero();
    }

    @Test
    void reliefPhasesHaveAtMostSixVisitsOfAService() {
        assertThat(number("""
                select max(visits) from (select count(*) as visits from planned_visit where phase = 'RELIEF'
                    group by plan_id, service) p""")).as("weekly visits of a service in Relief").isLessThanOrEqualTo(6);
        assertThat(number("""
                select count(*) from treatment_plan p where p.title = 'Combined care' and p.status <> 'DRAFT'
                  and not exists (select 1 from planned_visit v where v.plan_id = p.id
                      and v.phase = 'RELIEF' and v.service = 'ADJUSTMENT' and v.delivered_on is not null)""")).as("adjusted from the beginning").isZero();
    }

    @Test
    void theEmergencyContactIsNotThePatient() {
        assertThat(number("select count(*) from patient where emergency_name <> ''"))
                .isGreaterThan(20);
        assertThat(number("""
                select count(*) from patient where emergency_phone = phone or emergency_name like 'Somebody%'
                   or guardian_contact = phone""")).isZero();
    }

    @Test
    void licensesWereVerifiedBeforeTheFirstTreatmentOnDifferentDays() {
        assertThat(number("select count(distinct cast(verified_at as date)) from credential"))
                .isGreaterThan(5);
        assertThat(number("""
                select count(*) from session_note n where n.status = 'SIGNED' and not exists (
                    select 1 from credential c where c.practitioner_id = n.author_id and c.verified_at < n.signed_at)""")).isZero();
    }

    @Test
    void mostLeadsWereCalledWithinTheResponseTarget() {
        var inTime = number("select count(*) from consultation_lead where response_target_met = true");
        var late = number("select count(*) from consultation_lead where response_target_met = false");
        assertThat(inTime).isGreaterThan(4 * late);
        assertThat(late).as("a few are late").isBetween(2L, 10L);
    }

    @Test
    void convertedLeadsAttendedTheirConsultationFirst() {
        assertThat(number("select count(*) from consultation_lead where converted_at is not null"))
                .isPositive();
        assertThat(number("""
                select count(*) from consultation_lead
                where converted_at is not null and (held_at is null or held_at > converted_at or booked_at > held_at)
                """)).isZero();
    }

    private List<byte[]> worse() {
        return changeOfPain().entrySet().stream()
                .filter(course -> course.getValue() >= MEANINGFUL)
                .map(course -> HexFormat.of().parseHex(course.getKey()))
                .toList();
    }

    private record Told(String patient, String on, int pain) {}

    /** From the first visit to the first of the last day, by patient; of those who came on at least five days. */
    private Map<String, Integer> changeOfPain() {
        var told = jdbc.sql("""
                        select patient_id, treated_on, pain_before from session_note where status = 'SIGNED'
                        order by patient_id, treated_on, signed_at""")
                .query((row, n) -> new Told(
                        HexFormat.of().formatHex(row.getBytes("patient_id")),
                        row.getString("treated_on"),
                        row.getInt("pain_before")))
                .list();
        var days = new LinkedHashMap<String, LinkedHashMap<String, Integer>>();
        for (var visit : told) {
            days.computeIfAbsent(visit.patient(), nobody -> new LinkedHashMap<>())
                    .putIfAbsent(visit.on(), visit.pain());
        }
        var changes = new LinkedHashMap<String, Integer>();
        days.forEach((patient, pains) -> {
            if (pains.size() >= 5) {
                changes.put(
                        patient,
                        pains.lastEntry().getValue() - pains.firstEntry().getValue());
            }
        });
        return changes;
    }

    private long notesWithout(String condition) {
        return number("select count(*) from session_note n where n.status = 'SIGNED' and not " + condition);
    }

    private long number(String sql, Object... params) {
        return jdbc.sql(sql).params(Arrays.asList(params)).query(Long.class).single();
    }
}
