package io.plumbline.patients.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Statements;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A record that is longer than any was so far asks and shows no more than another, and is shown as it was typed. */
@DemoTest
class LongRecordTest extends SpringBrowserlessTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final int LONGEST_NAME = 80;
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    PatientService patients;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    private record Opened(int statements, long elements) {}

    @Test
    @WithStaff("manager")
    void fiveThousandVisitsAskAndShowNoMoreThanSixty() {
        var patient = patient("Often", "Visits");
        visits(patient, 0, 60);
        var some = opening(patient);
        visits(patient, 60, 5_000);
        assertThat(opening(patient)).isEqualTo(some);
        assertThat(timeline()).hasSizeLessThan(20);
        find(Button.class).withText("Show 40 older").single().click();
        assertThat(timeline()).hasSizeBetween(40, 60);
    }

    @Test
    @WithStaff("manager")
    void aHundredAlertsAskAndShowNoMoreThanTwenty() {
        var patient = patient("Warns", "Often");
        alerts(patient, 0, 20);
        var some = opening(patient);
        alerts(patient, 20, 100);
        assertThat(opening(patient)).isEqualTo(some);
        var all = find(Button.class).withText("Show all 100 alerts").all();
        assertThat(all).as("in the header and beside the timeline").hasSize(2);
        all.forEach(Button::click);
        assertThat(textOf(find(Main.class).single())).contains("Alert number 0", "Alert number 99");
    }

    @Test
    @WithStaff("manager")
    void theLongestNameIsShownAsItWasTypedInListHeaderPaletteAndOnPaper() {
        var given = (MARKUP + "G".repeat(LONGEST_NAME)).substring(0, LONGEST_NAME);
        var family = "F".repeat(LONGEST_NAME);
        var patient = patient(given, family);
        var name = given + " " + family;

        open(Routes.PATIENTS + "?q=" + family.substring(0, 40));
        assertThat(textOf(find(H1.class).single())).isNotIn("Something went wrong", "Not available");
        assertNoMarkup();

        open(Routes.patient(patient));
        assertThat(find(H1.class).single().getText())
                .as("what paper has at its head")
                .isEqualTo(name);
        assertNoMarkup();

        find(Button.class).withId("find").single().click();
        var palette = find(Dialog.class).single();
        find(TextField.class, palette).single().setValue(family.substring(0, 40));
        assertThat(find(Anchor.class, palette).all())
                .filteredOn(link -> link.getHref().equals(Routes.patient(patient)))
                .singleElement()
                .satisfies(link -> assertThat(textOf(link)).contains(name));
        assertNoMarkup();
    }

    private PatientId patient(String given, String family) {
        var clinic = CurrentUser.current().clinics().iterator().next();
        return patients.add(new PatientDraft(given, family, null, null, null), clinic);
    }

    private Opened opening(PatientId patient) {
        open(Routes.START);
        open(Routes.patient(patient));
        open(Routes.START);
        var asked = statements.of(() -> open(Routes.patient(patient)));
        return new Opened(
                asked.size(), elements(find(Main.class).single().getElement()).count());
    }

    private List<ListItem> timeline() {
        var list = find(OrderedList.class).all().stream()
                .filter(one -> one.hasClassName("timeline"))
                .findFirst()
                .orElseThrow();
        return list.getChildren().map(ListItem.class::cast).toList();
    }

    /** No part of the screen takes its content as markup from what somebody typed. */
    private static void assertNoMarkup() {
        assertThat(elements(UI.getCurrent().getElement()).map(element -> element.getProperty("innerHTML", "")))
                .noneMatch(html -> html.contains("onerror"));
    }

    private static Stream<Element> elements(Element root) {
        return root.isTextNode()
                ? Stream.of()
                : Stream.concat(Stream.of(root), root.getChildren().flatMap(LongRecordTest::elements));
    }

    /** Completed visits of a patient on days of their own, each like one that there is. */
    private void visits(PatientId patient, int from, int until) {
        var like = jdbc.queryForMap("select * from appointment where status = 'COMPLETED' limit 1");
        like.put("subject_id", Ids.bytes(patient.value()));
        like.put("subject_kind", "PATIENT");
        like.put(
                "clinic_id",
                Ids.bytes(CurrentUser.current().clinics().iterator().next().value()));
        insert("appointment", like, from, until, (row, n) -> row.put("starts_on", YESTERDAY.minusDays(n)));
    }

    private void alerts(PatientId patient, int from, int until) {
        var like = jdbc.queryForMap("select * from patient_alert limit 1");
        like.put("patient_id", Ids.bytes(patient.value()));
        like.put("kind", "OTHER");
        like.put("audience", "EVERYBODY");
        like.put("starts_on", YESTERDAY);
        like.put("ends_on", null);
        like.put("ended_by", null);
        like.put("operation_id", null);
        insert("patient_alert", like, from, until, (row, n) -> row.put("words", "Alert number " + n));
    }

    private interface Change {
        void of(Map<String, Object> row, int number);
    }

    private void insert(String table, Map<String, Object> like, int from, int until, Change change) {
        var columns = List.copyOf(like.keySet());
        var sql = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", columns.stream().map(column -> "?").toList()) + ")";
        jdbc.batchUpdate(
                sql,
                IntStream.range(from, until)
                        .mapToObj(n -> {
                            like.put("id", Ids.bytes(Ids.next()));
                            change.of(like, n);
                            return columns.stream().map(like::get).toArray();
                        })
                        .toList());
    }
}
