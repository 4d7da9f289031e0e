package io.plumbline.support;

import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportService;
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
    private final ImportService imports;
    private final JdbcClient jdbc;

    RouteRecords(ImportService imports, JdbcClient jdbc) {
        this.imports = imports;
        this.jdbc = jdbc;
    }

    /** The address of a route, with a record that whoever is signed in may open where it asks for one. */
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
            case "/plan-templates/:id", "/plan-templates/:id/edit" ->
                route.substring(1)
                        .replace(
                                ":id",
                                idOf("select id from plan_template where published > 0 limit 1")
                                        .toString());
            case "/intake-forms/:id", "/intake-forms/:id/edit" ->
                route.substring(1)
                        .replace(
                                ":id",
                                idOf("select id from intake_form limit 1").toString());
            case "/consent-texts/:id", "/consent-texts/:id/edit" ->
                route.substring(1).replace(":id", "treatment-english");
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

    private UUID idOf(String sql) {
        return Ids.uuid(jdbc.sql(sql).query(byte[].class).single());
    }
}
