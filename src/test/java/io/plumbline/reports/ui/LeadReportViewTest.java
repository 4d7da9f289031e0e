package io.plumbline.reports.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.TestLeads;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report of leads on the screen: four leads of one month of their own, read by each side. */
@DemoTest
class LeadReportViewTest extends SpringBrowserlessTest {
    private static final String MAY = Routes.LEADS_REPORT + "?from=2021-05-01&to=2021-05-31";

    @Autowired
    LeadService leads;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fourLeadsOfMay() {
        jdbc.sql("update consultation_lead set received_at = '2020-01-01 12:00:00' where full_name like 'Of May %'")
                .update();
        var reached = lead("Of May Reached", LeadSource.SIGN, "Harbour Street", "03");
        staff.doAs("frontdesk", () -> leads.logCall(reached, 0, CallOutcome.REACHED));
        lead("Of May Waiting", LeadSource.SIGN, "Old Mill", "11");
        var lost = lead("Of May Lost", LeadSource.FRIEND, "Harbour Street", "12");
        staff.doAs("manager", () -> leads.lose(lost, 0, "=Lives too far away to come"));
        lead("Of May Last", LeadSource.FRIEND, "Harbour Street", "31");
    }

    @Test
    @WithStaff("manager")
    void theFiguresAreShownInAChartAndATable() {
        open(MAY);
        assertThat(find(HtmlContainer.class)
                        .withClassName("chart")
                        .single()
                        .getElement()
                        .getOuterHTML())
                .contains("role=\"img\"", "Funnel: Received 4, Contacted 1 (25%), Booked 0 (0%), Held 0, Converted 0");
        var table = textOf(find(NativeTable.class).single());
        assertThat(table)
                .contains("Leads by source", "Received", "Time to first attempt, median", "Sign", "A friend", "All");
        assertThat(screen()).contains("Response times", "Why leads were lost", "=Lives too far away to come");
        assertThat(numbers("Sign")).startsWith("2", "1", "0", "0", "0", "0%");
        assertThat(numbers("A friend")).startsWith("2", "0", "0", "0", "0", "0%");
        assertThat(numbers("All")).startsWith("4", "1", "0", "0", "0", "0%");
    }

    @Test
    @WithStaff("manager")
    void groupingSourceAndPeriodAreChosenAndKeptInTheAddress() {
        open(MAY);
        test(select("Group by")).selectItem("Clinic");
        assertThat(numbers("Harbour Street")).startsWith("3", "1");
        assertThat(numbers("Old Mill")).startsWith("1", "0");
        test(select("Group by")).selectItem("CurrentUser");
        assertThat(numbers("No one yet")).startsWith("3", "0");
        assertThat(rows()).containsExactly("No one yet", "Ines Cardoso");
        test(select("Source")).selectItem("A friend");
        assertThat(numbers("All")).startsWith("2", "0");
        test(find(DatePicker.class).withLabel("To").single()).setValue(LocalDate.of(2021, 5, 30));
        assertThat(numbers("All")).startsWith("1", "0");
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters())
                .isEqualTo(QueryParameters.fromString("source=friend&from=2021-05-01&to=2021-05-30&by=caller"));
        open(MAY + "&by=week");
        assertThat(rows()).hasSize(6);
        assertThat(numbers("May 10, 2021")).startsWith("2", "0");
    }

    @Test
    @WithStaff("manager")
    void aFigureLinksToTheLeadsThatItCounts() {
        open(MAY);
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .filteredOn(href -> href.startsWith(Routes.LEADS_LIST + "?"))
                .extracting(href -> QueryParameters.fromString(href.substring(Routes.LEADS_LIST.length() + 1)))
                .contains(
                        QueryParameters.fromString("step=received&source=sign&from=2021-05-01&to=2021-05-31"),
                        QueryParameters.fromString("step=contacted&source=sign&from=2021-05-01&to=2021-05-31"));
    }

    @Test
    @WithStaff("manager")
    void aReversedOrEmptyPeriodIsExplained() {
        open(Routes.LEADS_REPORT + "?from=2021-05-31&to=2021-05-01");
        assertThat(screen()).contains("The last day is before the first: choose a later one.");
        assertThat(find(DatePicker.class).withLabel("To").single().isInvalid()).isTrue();
        assertThat(find(NativeTable.class).all()).isEmpty();
        open(Routes.LEADS_REPORT + "?from=2001-05-01&to=2001-05-31");
        assertThat(screen()).contains("No leads were received in this period.");
    }

    @Test
    @WithStaff("manager")
    void theExportHasTheSameFiguresAndNoFormulas() {
        open(MAY);
        var file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Export CSV").single()).download(file);
        var lines = file.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst())
                .startsWith("\uFEFF" + quoted("Source,Received,Contacted,Booked,Held,Converted,Conversion %"));
        assertThat(lines.subList(1, lines.size()))
                .hasSize(4)
                .anyMatch(line -> line.startsWith(quoted("Sign,2,1,0,0,0,0,")))
                .anyMatch(line -> line.startsWith(quoted("A friend,2,0,0,0,0,0,")))
                .anyMatch(line -> line.startsWith(quoted("All,4,1,0,0,0,0,")))
                .contains(quoted("Lost: =Lives too far away to come,1") + "\"");
    }

    /** The cells of a row up to where it goes on, each in quotes. */
    private static String quoted(String row) {
        return "\"" + row.replace(",", "\",\"");
    }

    private LeadId lead(String name, LeadSource source, String clinic, String day) {
        var lead = received.lead(name, source, received.clinic(clinic));
        jdbc.sql("update consultation_lead set received_at = ? where id = ?")
                .params("2021-05-" + day + " 18:00:00", Ids.bytes(lead.value()))
                .update();
        return lead;
    }

    private List<String> rows() {
        return find(NativeTable.class)
                .single()
                .getElement()
                .getChildren()
                .filter(part -> part.getTag().equals("tbody"))
                .flatMap(Element::getChildren)
                .map(row -> row.getChild(0).getText())
                .toList();
    }

    /** What stands in the row of a part, after its name. */
    private List<String> numbers(String part) {
        return find(NativeTable.class)
                .single()
                .getElement()
                .getChildren()
                .filter(group -> !group.getTag().equals("caption"))
                .flatMap(Element::getChildren)
                .filter(row -> row.getChild(0).getText().equals(part))
                .findFirst()
                .orElseThrow()
                .getChildren()
                .skip(1)
                .map(Element::getTextRecursively)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String label) {
        return find(Select.class)
                .withCondition(one -> label.equals(one.getLabel()))
                .single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
