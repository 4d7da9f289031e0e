package io.plumbline.records;

import io.plumbline.notes.NoteReaderQuery;
import io.plumbline.records.RecordSection.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * What a record consists of. Drafts are no part of it, and what was entered in error is left out: it may have been
 * written in the wrong record.
 */
final class RecordSections {
    /** Signed session notes that count. */
    static final String NOTES = """
            session_note n where n.patient_id in (:patients) and n.status not in ('DRAFT', 'ENTERED_IN_ERROR')""";

    static final String WITHHELD = NoteReaderQuery.WITHHELD.formatted("n.id");

    static final String OLD_NOTES = "oldNotes";

    private static final List<RecordSection> BEFORE_NOTES = List.of(
            new RecordSection(
                    "person",
                    "Person",
                    "select id from patient where id in (:patients)",
                    """
                    select p.id, concat('P-', p.patient_number) as patient_number, p.given_name, p.family_name,
                        p.preferred_name, p.former_name, p.birth_date, p.pronouns, p.spoken_language as language,
                        p.interpreter, p.phone, p.phone_kind, p.other_phones, p.email, p.address_line1, p.address_line2,
                        p.city, p.region, p.postal_code, p.country, p.occupation, p.referred_by, p.emergency_name,
                        p.emergency_relation, p.emergency_phone, p.guardian_name, p.guardian_relation, p.guardian_contact,
                        p.guardian_proof, p.added_at
                    from patient p where p.id in (:ids)""",
                    List.of(new Part("registeredAt", """
                                    select k.patient_id as parent, c.name as clinic from patient_clinic k
                                    join clinic c on c.id = k.clinic_id where k.patient_id in (:ids) order by c.name"""), new Part("careTeam", """
                                    select r.patient_id as parent, s.display_name as name, r.from_on, r.until_on
                                    from patient_relation r join staff_account s on s.id = r.staff_id
                                    where r.patient_id in (:ids) and r.reason = 'CARE_TEAM' order by s.display_name"""))),
            RelatedSection.SECTION,
            new RecordSection(
                    "alerts",
                    "Alert",
                    "select id from patient_alert where patient_id in (:patients) and undone_at is null order by added_at, id",
                    """
                    select a.id, a.kind, a.words, a.regions, a.starts_on, a.ends_on, a.added_at, %s
                    from patient_alert a where a.id in (:ids)""".formatted(by("a.added_by", "added_by")),
                    List.of()),
            new RecordSection(
                    "consents",
                    "Consent",
                    "select id from patient_consent where patient_id in (:patients) and undone_at is null"
                            + " order by given_on, id",
                    """
                    select c.id, c.kind, c.wording, v.title as text_title, v.body as text, x.language as text_language,
                        c.given_on, c.given_by, c.given_name, c.given_way, c.given_from, %s, c.withdrawn_on, %s, c.replaced_on
                    from patient_consent c left join consent_text_version v on v.id = c.text_id
                        left join consent_text x on x.id = v.text_id where c.id in (:ids)""".formatted(by("c.taken_by", "taken_by"), by("c.withdrawal_taken_by", "withdrawal_taken_by")),
                    List.of()),
            new RecordSection(
                    "redFlags",
                    "Red flag",
                    "select id from red_flag where subject_kind = 'PATIENT' and subject_id in (:patients) order by raised_at, id",
                    """
                    select f.id, f.flag, f.flag_level as level, f.rule_id as rule, f.rules_version, f.status, f.raised_at,
                        %s, f.acknowledged_at, %s, f.decided_at, %s, f.decision_reason, f.monitored_until,
                        f.proposed_at, %s, f.proposed_reason, f.examined_by, f.examiner_role, f.examined_place, f.finding,
                        f.finding_on, f.examination, f.examined_on, f.document_asked_on, d.title as document
                    from red_flag f left join patient_attachment d on d.id = f.document_id where f.id in (:ids)""".formatted(
                                    by("f.raised_by", "raised_by"),
                                    by("f.acknowledged_by", "acknowledged_by"),
                                    by("f.decided_by", "decided_by"),
                                    by("f.proposed_by", "proposed_by")),
                    List.of(new Part("steps", """
                            select t.flag_id as parent, t.taken_at, %s, t.kind, t.status, t.reason, t.monitored_until,
                                t.examined_by, t.examiner_role, t.examined_place, t.finding, t.finding_on, t.examination,
                                t.examined_on
                            from red_flag_step t where t.flag_id in (:ids) order by t.taken_at""".formatted(by("t.taken_by", "taken_by"))))),
            new RecordSection(
                    "intakeNotes",
                    "Intake note",
                    "select id from intake_note where patient_id in (:patients) and status <> 'DRAFT' order by signed_at, id",
                    """
                    select i.id, %s, i.status, i.revision, i.amends_id as amends, i.amendment_reason, i.complaint, i.onset,
                        i.pain_now, i.pain_worst, i.pain_average, i.consented, i.outcome, i.rules_version, i.more,
                        i.created_at, %s, i.signed_at, %s, i.content_hash as signature_code
                    from intake_note i where i.id in (:ids)""".formatted(clinic("i"), by("i.created_by", "created_by"), by("i.signed_by", "signed_by")),
                    List.of(
                            part("areas", "region, quality, intensity, radiating_to", "intake_note_area", "position"),
                            part("contributingFactors", "factor", "intake_note_factor", "position"),
                            part("functionalLimitations", "activity, ability", "intake_note_limitation", "position"),
                            part("safetyAnswers", "rule_id as rule, answer", "intake_note_answer", "rule_id"),
                            part("signingChecks", "question, answer", "intake_note_check", "position"),
                            new Part("conclusions", """
                                    select c.note_id as parent, c.outcome, c.reason, c.decided, c.concluded_at, %s
                                    from intake_note_conclusion c where c.note_id in (:ids)""".formatted(by("c.concluded_by", "concluded_by"))))),
            new RecordSection(
                    "onlineIntakes",
                    "Online intake",
                    "select i.id from online_intake i join online_intake_submission s on s.intake_id = i.id"
                            + " where i.patient_id in (:patients) order by s.submitted_at, i.id",
                    """
                    select i.id, %s, i.created_at, %s, i.opened_at, i.submitted_at, i.unproven, i.from_clinic, i.confirmed_at,
                        %s, s.content, i.reviewed_at, %s,
                        i.note_id as intake_note, s.content_hash as signature_code
                    from online_intake i join online_intake_submission s on s.intake_id = i.id
                    where i.id in (:ids)""".formatted(
                                    clinic("i"),
                                    by("i.created_by", "created_by"),
                                    by("i.confirmed_by", "confirmed_by"),
                                    by("i.reviewed_by", "reviewed_by")),
                    List.of()),
            new RecordSection(
                    "treatmentPlans",
                    "Treatment plan",
                    "select id from treatment_plan where patient_id in (:patients)"
                            + " and status not in ('DRAFT', 'ENTERED_IN_ERROR') order by activated_at, id",
                    """
                    select t.id, %s, t.title, t.status, t.reason_for_care, t.starts_on, t.ended_on, t.planned_visits,
                        t.delivered_visits, t.revision, t.template_name, t.carried_over, t.phase_rules, t.phase_states,
                        t.factors, t.created_at, %s, t.activated_at, %s, %s
                    from treatment_plan t where t.id in (:ids)""".formatted(
                                    clinic("t"),
                                    by("t.created_by", "created_by"),
                                    by("t.activated_by", "activated_by"),
                                    practitioner("t.responsible_id", "responsible")),
                    List.of(
                            planPart(
                                    "goals",
                                    "x.measure, x.activity, x.baseline, x.baseline_on, x.target, x.due_on",
                                    "plan_goal",
                                    "x.position"),
                            planPart("diagnoses", "x.code", "plan_diagnosis", "x.position"),
                            planPart(
                                    "services",
                                    "x.phase, x.service, x.frequency, x.visits",
                                    "plan_service",
                                    "x.position"),
                            planPart(
                                    "visits",
                                    "x.position as number, x.phase, x.service, "
                                            + practitioner("x.practitioner_id", "practitioner")
                                            + ", x.planned_on, x.booked_on, x.delivered_on",
                                    "planned_visit",
                                    "x.position"),
                            planPart(
                                    "revisions",
                                    "x.number, x.reason, x.made_at, " + by("x.made_by", "made_by")
                                            + ", x.agreement, x.agreed_by, x.agreed_on, x.content",
                                    "plan_revision",
                                    "x.number"),
                            planPart(
                                    "decisions",
                                    "x.decided_at, " + by("x.decided_by", "decided_by")
                                            + ", x.phase, x.to_phase, x.proposed, x.decided, x.reevaluation, x.course,"
                                            + " x.reason, x.facts",
                                    "plan_decision",
                                    "x.decided_at"),
                            planPart(
                                    "statuses",
                                    "x.moved_at, " + by("x.moved_by", "moved_by")
                                            + ", x.from_status, x.to_status, x.reason",
                                    "plan_move",
                                    "x.moved_at"),
                            planPart(
                                    "handOvers",
                                    "x.handed_at, " + practitioner("x.from_id", "handed_from") + ", "
                                            + practitioner("x.to_id", "handed_to") + ", x.visits",
                                    "plan_hand_over",
                                    "x.handed_at"))));

    private static final List<RecordSection> AFTER_NOTES = List.of(
            new RecordSection(
                    OLD_NOTES,
                    "Old note",
                    "select id from old_note where patient_id in (:patients) and error_at is null order by written_on, id",
                    """
                    select n.id, %s, n.source as imported_from, n.written_on, n.author, n.title, n.body as text,
                        n.imported_at, %s
                    from old_note n where n.id in (:ids)""".formatted(clinic("n"), by("n.imported_by", "imported_by")),
                    List.of()),
            new RecordSection(
                    "outcomeMeasures",
                    "Score",
                    "select id from outcome_score where patient_id in (:patients) and status <> 'ENTERED_IN_ERROR'"
                            + " order by measured_on, id",
                    """
                    select o.id, o.measure, o.measures_version, o.measured_on, o.score, o.band, o.document, o.status,
                        o.recorded_at, %s, o.corrects_id as corrects, o.reason
                    from outcome_score o where o.id in (:ids)""".formatted(by("o.recorded_by", "recorded_by")),
                    List.of(new Part("answers", """
                            select a.score_id as parent, a.item, a.answer from outcome_score_answer a
                            where a.score_id in (:ids) order by a.position"""))),
            new RecordSection(
                    "adverseReactions",
                    "Adverse reaction",
                    "select id from adverse_reaction where patient_id in (:patients) and error_reason is null"
                            + " order by recorded_at, id",
                    """
                    select r.id, %s, r.began_on, r.began_at, r.description, r.suspected, r.area, r.severity, r.outcome,
                        r.follow_up_on, r.follow_up_agreed, r.recorded_at, %s
                    from adverse_reaction r where r.id in (:ids)""".formatted(clinic("r"), by("r.recorded_by", "recorded_by")),
                    List.of(new Part("entries", """
                            select e.reaction_id as parent, e.kind, e.taken_at, %s, e.outcome, e.words, e.follow_up_on,
                                e.follow_up_agreed
                            from adverse_reaction_entry e where e.reaction_id in (:ids) order by e.taken_at""".formatted(by("e.taken_by", "taken_by"))))),
            new RecordSection(
                    "amendmentRequests",
                    "Amendment request",
                    "select id from amendment_request where patient_id in (:patients) order by received_on, id",
                    """
                    select r.id, r.requested_by, r.wanted, r.received_on, r.due_on, r.extension_reason, r.status,
                        r.decided_at, %s, r.denial_basis, r.decision_words as decision, r.told, r.disagreement,
                        r.disagreed_on, r.rebuttal, r.rebutted_on
                    from amendment_request r where r.id in (:ids)""".formatted(by("r.decided_by", "decided_by")),
                    List.of(new Part("about", """
                            select l.request_id as parent, l.kind, l.record_id as record from amendment_link l
                            where l.request_id in (:ids) order by l.kind, l.record_id"""))),
            new RecordSection(
                    "referrals",
                    "Referral",
                    "select id from referral where patient_id in (:patients) order by asked_at, id",
                    """
                    select r.id, %s, r.addressee, r.reason, r.priority, r.status, r.asked_on, %s, r.due_on, r.answer,
                        r.document_on, r.answered_at, %s, r.close_reason
                    from referral r where r.id in (:ids)""".formatted(clinic("r"), by("r.asked_by", "asked_by"), by("r.answered_by", "answered_by")),
                    List.of(new Part("steps", """
                            select t.referral_id as parent, t.kind, t.taken_at, %s, t.words, t.why, t.due_on,
                                t.document_on, t.close_reason
                            from referral_step t where t.referral_id in (:ids) order by t.taken_at""".formatted(by("t.taken_by", "taken_by"))))),
            new RecordSection(
                    "appointments",
                    "Appointment",
                    "select id from appointment where subject_kind = 'PATIENT' and subject_id in (:patients)"
                            + " order by starts_on, starts_at, id",
                    """
                    select a.id, %s, %s, a.appointment_type as service, a.starts_on, a.starts_at, a.minutes, a.status,
                        a.booked_at
                    from appointment a where a.id in (:ids)""".formatted(clinic("a"), practitioner("a.practitioner_id", "practitioner")),
                    List.of()),
            new RecordSection(
                    "checkoutOrders",
                    "Checkout order",
                    "select id from checkout_order where patient_id in (:patients) order by ordered_at, id",
                    """
                    select o.id, %s, o.kind, o.wanted_on, o.desk_line, o.status, o.status_at, o.ordered_at, %s
                    from checkout_order o where o.id in (:ids)""".formatted(clinic("o"), by("o.ordered_by", "ordered_by")),
                    List.of()));

    private RecordSections() {}

    /**
     * Returns the sections in the order of the file.
     *
     * @param isWhole whether notes that are restricted to others are in it too
     */
    static List<RecordSection> of(boolean isWhole) {
        var all = new ArrayList<>(BEFORE_NOTES);
        all.add(notes(isWhole));
        all.addAll(AFTER_NOTES);
        return List.copyOf(all);
    }

    private static RecordSection notes(boolean isWhole) {
        // in both statements, since a note can be restricted between them
        var isOpen = isWhole ? "" : " and not " + WITHHELD;
        return new RecordSection(
                "sessionNotes",
                "Session note",
                "select n.id from " + NOTES + isOpen + " order by n.treated_on, n.id",
                """
                select n.id, %s, %s, n.service, n.treated_on, n.status, n.consent, n.pressure, n.stop_at, n.response,
                    n.minutes, n.pain_before, n.pain_after, n.safety_recheck, n.safety_rule, n.statement, n.observations,
                    n.next_step, n.details, n.taken_over_presence, n.signed_at, %s, n.content_hash as signature_code
                from session_note n where n.id in (:ids)%s""".formatted(clinic("n"), by("n.author_id", "author"), by("n.signed_by", "signed_by"), isOpen),
                List.of(
                        part("areas", "region", "session_note_area", "position"),
                        part("modalities", "modality", "session_note_modality", "position"),
                        part("signingChecks", "question, answer", "session_note_check", "position"),
                        new Part("addenda", """
                                select a.note_id as parent, a.kind, a.amendment as words, a.signed_at, %s
                                from session_note_amendment a where a.note_id in (:ids) order by a.signed_at""".formatted(by("a.signed_by", "signed_by"))),
                        new Part("cosignatures", """
                                select c.note_id as parent, c.decision, c.remark, c.decided_at, %s
                                from session_note_cosignature c where c.note_id in (:ids) order by c.decided_at""".formatted(by("c.decided_by", "decided_by")))));
    }

    private static Part part(String key, String columns, String table, String order) {
        return new Part(
                key,
                "select note_id as parent, %s from %s where note_id in (:ids) order by %s"
                        .formatted(columns, table, order));
    }

    private static Part planPart(String key, String columns, String table, String order) {
        return new Part(
                key,
                "select x.plan_id as parent, %s from %s x where x.plan_id in (:ids) order by %s"
                        .formatted(columns, table, order));
    }

    private static String by(String column, String name) {
        return "(select s.display_name from staff_account s where s.id = %s) as %s".formatted(column, name);
    }

    private static String practitioner(String column, String name) {
        return "(select concat(q.given_name, ' ', q.family_name) from practitioner q where q.id = %s) as %s"
                .formatted(column, name);
    }

    private static String clinic(String alias) {
        return "(select c.name from clinic c where c.id = %s.clinic_id) as clinic".formatted(alias);
    }
}
