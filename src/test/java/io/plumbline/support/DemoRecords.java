package io.plumbline.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.plumbline.shared.ids.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A record of each kind in the demo clinic. They are looked up in the filled store that every portal begins with, because
 * that of a running portal is its own.
 */
final class DemoRecords {
    private static final String SATO = "join patient p on p.id = %s.patient_id and p.family_name = 'Sato' where ";

    private static final Map<String, String> BY_ID = Map.ofEntries(
            Map.entry("patients", "select id from patient where family_name = 'Sato'"),
            Map.entry("intake", "select i.id from intake_note i " + SATO.formatted("i") + "i.status = 'SIGNED'"),
            Map.entry("plans", "select t.id from treatment_plan t " + SATO.formatted("t") + "t.status = 'ACTIVE'"),
            Map.entry(
                    "notes",
                    "select n.id from session_note n " + SATO.formatted("n")
                            + "n.status = 'SIGNED' and n.service = 'MASSAGE' order by n.treated_on desc"),
            Map.entry("notes/phrases", "select id from phrase where owner_id is null order by id"),
            Map.entry("note-templates", "select id from note_template where owner_id is null order by id"),
            Map.entry("exercises", "select id from exercise where name = 'Bird dog (quadruped)'"),
            Map.entry("plan-templates", "select id from plan_template where published > 0 order by id"),
            Map.entry("answers", "select id from answer order by id"),
            Map.entry("contacts", "select id from referral_contact order by id"),
            Map.entry("referrals", """
                    select r.id from referral r
                    join patient p on p.id = r.patient_id and p.family_name = 'Salem' order by r.id"""),
            Map.entry("leads", "select id from consultation_lead where full_name = 'Malik Farah'"),
            Map.entry("recalls", "select id from patient where family_name = 'Lindgren' and given_name = 'Theo'"),
            Map.entry("orders", """
                    select o.id from checkout_order o join staff_account a on a.id = o.ordered_by
                    where a.username = 'therapist' order by o.id"""),
            Map.entry("practitioners", "select id from practitioner where family_name = 'Berg'"),
            Map.entry("intake-forms", "select id from intake_form order by id"),
            Map.entry("clinics", "select id from clinic where code = 'harbour'"),
            Map.entry("accounts", "select id from staff_account where username = 'frontdesk'"));

    private static final String VISIT = """
            select a.id from appointment a
            join staff_account s on s.id = a.practitioner_id and s.username = 'chiropractor'
            where a.subject_kind = 'PATIENT' and a.status <> 'CANCELLED' and a.appointment_type = 'ADJUSTMENT'
                and a.starts_on = date '2026-11-24'
                and not exists (select 1 from session_note n where n.appointment_id = a.id)
            order by a.starts_at""";

    private DemoRecords() {}

    /** Returns the address of a record by the route of its kind, without the id. */
    static Map<String, String> addresses(PortalProcess portal) {
        var store = JdbcClient.create(store());
        var found = new HashMap<String, String>();
        BY_ID.forEach((path, question) -> found.put(path, path + "/" + idOf(store, question)));
        found.put("notes/new", "notes/new/appointment-" + idOf(store, VISIT));
        found.put("consent-texts", "consent-texts/treatment-english");
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            var page = browser.page();
            page.navigate(portal.address() + found.get("intake-forms"));
            browser.signIn("manager");
            beginDraft(page);
            page.navigate(portal.address() + found.get("consent-texts"));
            beginDraft(page);
            found.put("patients/import", begunImport(portal, page));
        }
        try (var browser = new Chromium(ColorScheme.LIGHT, 1280, 800)) {
            browser.page().navigate(portal.address() + found.get("plan-templates"));
            browser.signIn("chiropractor");
            beginDraft(browser.page());
        }
        return Map.copyOf(found);
    }

    private static DriverManagerDataSource store() {
        try {
            return new DriverManagerDataSource(
                    "jdbc:h2:file:" + FilledDemo.folder().toAbsolutePath().resolve("demo/plumbline")
                            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;ACCESS_MODE_DATA=r",
                    "sa",
                    "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String idOf(JdbcClient store, String question) {
        return Ids.uuid(store.sql(question).query(byte[].class).list().getFirst())
                .toString();
    }

    /** Without a draft, the address of the editor leads back. */
    private static void beginDraft(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Edit").setExact(true)).click();
        page.waitForURL(Pattern.compile(".*/edit$"));
    }

    private static String begunImport(PortalProcess portal, Page page) {
        page.navigate(portal.address() + "patients/import");
        page.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText("Clinic"))
                .click();
        page.getByRole(AriaRole.OPTION, named("Harbour Street")).click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "patients.csv",
                        "text/csv",
                        "id,first name,last name,birth date\n1,Nadia,Farouk,3/4/1980\n2,Sven,,\n"
                                .getBytes(StandardCharsets.UTF_8)));
        page.waitForURL(Pattern.compile(".*/patients/import/.+"));
        return RouteAddresses.path(page);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
