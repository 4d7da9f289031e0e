package io.plumbline;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import de.siegmar.fastcsv.reader.CsvReader;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.CameBy;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadImport;
import io.plumbline.leads.LeadImportPlan;
import io.plumbline.leads.LeadListRow;
import io.plumbline.leads.LeadRow;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.PublicIntake;
import io.plumbline.leads.Receipt;
import io.plumbline.leads.Sender;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.Ids;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ui.Places;
import io.plumbline.support.BadInput;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What nobody should type, in every field of quick entry and of a file, as a clinic's number, and wherever it appears once it was kept: a clear
 * refusal at the field, or text as it was typed. What comes by the public form has a test of its own.
 */
@SpringBootTest(properties = "plumbline.test=adding")
@ActiveProfiles("test")
class BadInputScreensTest extends SpringBrowserlessTest {
    private static final String PHONE = "(602) 555-0163";
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "phone",
            "e-mail",
            "concern",
            "days to call",
            "parts of the day",
            "source",
            "clinic",
            "consent");

    @Autowired
    PublicIntake intake;

    @Autowired
    LeadService leads;

    @Autowired
    LeadImport imports;

    @Autowired
    ClinicService clinics;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void everyTextInEveryFieldOfQuickEntryIsKeptOrRefusedAtThatFieldAndNotLost() {
        for (var label : List.of("Name", "Phone or e-mail", "What hurts, in their words")) {
            for (var text : BadInput.TEXTS) {
                var before = count();
                // what was refused stays typed, also where one leaves
                find(Dialog.class).all().forEach(Dialog::close);
                UI.getCurrent().navigate(Places.PATIENTS);
                open(Places.NEW_LEAD);
                typed("Name").setValue("Bad Input");
                typed("Phone or e-mail").setValue(PHONE);
                var field = typed(label);
                field.setValue(text);
                find(Button.class).withText("Save").single().click();
                if (count() == before) {
                    assertThat(((HasValidation) field).isInvalid())
                            .as("%s: %s", label, text)
                            .isTrue();
                    assertThat(((HasValidation) field).getErrorMessage())
                            .as("%s: %s", label, text)
                            .isNotBlank();
                    assertThat(field.getValue()).isEqualTo(text);
                } else {
                    assertThat(last(label)).as("%s: %s", label, text).isEqualTo(kept(text));
                }
            }
        }
    }

    @Test
    @WithStaff("manager")
    void noneOfTheTextsIsAClinicsTelephoneNumberAndEachStaysTyped() {
        var harbour = staff.as("manager", clinics::myLabels).getFirst();
        open(Places.clinic(harbour.id()));
        for (var text : BadInput.TEXTS) {
            var field = typed("Telephone");
            field.setValue(text);
            find(Button.class).withText("Save").single().click();
            assertThat(((HasValidation) field).isInvalid()).as(text).isTrue();
            assertThat(((HasValidation) field).getErrorMessage()).as(text).isNotBlank();
            assertThat(field.getValue()).isEqualTo(text);
        }
        assertThat(staff.as("manager", clinics::myLabels)).contains(harbour);
    }

    @Test
    @WithStaff("manager")
    void everyTextInEveryColumnOfAFileIsKeptOrRefusedAtThatColumn() {
        for (var column : COLUMNS) {
            for (var text : BadInput.TEXTS) {
                var cells =
                        new ArrayList<>(List.of("", "Bad Input", PHONE, "", "", "", "", "", "Harbour Street", "yes"));
                cells.set(COLUMNS.indexOf(column), text);
                var plan = imports.check(file(cells));
                if (plan.rows().isEmpty()) {
                    assertThat(plan.errors())
                            .as("%s: %s", column, text)
                            .isNotEmpty()
                            .extracting(LeadImportPlan.Wrong::column)
                            .containsOnly(column);
                } else if (column.equals("name")) {
                    assertThat(plan.rows().getFirst().draft().fullName()).isEqualTo(kept(BadInput.inUtf8(text)));
                } else if (column.equals("concern")) {
                    assertThat(plan.rows().getFirst().draft().concern()).isEqualTo(kept(BadInput.inUtf8(text)));
                }
            }
        }
    }

    @Test
    @WithStaff("manager")
    void whatWasKeptIsTextWhereverItAppears() throws IOException {
        for (var text : BadInput.TEXTS) {
            var receipt = staff.as(
                    "system",
                    () -> intake.receive(
                            CameBy.JSON,
                            null,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("name", text)
                                    .put("concern", text)
                                    .put("phone", PHONE)
                                    .put("email", "bad.input@example.org")
                                    .put("clinic", "harbour")
                                    .put("consent", true),
                            Sender.PERSON));
            if (!(receipt instanceof Receipt.Accepted accepted)) {
                continue;
            }
            var lead = withReference(accepted.reference());
            var shown = kept(text);

            open(Places.LEADS);
            assertShown(find(Section.class).withClassName("just-in").single(), shown);

            open(Places.lead(lead.value()));
            assertShown(find(Main.class).single(), shown);
            assertThat(rows(Places.LEADS)).as("Call now: %s", shown).contains(shown);

            jdbc.sql("update consultation_lead set overdue_at = '2026-01-01 12:00:00' where id = ?")
                    .param(Ids.bytes(lead.value()))
                    .update();
            open(Places.LEADS_BOARD);
            assertShown(column(LeadStatus.NEW), shown);

            open(Places.lead(lead.value()));
            find(Button.class).withText("Write…").single().click();
            var letter = find(Dialog.class).single();
            assertShown(letter, "Dear " + shown + ",");
            answer(letter, "Send");
            assertThat(jdbc.sql("select body from outbox_mail where about = ?")
                            .param(Ids.bytes(lead.value()))
                            .query(String.class)
                            .single())
                    .startsWith("Dear " + shown + ",");

            open(Places.LEADS_LIST + "?status=new");
            assertThat(listed()).extracting(LeadListRow::fullName).contains(shown);
            assertThat(listed()).extracting(LeadListRow::concern).contains(shown);

            leads.lose(lead, leads.open(lead).orElseThrow().version(), "Bad input");
        }
        var names = exported();
        BadInput.TEXTS.stream()
                .filter(text -> !TextLimit.isBlank(text) && kept(text).length() <= 120)
                .forEach(text -> assertThat(names).contains(inSpreadsheet(kept(text))));
    }

    @Test
    @WithStaff("manager")
    void aPossibleDuplicateIsNamedByItsTextToo() {
        var first = received("<b>Bold</b> \"Twin\"");
        var second = received("<b>Bold</b> \"Twin\"");
        open(Places.lead(second.value()));
        assertThat(find(Anchor.class).all())
                .filteredOn(link -> Places.lead(first.value()).equals(link.getHref()))
                .extracting(Anchor::getText)
                .anyMatch(text -> text.startsWith("<b>Bold</b> \"Twin\", lead of"));
        assertShown(find(Main.class).single(), "<b>Bold</b> \"Twin\"");
    }

    private LeadId received(String name) {
        var receipt = staff.as(
                "system",
                () -> intake.receive(
                        CameBy.JSON,
                        null,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", name)
                                .put("phone", "(602) 555-0164")
                                .put("clinic", "harbour")
                                .put("consent", true),
                        Sender.PERSON));
        return withReference(((Receipt.Accepted) receipt).reference());
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
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(BadInputScreensTest::all));
    }

    private static String kept(String typed) {
        return TextLimit.optional("The text", typed, 3000);
    }

    private static String inSpreadsheet(String text) {
        return "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private List<String> exported() throws IOException {
        open(Places.LEADS_LIST + "?status=lost&reason=Bad+input");
        find(Button.class).withText("Export CSV…").single().click();
        answer(find(Dialog.class).single(), "Export");
        var file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Download again").single()).download(file);
        try (var rows = CsvReader.builder().ofCsvRecord(file.toString(StandardCharsets.UTF_8))) {
            return rows.stream().map(row -> row.getField(0)).toList();
        }
    }

    private static byte[] file(List<String> cells) {
        var out = new ByteArrayOutputStream();
        try (var file = new CsvFile(out)) {
            file.row(COLUMNS.toArray());
            file.row(cells.toArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private LeadId withReference(String reference) {
        return new LeadId(Ids.uuid(jdbc.sql("select id from consultation_lead where reference = ?")
                .param(reference)
                .query(byte[].class)
                .single()));
    }

    private long count() {
        return jdbc.sql("select count(*) from consultation_lead")
                .query(Long.class)
                .single();
    }

    private String last(String label) {
        var column =
                switch (label) {
                    case "Name" -> "full_name";
                    case "Phone or e-mail" -> "coalesce(email, phone)";
                    default -> "concern";
                };
        return jdbc.sql("select " + column + " from consultation_lead order by received_at desc, id desc limit 1")
                .query(String.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private AbstractField<?, String> typed(String label) {
        return label.startsWith("What hurts")
                ? (AbstractField<?, String>) (AbstractField<?, ?>)
                        find(TextArea.class).withLabel(label).single()
                : (AbstractField<?, String>) (AbstractField<?, ?>)
                        find(TextField.class).withLabel(label).single();
    }

    private List<LeadListRow> listed() {
        return find(Grid.class)
                .single()
                .getDataProvider()
                .fetch(new Query<>(0, 500, List.of(), null, null))
                .map(LeadListRow.class::cast)
                .toList();
    }

    private List<String> rows(String address) {
        open(address);
        return find(Grid.class)
                .single()
                .getDataProvider()
                .fetch(new Query<>(0, 500, List.of(), null, null))
                .map(row -> ((LeadRow) row).fullName())
                .toList();
    }

    private Section column(LeadStatus status) {
        return find(Section.class).withClassName("col").all().stream()
                .filter(one -> status.word().equals(one.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
    }
}
