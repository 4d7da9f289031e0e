package io.plumbline.leads.ui.list;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.TestLeads;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several of the list of all leads, chosen and worked on at once. */
@DemoTest
class LeadBulkBarTest extends SpringBrowserlessTest {
    @Autowired
    LeadService leads;

    @Autowired
    LeadListService lists;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void severalLeadsAreMarkedAsLostAtOnceAndRefusedOnesAreListed() {
        received.lead("Several Good One", LeadSource.SIGN, harbour());
        received.lead("Several Good Two", LeadSource.SIGN, harbour());
        var done = received.lead("Several Done Already", LeadSource.SIGN, harbour());
        var changed = received.lead("Several Changed", LeadSource.SIGN, harbour());
        leads.lose(done, 0, "Lost before the others were");
        chooseAll("several");
        staff.doAs("frontdesk", () -> leads.claim(changed, 0));
        test(button("Mark as lost…")).click();
        var dialog = find(Dialog.class).single();
        answer(dialog, "Mark as lost");
        assertThat(lostReason().getErrorMessage()).isEqualTo("Say why, so that the report can count it");
        lostReason().setValue("The line was dead on three days");
        answer(dialog, "Mark as lost");
        assertThat(screen())
                .contains("2 leads done.", "2 refused. These leads were not changed:")
                .contains("Several Changed : a colleague changed it in the meantime")
                .contains("Several Done Already : ");
        assertThat(find(Anchor.class).withText("Several Changed").single().getHref())
                .isEqualTo(Routes.lead(changed));
        assertThat(statuses("Several")).containsExactlyInAnyOrder("LOST", "LOST", "LOST", "NEW");
        assertThat(find(Grid.class).single().getSelectedItems()).isEmpty();
    }

    @Test
    @WithStaff("manager")
    void severalLeadsAreAssignedToAnotherClinicAtOnce() {
        received.lead("Assigned One", LeadSource.PRACTITIONER, harbour());
        received.lead("Assigned Two", LeadSource.PRACTITIONER, null);
        received.lead("Assigned Not", LeadSource.PRACTITIONER, harbour());
        open(Routes.LEADS_LIST + "?q=assigned");
        choose(row -> !row.fullName().equals("Assigned Not"));
        assertThat(screen()).contains("2 chosen");
        test(button("Assign…")).click();
        var dialog = find(Dialog.class).single();
        answer(dialog, "Assign");
        assertThat(select("Into the queue of").getErrorMessage()).isEqualTo("Choose a clinic");
        test(select("Into the queue of")).selectItem("Old Mill");
        answer(dialog, "Assign");
        assertThat(screen()).contains("2 leads done.").doesNotContain("refused");
        assertThat(staff.as("frontdesk", () -> lists.list(LeadFilter.NONE.of(LeadSource.PRACTITIONER), null, 50)))
                .extracting(LeadListRow::fullName)
                .isNotEmpty()
                .doesNotContain("Assigned One", "Assigned Two");
        assertThat(rows())
                .filteredOn(row -> received.clinic("Old Mill").equals(row.clinic()))
                .extracting(LeadListRow::fullName)
                .containsExactlyInAnyOrder("Assigned One", "Assigned Two");
    }

    @Test
    @WithStaff("frontdesk")
    void severalLeadsAreMovedToNurtureUntilAFutureDay() {
        received.lead("Resting One", LeadSource.SIGN, harbour());
        received.lead("Resting Two", LeadSource.SIGN, harbour());
        chooseAll("resting");
        test(button("Move to nurture…")).click();
        var dialog = find(Dialog.class).single();
        day("Until").setValue(LocalDate.of(2026, 11, 1));
        answer(dialog, "Move to nurture");
        assertThat(screen()).contains("0 leads done.", "2 refused.", "Resting One : ", "Resting Two : ");
        assertThat(statuses("Resting")).containsOnly("NEW");

        chooseAll("resting");
        test(button("Move to nurture…")).click();
        day("Until").setValue(LocalDate.of(2027, 1, 4));
        answer(find(Dialog.class).single(), "Move to nurture");
        assertThat(screen()).contains("2 leads done.");
        assertThat(statuses("Resting")).containsExactly("NURTURE", "NURTURE");
    }

    private void chooseAll(String words) {
        open(Routes.LEADS_LIST + "?q=" + words);
        choose(row -> true);
    }

    @SuppressWarnings("unchecked")
    private void choose(Predicate<LeadListRow> wanted) {
        Grid<LeadListRow> grid = find(Grid.class).single();
        rows().stream().filter(wanted).forEach(grid::select);
    }

    private List<String> statuses(String words) {
        return jdbc.sql("select status from consultation_lead where full_name like ? order by status")
                .param(words + "%")
                .query(String.class)
                .list();
    }

    private List<LeadListRow> rows() {
        return rowsOf(find(Grid.class).single(), LeadListRow.class);
    }

    private ClinicId harbour() {
        return received.clinic("Harbour Street");
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String label) {
        return find(Select.class)
                .withCondition(one -> label.equals(one.getLabel()))
                .single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf((Component) find(Main.class).single());
    }

    /** Why the lead is lost: a choice, or words. */
    @SuppressWarnings("unchecked")
    private ComboBox<String> lostReason() {
        return (ComboBox<String>) find(ComboBox.class).withLabel("Reason").single();
    }
}
