package io.plumbline.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Opens a record of each kind in a portal with the demo clinic, as somebody who sees it, and keeps its address. */
final class RecordVisit {
    private final PortalProcess portal;
    private final Path profiles;
    private final Map<String, String> records = new HashMap<>();

    RecordVisit(PortalProcess portal, Path profiles) {
        this.portal = portal;
        this.profiles = profiles;
    }

    /** Returns the address of a record by the route of its kind, without the id. */
    Map<String, String> addresses() {
        as("chiropractor", page -> {
            go(page, "patients?q=Hana%20Sato");
            remember(
                    page,
                    "patients",
                    page.getByRole(AriaRole.LINK, named("Hana Sato")).first()::click);
            page.getByRole(AriaRole.LINK, named("Intake").setExact(true)).click();
            // the overview has a link to the latest intake note too
            page.waitForURL(Pattern.compile(".*/intake$"));
            remember(
                    page,
                    "intake",
                    page.getByText(Pattern.compile("Intake note of")).first()::click);
            go(page, "plans");
            remember(page, "plans", page.getByText("Hana Sato").first()::click);
            page.getByText("Hana Sato").first().click();
            page.getByRole(AriaRole.LINK, named("Notes").setExact(true)).click();
            remember(
                    page,
                    "notes",
                    page.getByText(Pattern.compile("Massage on .*, Signed")).first()::click);
            go(page, "notes");
            remember(
                    page,
                    "notes/new",
                    page.getByLabel(Pattern.compile("^Write note")).first()::click);
            go(page, "notes/phrases");
            remember(page, "notes/phrases", page.locator("a.row-link").first()::click);
            go(page, "note-templates");
            remember(page, "note-templates", page.locator("a.row-link").first()::click);
            go(page, "exercises");
            remember(page, "exercises", page.getByText("Bird dog (quadruped)")::click);
            go(page, "plan-templates");
            remember(page, "plan-templates", page.locator("a.row-link").first()::click);
            go(page, "answers");
            remember(page, "answers", page.getByText("Petra Novotna")::click);
            go(page, "contacts");
            remember(page, "contacts", page.locator("a.row-link").first()::click);
            go(page, "referrals");
            remember(page, "referrals", page.getByText("Ruth Salem").first()::click);
        });
        as("frontdesk", page -> {
            go(page, "leads");
            remember(page, "leads", page.getByText("Malik Farah").first()::click);
            go(page, "recalls");
            remember(page, "recalls", page.getByLabel("Call Theo Lindgren")::click);
            go(page, "orders");
            remember(page, "orders", page.locator("a.row-link").first()::click);
            go(page, "practitioners");
            remember(page, "practitioners", page.getByText("Lena Berg")::click);
        });
        as("manager", page -> {
            go(page, "intake-forms");
            remember(page, "intake-forms", page.locator("a.row-link").first()::click);
            // without a draft, its address leads back to the form
            page.getByRole(AriaRole.BUTTON, named("Edit").setExact(true)).click();
            page.waitForURL(Pattern.compile(".*/edit$"));
            go(page, "consent-texts");
            remember(page, "consent-texts", page.locator("a.row-link").first()::click);
            go(page, "clinics");
            remember(page, "clinics", page.getByLabel("Edit Harbour Street")::click);
            go(page, "patients/import");
            page.locator("vaadin-select")
                    .filter(new Locator.FilterOptions().setHasText("Clinic"))
                    .click();
            page.getByRole(AriaRole.OPTION, named("Harbour Street")).click();
            remember(page, "patients/import", () -> page.locator("vaadin-upload input[type=file]")
                    .setInputFiles(new FilePayload(
                            "patients.csv",
                            "text/csv",
                            "id,first name,last name,birth date\n1,Nadia,Farouk,3/4/1980\n2,Sven,,\n"
                                    .getBytes(StandardCharsets.UTF_8))));
        });
        as("admin", page -> {
            go(page, "accounts");
            remember(page, "accounts", page.getByText("Ines Cardoso")::click);
        });
        return Map.copyOf(records);
    }

    /** What somebody does in a browser of their own. */
    @FunctionalInterface
    private interface Errand {
        void run(Page page);
    }

    private void as(String who, Errand errand) {
        try (var browser = new Chromium(profiles.resolve(who), ColorScheme.LIGHT, 1280, 800)) {
            browser.page().navigate(portal.address() + "patients");
            browser.signIn(who);
            browser.page().locator("h1.title").waitFor();
            errand.run(browser.page());
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void go(Page page, String list) {
        page.navigate(portal.address() + list);
    }

    private void remember(Page page, String room, Runnable click) {
        click.run();
        page.waitForURL(Pattern.compile("[^/]+//[^/]+/" + room + "/.+"));
        records.put(room, RouteAddresses.path(page));
    }
}
