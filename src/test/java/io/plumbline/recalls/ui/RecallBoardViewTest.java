package io.plumbline.recalls.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.recalls.DeclineReason;
import io.plumbline.recalls.RecallDue;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.recalls.RecallReason;
import io.plumbline.recalls.RecallResult;
import io.plumbline.recalls.RecallRow;
import io.plumbline.recalls.RecallService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The recall board of the demo clinic, as the front desk sees it. */
@DemoTest
class RecallBoardViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    RecallListService board;

    @Autowired
    RecallService recalls;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("frontdesk")
    void theBoardSaysHowManyForEachFilterAndKeepsThemInTheAddress() {
        open(Routes.RECALLS);
        assertThat(screen())
                .contains("Due today", "All", "Any reason", "Missed visit", "Nothing booked", "No recent visit");
        assertThat(current()).containsExactly("recalls", "recalls");
        open(Routes.RECALLS + "?due=all&reason=quiet");
        var both = "recalls?reason=quiet&due=all";
        assertThat(current()).containsExactly(both, both);
    }

    @Test
    @WithStaff("frontdesk")
    void theDemoHasRecallsOfEveryReason() {
        var all = rows();
        assertThat(all).hasSizeBetween(8, 15);
        assertThat(all).extracting(RecallRow::reason).contains(RecallReason.values());
        assertThat(all)
                .filteredOn(row -> row.name().equals("Theo Lindgren"))
                .singleElement()
                .satisfies(row -> assertThat(row.attempts()).isEqualTo(2));
        assertThat(all).extracting(RecallRow::name).doesNotContain("Owen Fletcher");
    }

    @Test
    @WithStaff("frontdesk")
    void thePanelSaysWhomToCallAndWhyWithoutClinicalWords() {
        open(Routes.recall(patient("Theo Lindgren")));
        assertThat(screen())
                .contains("No visit in ", "Last visit", "2 attempts", "Left message", "Prefers to be called after four")
                .doesNotContain("Relief", "Pain");
        assertThat(links()).contains("tel:+16025550164", Routes.patient(patient("Theo Lindgren")));
    }

    @Test
    @WithStaff("frontdesk")
    void nobodyIsAskedToCallAPatientOnHold() {
        var patient = patient("Theo Lindgren");
        var header = "update patient_summary set open_flag_level = ? where patient_id = ?";
        jdbc.sql(header).params("E", Ids.bytes(patient.value())).update();
        open(Routes.recall(patient));
        assertThat(screen())
                .contains("On hold: ask the clinician", "Open the patient's page")
                .doesNotContain("Start call", "Book a visit", "Emergency");
        assertThat(links()).doesNotContain("tel:+16025550164");
        jdbc.sql(header).params(null, Ids.bytes(patient.value())).update();
        open(Routes.recall(patient));
        assertThat(screen()).contains("Start call");
    }

    @Test
    @WithStaff("frontdesk")
    void anAttemptIsOneButtonAndItsDayIsOnIt() {
        var patient = patient("Pavel Dvorak");
        open(Routes.recall(patient));
        test(note()).setValue("Line was busy");
        assertThat(textOf(button("No answer"))).contains("again Thu, Nov 26");
        test(button("No answer")).click();
        assertThat(screen()).contains("1 attempt · No answer", "Line was busy", "Next contact");
        assertThat(note().getValue()).isEmpty();
        assertThat(button("No answer").getElement().getAttribute("aria-keyshortcuts"))
                .isEqualTo("1");
        assertThat(textOf(button("No answer"))).contains("again Tue, Dec 1");
        find(DatePicker.class).single().setValue(LocalDate.of(2026, 12, 9));
        assertThat(textOf(button("Not now"))).contains("again Wed, Dec 9");
    }

    @Test
    @WithStaff("frontdesk")
    void aColleagueWhoWasQuickerIsNamedAndWhatWasTypedStays() {
        var patient = patient("Leonie Marsh");
        open(Routes.recall(patient));
        test(note()).setValue("My own words");
        staff.doAs(
                "manager",
                () -> recalls.attempt(
                        patient,
                        recalls.reload(patient).orElseThrow().version(),
                        RecallResult.LEFT_MESSAGE,
                        LocalDate.of(2026, 12, 3),
                        "Their words"));
        test(button("No answer")).click();
        assertThat(screen())
                .contains("recorded “Left message” in the meantime", "Their words")
                .contains("what you typed is still here");
        assertThat(note().getValue()).isEqualTo("My own words");
        note().clear();
    }

    @Test
    @WithStaff("frontdesk")
    void whoIsBeingCalledShowsByWhom() {
        var patient = patient("Marisol Vega");
        staff.doAs(
                "manager",
                () -> recalls.claim(
                        patient, recalls.reload(patient).orElseThrow().version()));
        open(Routes.recall(patient));
        assertThat(screen()).contains("is calling, until");
        assertThat(find(Button.class).all()).noneMatch(button -> textOf(button).contains("No answer"));
        staff.doAs("manager", () -> recalls.release(patient));
        open(Routes.recall(patient));
        test(button("Start call")).click();
        assertThat(screen()).contains("You are calling, until");
        test(button("Stop")).click();
    }

    @Test
    @WithStaff("frontdesk")
    void decliningAsksForAReasonAndTakesThePatientOff() {
        var patient = patient("Beatriz Nunes");
        open(Routes.recall(patient));
        test(button("Declined…")).click();
        footerButton("Decline").click();
        Select<DeclineReason> why = find(Select.class).withLabel("Why").single();
        assertThat(why.getErrorMessage()).isEqualTo("Choose a reason");
        why.setValue(DeclineReason.COST);
        footerButton("Decline").click();
        assertThat(screen()).contains("Declined: Too expensive");
        assertThat(rows()).extracting(RecallRow::patient).doesNotContain(patient);
    }

    @Test
    @WithStaff("frontdesk")
    void thePatientsPageLeadsToTheBoard() {
        var patient = patient("Theo Lindgren");
        open(Routes.patient(patient));
        assertThat(screen()).contains("Recall", "2 attempts");
        assertThat(links()).contains(Routes.recall(patient));
    }

    private List<RecallRow> rows() {
        return board.findPage(new RecallFilter(RecallDue.ALL, null, null), null, 100);
    }

    private PatientId patient(String name) {
        return staff.as("frontdesk", this::rows).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .patient();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }

    private TextArea note() {
        return find(TextArea.class).withLabel("Note for colleagues").all().getFirst();
    }

    private Button button(String words) {
        return find(Button.class).all().stream()
                .filter(one -> textOf(one).contains(words))
                .findFirst()
                .orElseThrow();
    }

    private Button footerButton(String words) {
        return find(Dialog.class)
                .single()
                .getFooter()
                .getElement()
                .getChildren()
                .map(child -> child.getComponent().orElseThrow())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(one -> one.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private List<String> current() {
        return find(Anchor.class).all().stream()
                .filter(link -> "page".equals(link.getElement().getAttribute("aria-current")))
                .map(Anchor::getHref)
                .filter(address -> address.startsWith(Routes.RECALLS))
                .toList();
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
