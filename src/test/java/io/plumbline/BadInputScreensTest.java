package io.plumbline;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.imports.LeadImportPlan;
import io.plumbline.leads.imports.LeadImportService;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.Routes;
import io.plumbline.shared.TextLimit;
import io.plumbline.support.BadInput;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What nobody should type, in every field of quick entry and of a file, and as a clinic's number: a clear refusal at the
 * field, or text as it was typed. What comes by the public form has a test of its own.
 */
@DemoTest
class BadInputScreensTest extends SpringBrowserlessTest {
    private static final String PHONE = "(602) 555-0163";
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "phone",
            "e-mail",
            "language",
            "concern",
            "days to call",
            "parts of the day",
            "source",
            "clinic",
            "consent");

    @Autowired
    LeadImportService imports;

    @Autowired
    ClinicService clinics;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void everyBadInputInQuickEntryIsSavedOrRefusedAtItsFieldWithoutLosingTheText() {
        for (var label : List.of("Name", "Phone or e-mail", "Concern, in their words")) {
            for (var text : BadInput.TEXTS) {
                var before = count();
                // what was refused stays typed, also where one leaves
                find(Dialog.class).all().forEach(Dialog::close);
                UI.getCurrent().navigate(Routes.PATIENTS);
                open(Routes.NEW_LEAD);
                typed("Name").setValue("Bad Input");
                typed("Phone or e-mail").setValue(PHONE);
                var field = typed(label);
                field.setValue(text);
                answer(find(Dialog.class).single(), "Save");
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
    void everyBadInputIsRefusedAsAClinicPhoneNumberAndStaysInTheField() {
        var harbour = staff.as("manager", clinics::myLabels).getFirst();
        open(Routes.clinic(harbour.id()));
        for (var text : BadInput.TEXTS) {
            var field = typed("Phone");
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
    void everyBadInputInAnImportFileIsSavedOrRefusedAtItsColumn() {
        for (var column : COLUMNS) {
            for (var text : BadInput.TEXTS) {
                var cells = new ArrayList<>(
                        List.of("", "Bad Input", PHONE, "", "", "", "", "", "", "Harbour Street", "yes"));
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

    private static String kept(String typed) {
        return TextLimit.optional("The text", typed, 3000);
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
        return label.startsWith("Concern")
                ? (AbstractField<?, String>) (AbstractField<?, ?>)
                        find(TextArea.class).withLabel(label).single()
                : (AbstractField<?, String>) (AbstractField<?, ?>)
                        find(TextField.class).withLabel(label).single();
    }
}
