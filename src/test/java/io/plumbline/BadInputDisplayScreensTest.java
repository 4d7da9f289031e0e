package io.plumbline;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.confirm;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import de.siegmar.fastcsv.reader.CsvReader;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.Receipt;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.BadInput;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What nobody should type, wherever it appears once it was kept: text as it was typed, and never markup. */
@DemoTest
class BadInputDisplayScreensTest extends SpringBrowserlessTest {

    @Autowired
    PublicIntake intake;

    @Autowired
    LeadService leads;

    @Autowired
    ClinicService clinics;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void savedBadInputIsShownAsPlainTextOnEveryScreen() throws IOException {
        for (var text : BadInput.TEXTS) {
            // each is another person: who asks again would join the lead before
            var n = BadInput.TEXTS.indexOf(text);
            var receipt = receive(request(text, "(602) 555-%04d".formatted(2000 + n))
                    .put("concern", text)
                    .put("email", "bad.input%d@example.org".formatted(n)));
            if (!(receipt instanceof Receipt.Accepted accepted)) {
                continue;
            }
            var lead = withReference(accepted.reference());
            var shown = kept(text);

            open(Routes.lead(lead));
            assertShown(find(Main.class).single(), shown);
            assertThat(rows(Routes.LEADS)).as("Call now: %s", shown).contains(shown);

            jdbc.sql("update consultation_lead set overdue_at = '2026-01-01 12:00:00' where id = ?")
                    .param(Ids.bytes(lead.value()))
                    .update();
            open(Routes.LEADS_BOARD);
            assertShown(column(LeadStatus.NEW), shown);

            open(Routes.lead(lead));
            find(Button.class).withText("Write…").single().click();
            var letter = find(Dialog.class).single();
            assertShown(letter, "Dear " + greeted(shown) + ",");
            answer(letter, "Send");
            assertThat(jdbc.sql("select body from outbox_mail where about = ?")
                            .param(Ids.bytes(lead.value()))
                            .query(String.class)
                            .single())
                    .startsWith("Dear " + greeted(shown) + ",");

            open(Routes.LEADS_LIST);
            assertThat(listed()).extracting(LeadListRow::fullName).contains(shown);
            assertThat(listed()).extracting(LeadListRow::concern).contains(shown);

            leads.lose(lead, leads.open(lead).orElseThrow().version(), "Typed into the wrong lead");
        }
        var names = exported();
        BadInput.TEXTS.stream()
                .filter(text -> !TextLimit.isBlank(text) && kept(text).length() <= 120)
                .forEach(text -> assertThat(names).contains(inSpreadsheet(kept(text))));
    }

    @Test
    @WithStaff("manager")
    void theNameOfAPossibleDuplicateIsShownAsPlainText() {
        var first = received("<b>Bold</b> \"Twin\"");
        var second = received("<b>Bold</b> \"Twin\"");
        open(Routes.lead(second));
        assertThat(find(Anchor.class).all())
                .filteredOn(link -> Routes.lead(first).equals(link.getHref()))
                .extracting(Anchor::getText)
                .anyMatch(text -> text.startsWith("<b>Bold</b> \"Twin\", lead of"));
        assertShown(find(Main.class).single(), "<b>Bold</b> \"Twin\"");
    }

    private LeadId received(String name) {
        var draft = new LeadDraft(
                name,
                new PhoneNumber("+16025550164"),
                null,
                "",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                staff.as("manager", clinics::labels).values().stream()
                        .filter(clinic -> clinic.code().equals("harbour"))
                        .findFirst()
                        .orElseThrow()
                        .id(),
                Instant.parse("2026-11-24T16:00:00Z"));
        return staff.as("system", () -> leads.receive(draft, null));
    }

    private Receipt receive(ObjectNode request) {
        return staff.as("system", () -> intake.receive(RequestChannel.JSON, null, request, Sender.PERSON));
    }

    private static ObjectNode request(String name, String phone) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("phone", phone)
                .put("clinic", "harbour")
                .put("consent", true);
    }

    /** It is there as text, and nothing that the browser would read as markup has it. */
    private static void assertShown(Component part, String text) {
        assertThat(textOf(part)).contains(text);
        if (text.matches("(?s).*[<&].*")) {
            assertThat(all(part).map(one -> one.getElement().getProperty("innerHTML", "")))
                    .noneMatch(markup -> markup.contains(text));
        }
    }

    private static Stream<Component> all(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(BadInputDisplayScreensTest::all));
    }

    private static String kept(String typed) {
        return TextLimit.optional("The text", typed, 3000);
    }

    /** In a letter: nobody who has no letter in their name, no link, and not more than 60 characters. */
    private static String greeted(String name) {
        if (name.codePoints().noneMatch(Character::isLetter)) {
            return "Sir or Madam";
        }
        var safe = name.replace("example.org", "example. org").replaceAll("\\s+", " ");
        return safe.length() > 60 ? safe.substring(0, 60) : safe;
    }

    private static String inSpreadsheet(String text) {
        return "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private List<String> exported() throws IOException {
        open(Routes.LEADS_LIST + "?status=lost&reason=Typed+into+the+wrong+lead");
        find(Button.class).withText("Export CSV…").single().click();
        test(find(TextField.class).withLabel("Reason for the export").single())
                .setValue("Chosen for a test of the list");
        answer(find(Dialog.class).single(), "Export");
        confirm(find(Dialog.class).all(), find(PasswordField.class).single(), "demo-manager-pass");
        var file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Download again").single()).download(file);
        try (var rows = CsvReader.builder().ofCsvRecord(file.toString(StandardCharsets.UTF_8))) {
            return rows.stream().map(row -> row.getField(0)).toList();
        }
    }

    private LeadId withReference(String reference) {
        return new LeadId(Ids.uuid(jdbc.sql("select id from consultation_lead where reference = ?")
                .param(reference)
                .query(byte[].class)
                .single()));
    }

    private List<LeadListRow> listed() {
        return rowsOf(find(Grid.class).single(), LeadListRow.class);
    }

    private List<String> rows(String address) {
        open(address);
        return rowsOf(find(Grid.class).single(), LeadRow.class).stream()
                .map(LeadRow::fullName)
                .toList();
    }

    private Section column(LeadStatus status) {
        return find(Section.class).withClassName("col").all().stream()
                .filter(one -> status.label().equals(one.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
    }
}
