package io.plumbline.support;

import io.plumbline.forms.FormId;
import io.plumbline.forms.FormService;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportService;
import io.plumbline.patients.consents.ConsentTextKey;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A record of the demo clinic for each route that asks for one, for tests without a browser. */
@Lazy
@Component
public class RouteRecords {
    private static final ConsentTextKey CONSENT_TEXT = ConsentTextKey.parse("treatment-english");

    private final ImportService imports;
    private final PlanTemplateService planTemplates;
    private final FormService intakeForms;
    private final ConsentTextService consentTexts;
    private final JdbcClient jdbc;

    RouteRecords(
            ImportService imports,
            PlanTemplateService planTemplates,
            FormService intakeForms,
            ConsentTextService consentTexts,
            JdbcClient jdbc) {
        this.imports = imports;
        this.planTemplates = planTemplates;
        this.intakeForms = intakeForms;
        this.consentTexts = consentTexts;
        this.jdbc = jdbc;
    }

    /**
     * The address of a route, with a record that whoever is signed in may open where it asks for one. For an editor a
     * draft is begun: without one, its address leads back.
     */
    public String addressOf(String route) {
        return switch (route) {
            case "/accounts/:id" -> "accounts/" + idOf("select id from staff_account limit 1");
            case "/patients/:id" -> "patients/" + idOf("select patient_id from session_note limit 1");
            case "/patients/import/:id" -> "patients/import/" + begunImport();
            case "/intake/:id" -> "intake/" + idOf("select id from intake_note where status = 'SIGNED' limit 1");
            case "/recalls/:id" -> "recalls/" + idOf("select patient_id from recall limit 1");
            case "/orders/:id" -> "orders/" + idOf("""
                        select o.id from checkout_order o join staff_account a on a.id = o.ordered_by
                        where a.username = 'therapist' limit 1""");
            case "/plans/:id" -> "plans/" + idOf("select id from treatment_plan limit 1");
            case "/plans/:id/revise" -> "plans/" + idOf("""
                        select p.id from treatment_plan p join patient_relation r on r.patient_id = p.patient_id
                        join staff_account a on a.id = r.staff_id
                        where a.username = 'chiropractor' and p.status = 'ACTIVE' limit 1""") + "/revise";
            case "/notes/phrases/:id" ->
                "notes/phrases/" + idOf("select id from phrase where owner_id is null limit 1");
            case "/note-templates/:id" ->
                "note-templates/" + idOf("select id from note_template where owner_id is null limit 1");
            case "/notes/:id" -> "notes/" + idOf("select id from session_note limit 1");
            case "/notes/new/:id" ->
                "notes/new/appointment-"
                        + Ids.uuid(jdbc.sql("""
                                select a.id from appointment a
                                where a.practitioner_id = ? and a.subject_kind = 'PATIENT' and a.status = 'BOOKED'
                                    and a.appointment_type in ('ADJUSTMENT', 'MASSAGE', 'EXERCISE')
                                    and not exists (select 1 from session_note n where n.appointment_id = a.id)
                                    and not exists (select 1 from session_note n
                                        join planned_visit v on v.id = n.planned_visit_id
                                        where v.appointment_id = a.id)
                                limit 1""")
                                .param(Ids.bytes(CurrentUser.current().staff().value()))
                                .query(byte[].class)
                                .single());
            case "/clinics/:id" -> "clinics/" + idOf("select id from clinic where code = 'harbour'");
            case "/practitioners/:id" -> "practitioners/" + idOf("select id from practitioner limit 1");
            case "/leads/:id" -> "leads/" + idOf("""
                    select l.id from consultation_lead l join clinic c on c.id = l.queue_id where c.code = 'harbour' limit 1""");
            case "/plan-templates/:id" -> "plan-templates/" + planTemplate();
            case "/plan-templates/:id/edit" -> {
                var template = planTemplates.open(planTemplate()).orElseThrow();
                planTemplates.edit(template.id(), template.revision());
                yield "plan-templates/" + template.id() + "/edit";
            }
            case "/intake-forms/:id" -> "intake-forms/" + intakeForm();
            case "/intake-forms/:id/edit" -> {
                var form = intakeForms.open(intakeForm()).orElseThrow();
                intakeForms.edit(form.id(), form.revision());
                yield "intake-forms/" + form.id() + "/edit";
            }
            case "/consent-texts/:id" -> "consent-texts/" + CONSENT_TEXT;
            case "/consent-texts/:id/edit" -> {
                consentTexts.edit(CONSENT_TEXT, consentTexts.open(CONSENT_TEXT).revision());
                yield "consent-texts/" + CONSENT_TEXT + "/edit";
            }
            case "/exercises/:id" -> "exercises/" + idOf("select id from exercise limit 1");
            case "/contacts/:id" -> "contacts/" + idOf("select id from referral_contact limit 1");
            case "/referrals/:id" ->
                "referrals/"
                        + idOf("select r.id from referral r join patient p on p.id = r.patient_id"
                                + " where p.family_name = 'Salem' limit 1");
            case "/answers/:id" -> "answers/" + idOf("select id from answer limit 1");
            default ->
                route.startsWith("/patients/:id/")
                        ? addressOf("/patients/:id") + route.substring("/patients/:id".length())
                        : route.substring(1);
        };
    }

    private ImportId begunImport() {
        try {
            var file = imports.receive(new ByteArrayInputStream(
                    "id,first name,last name\n1,Nadia,Farouk\n".getBytes(StandardCharsets.UTF_8)));
            return imports.begin(
                    ImportKind.PATIENTS,
                    CurrentUser.current().clinics().iterator().next(),
                    file,
                    "patients.csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String planTemplate() {
        return idOf("select id from plan_template where published > 0 limit 1").toString();
    }

    private FormId intakeForm() {
        return new FormId(idOf("select id from intake_form limit 1"));
    }

    private UUID idOf(String sql) {
        return Ids.uuid(jdbc.sql(sql).query(byte[].class).single());
    }
}
