package io.plumbline.leads.ui.list;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.confirm;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.TestLeads;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of all leads on the screen: narrowed by its address, taken out as a file. */
@DemoTest
class AllLeadsViewTest extends SpringBrowserlessTest {
    @Autowired
    LeadService leads;

    @Autowired
    TestLeads received;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void theFiltersInTheAddressAreShownInTheFields() {
        var lost = received.lead("Addressed Lost", LeadSource.SIGN, harbour());
        received.lead("Addressed New", LeadSource.SIGN, harbour());
        leads.lose(lost, 0, "Lives too far away to come");
        open(Routes.LEADS_LIST + "?status=lost&source=sign&clinic=" + harbour()
                + "&from=2026-11-01&to=2026-11-30&q=addressed");
        assertThat(select("Status").getValue()).isEqualTo(LeadStatus.LOST);
        assertThat(select("Source").getValue()).isEqualTo(LeadSource.SIGN);
        assertThat(select("Clinic").getValue()).isEqualTo(harbour());
        assertThat(day("From").getValue()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(day("To").getValue()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(field("Name, phone or e-mail").getValue()).isEqualTo("addressed");
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.fullName()).isEqualTo("Addressed Lost");
            assertThat(row.lostReason()).isEqualTo("Lives too far away to come");
        });
        open(Routes.LEADS_LIST + "?to=2026-10-31&q=addressed");
        assertThat(rows()).isEmpty();
    }

    @Test
    @WithStaff("manager")
    void chosenFiltersAppearInTheAddressAndClearingRemovesThem() {
        received.lead("Chosen Friend", LeadSource.FRIEND, harbour());
        open(Routes.LEADS_LIST);
        test(field("Name, phone or e-mail")).setValue("chosen");
        test(select("Source")).selectItem("A friend");
        assertThat(asked().getParameters()).containsOnlyKeys("source", "search");
        assertThat(rows()).extracting(LeadListRow::fullName).containsExactly("Chosen Friend");
        test(button("Clear filters")).click();
        assertThat(asked()).isEqualTo(QueryParameters.empty());
        assertThat(field("Name, phone or e-mail").getValue()).isEmpty();
        assertThat(select("Source").getValue()).isNull();
    }

    @Test
    @WithStaff("manager")
    void invalidFiltersInTheAddressAreIgnored() {
        received.lead("Wrongly Addressed", LeadSource.FRIEND, harbour());
        open(Routes.LEADS_LIST + "?status=nothing&from=2026-02-30&clinic=x&caller=<b>&q=wrongly addressed");
        assertThat(rows()).extracting(LeadListRow::fullName).containsExactly("Wrongly Addressed");
    }

    @Test
    @WithStaff("frontdesk")
    void filtersAreSavedUnderANameAndCanBeRemoved() {
        open(Routes.LEADS_LIST + "?status=lost&source=sign");
        test(button("Save these filters…")).click();
        var dialog = find(Dialog.class).single();
        answer(dialog, "Save");
        assertThat(field("Name of these filters").getErrorMessage()).isEqualTo("Give them a name");
        test(field("Name of these filters")).setValue("Lost by the sign");
        answer(dialog, "Save");
        assertThat(dialog.isOpened()).isFalse();
        var kept = link("Lost by the sign");
        assertThat(QueryParameters.fromString(kept.getHref().replace(Routes.LEADS_LIST + "?", "")))
                .isEqualTo(QueryParameters.fromString("status=lost&source=sign"));
        assertThat(kept.getElement().getAttribute("aria-current")).isEqualTo("true");

        open(kept.getHref().replace("lost", "new"));
        assertThat(link("Lost by the sign").getElement().hasAttribute("aria-current"))
                .isFalse();
        open(kept.getHref());
        test(button("Remove Lost by the sign")).click();
        assertThat(find(Anchor.class).withText("Lost by the sign").all()).isEmpty();
        assertThat(button("Save these filters…").isVisible()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void anExpiredKeptSearchIsExplainedAboveTheListUntilTheNextSearch() {
        var over = "Your search ended with your session, so this list is unfiltered. Search again.";
        open(Routes.LEADS_LIST + "?source=friend&search=ofasessionthatisover");
        assertThat(find(Span.class).withText(over).exists()).isTrue();
        test(field("Name, phone or e-mail")).setValue("zora");
        assertThat(find(Span.class).withText(over).exists()).isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void aSearchedNameAppearsInNoAddressNorInSavedFilters() {
        received.lead("Zora Unseen", LeadSource.FRIEND, harbour());
        open(Routes.LEADS_LIST + "?source=friend");
        test(field("Name, phone or e-mail")).setValue("zora unseen");
        var address = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
        assertThat(address).contains("source=friend", "search=").doesNotContainIgnoringCase("zora");
        keep("Only Zora");
        open(Routes.LEADS_LIST);
        assertThat(field("Name, phone or e-mail").getValue()).isEmpty();
        open(address);
        assertThat(field("Name, phone or e-mail").getValue()).isEqualTo("zora unseen");
        var kept = link("Only Zora");
        assertThat(kept.getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(kept.getHref()).doesNotContainIgnoringCase("unseen");
        open(Routes.LEADS_LIST);
        open(link("Only Zora").getHref());
        assertThat(field("Name, phone or e-mail").getValue()).isEqualTo("zora unseen");
        assertThat(rows()).extracting(LeadListRow::fullName).containsExactly("Zora Unseen");
    }

    @Test
    @WithStaff("frontdesk")
    void savedFiltersAreRenamedButNotToATakenName() {
        open(Routes.LEADS_LIST + "?status=lost&source=friend");
        keep("Lost friends");
        open(Routes.LEADS_LIST + "?status=new&source=friend");
        keep("New friends");
        test(button("Rename New friends…")).click();
        var dialog = find(Dialog.class).single();
        var name = field("Name of these filters");
        assertThat(name.getValue()).isEqualTo("New friends");
        assertThat(name.getMaxLength()).isEqualTo(60);
        test(name).setValue(" ");
        answer(dialog, "Save");
        assertThat(name.getErrorMessage()).isEqualTo("Give them a name");
        test(name).setValue("Lost friends ");
        answer(dialog, "Save");
        assertThat(name.getErrorMessage())
                .isEqualTo("You already have saved filters with this name. Choose another name");
        test(name).setValue("Friends to call");
        answer(dialog, "Save");
        assertThat(dialog.isOpened()).isFalse();
        assertThat(link("Friends to call").getElement().getAttribute("aria-current"))
                .isEqualTo("true");
        assertThat(find(Anchor.class).withText("New friends").all()).isEmpty();
        assertThat(link("Lost friends").isVisible()).isTrue();
    }

    private void keep(String name) {
        test(button("Save these filters…")).click();
        test(field("Name of these filters")).setValue(name);
        answer(find(Dialog.class).single(), "Save");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskCannotExportTheList() {
        open(Routes.LEADS_LIST);
        assertThat(find(Button.class).withText("Export CSV…").all()).isEmpty();
    }

    @Test
    @WithStaff("manager")
    void theExportAsksWhyContainsNoFormulasAndIsAudited() {
        received.lead("=Taken()", LeadSource.SIGN, harbour());
        received.lead("Taken \"Quoted\", Too", LeadSource.SIGN, harbour());
        open(Routes.LEADS_LIST + "?q=taken");
        test(button("Export CSV…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog)).contains("as a CSV file", "why goes on record");
        answer(dialog, "Export");
        assertThat(field("Reason for the export").getErrorMessage()).isEqualTo("Say why, in a few words");
        assertThat(find(Anchor.class).withText("Download again").all()).isEmpty();
        test(field("Reason for the export")).setValue("For the yearly letter");
        answer(dialog, "Export");
        assertThat(find(Anchor.class).withText("Download again").all())
                .as("the password was given some time ago")
                .isEmpty();
        confirm(find(Dialog.class).all(), find(PasswordField.class).single(), "demo-manager-pass");
        assertThat(downloaded().lines().toList())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("\"'=Taken()\",\"+1 602-555-0177\","))
                .anyMatch(line -> line.startsWith("\"Taken \"\"Quoted\"\", Too\",\"+1 602-555-0177\","))
                .filteredOn(line -> line.contains("Taken"))
                .allMatch(line -> line.matches(".*\"2026-11-24 \\d\\d:\\d\\d\".*"));
        assertThat(lastExport()).isEqualTo("leads 2, reason For the yearly letter");
        downloaded();
        assertThat(exports()).as("the same file again").isEqualTo(2);
    }

    private String downloaded() {
        var file = new ByteArrayOutputStream();
        test(link("Download again")).download(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private String lastExport() {
        return jdbc.sql("select detail from audit_event where kind = 'lead.exported' order by at desc, id desc limit 1")
                .query(String.class)
                .single();
    }

    private long exports() {
        return jdbc.sql("select count(*) from audit_event where kind = 'lead.exported'"
                        + " and detail = 'leads 2, reason For the yearly letter'")
                .query(Long.class)
                .single();
    }

    private List<LeadListRow> rows() {
        return rowsOf(find(Grid.class).single(), LeadListRow.class);
    }

    private ClinicId harbour() {
        return received.clinic("Harbour Street");
    }

    private static QueryParameters asked() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters();
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

    private Anchor link(String text) {
        return find(Anchor.class).withText(text).single();
    }
}
