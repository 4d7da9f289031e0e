package io.plumbline.leads.ui.imports;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.upload.Upload;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads from a file on the screen: what would come of it is said first, and the same file adds nothing again. */
@DemoTest
class LeadImportViewTest extends SpringBrowserlessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HEAD =
            "id,name,phone,e-mail,concern,days to call,parts of the day,source,clinic,consent\n";

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void aFileIsCheckedThenImportedAndImportingItAgainAddsNothing() {
        var file = HEAD
                + "s-1,From A File One,6025550142,,Back,Mon,Morning,Sign,Harbour Street,yes\n"
                + "s-2,From A File Two,,two@example.org,,,,,Old Mill,yes\n";
        choose(file);
        assertThat(screen()).contains("2 leads to import. No errors.");
        assertThat(imported()).as("a dry run").isZero();
        test(button("Import 2 leads")).click();
        awaitScreen("2 leads imported.");
        assertThat(imported()).isEqualTo(2);
        assertThat(find(Anchor.class).withText("Open the leads list").single().getHref())
                .isEqualTo(Routes.LEADS_LIST);

        choose(file + "s-3,From A File Three,6025550143,,,,,,Old Mill,yes\n");
        assertThat(screen()).contains("1 lead to import. 2 imported before, skipped.");
        choose(file);
        assertThat(screen()).contains("0 leads to import. 2 imported before, skipped. No errors.");
        assertThat(find(Button.class).all()).extracting(Button::getText).noneMatch(text -> text.startsWith("Import "));
        assertThat(imported()).isEqualTo(2);
    }

    @Test
    @WithStaff("manager")
    void errorsAreListedByRowAndValidRowsCanBeImported() {
        choose(HEAD
                + ",From A File Wrong,12,,,,,Rumour,Harbour Street,yes\n"
                + ",From A File Silent,6025550142,,,,,,Harbour Street,\n"
                + ",From A File Right,6025550142,,,,,,Harbour Street,yes\n");
        assertThat(screen())
                .contains("1 lead to import. 3 errors.")
                .contains("Line 2, phone: ", "Line 2, source: “Rumour” is not one of: ")
                .contains("Line 3, consent: Consent is required");
        assertThat(button("Import 1 lead").isEnabled()).isTrue();
    }

    @Test
    @WithStaff("manager")
    void anInvalidLeadFileIsRefusedWithAMessage() {
        choose("colour,size\nred,2\n");
        assertThat(screen()).contains("The column “name” is missing: use the headings of the template");
        choose("");
        assertThat(screen()).contains("This file has no rows below the headings");
    }

    @Test
    @WithStaff("manager")
    void theTemplateHasTheHeadingsOfTheImport() {
        open(Routes.LEADS_IMPORT);
        var template = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Download the template").single()).download(template);
        assertThat(template.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("\uFEFF\""
                        + HEAD.strip().replace("e-mail,", "e-mail,language,").replace(",", "\",\"")
                        + "\"\n");
    }

    private void choose(String file) {
        open(Routes.LEADS);
        open(Routes.LEADS_IMPORT);
        test(find(Upload.class).single()).upload("leads.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8));
        roundTrip();
    }

    /** The rows are taken in beside the screen, which is told when they are. */
    private void awaitScreen(String words) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!screen().contains(words)) {
            assertThat(Instant.now()).as("%s: %s", words, screen()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            roundTrip();
        }
    }

    private long imported() {
        return jdbc.sql("select count(*) from consultation_lead where full_name like 'From A File %'")
                .query(Long.class)
                .single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
