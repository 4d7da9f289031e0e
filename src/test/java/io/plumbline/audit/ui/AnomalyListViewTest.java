package io.plumbline.audit.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.audit.anomalies.AnomalyRow;
import io.plumbline.audit.anomalies.AnomalyState;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.WithStaff;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The worklist of unusual accesses, and what else the auditor reaches from the trail. */
@DemoTest
class AnomalyListViewTest extends SpringBrowserlessTest {
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void oneAccessToDecideOn() {
        jdbc.sql("delete from audit_anomaly").update();
        jdbc.sql("""
                insert into audit_anomaly
                    (id, rule_name, staff_id, about_id, patient_id, first_at, last_at, accesses, state, note)
                select ?, 'SAME_FAMILY_NAME', s.id, p.id, p.id, timestamp '2026-11-20 10:30:15',
                    timestamp '2026-11-20 10:31:30', 2, 'OPEN', ''
                from staff_account s, patient p where s.username = 'frontdesk' and p.patient_number = 1""").param(Ids.bytes(Ids.next())).update();
    }

    @Test
    @SuppressWarnings("unchecked")
    @WithStaff("auditor")
    void anAccessIsDecidedWithANoteAndThenUnderItsFilter() {
        open(Routes.ANOMALIES);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.patientNumber()).isEqualTo("P-1");
            assertThat(row.username()).isEqualTo("frontdesk");
        });
        ((GridTester<Grid<AnomalyRow>, AnomalyRow>) test(find(Grid.class).single()))
                .invokeLitRendererFunction(0, 0, "decide");
        press("Decide");
        assertThat(decision().isInvalid()).isTrue();
        decision().setValue(AnomalyState.NOT_JUSTIFIED);
        press("Decide");
        assertThat(note().getErrorMessage()).isEqualTo("Say why, in a few words");
        test(note()).setValue("Looked up a cousin");
        press("Decide");
        assertThat(rows()).isEmpty();
        assertThat(list().getEmptyStateText()).contains("Nothing to decide on");
        open(Routes.ANOMALIES + "?show=not-justified");
        assertThat(find(Select.class).withLabel("Show").single().getValue()).isEqualTo(AnomalyState.NOT_JUSTIFIED);
        assertThat(rows()).extracting(AnomalyRow::note).containsExactly("Looked up a cousin");
        open(Routes.ANOMALIES + "?show=justified");
        assertThat(list().getEmptyStateText()).contains("Nothing yet");
    }

    @Test
    @WithStaff("auditor")
    void theTrailLeadsToTheAnomaliesAndExportsWhatItShowsForAReason() {
        open("audit?kind=patient.added");
        assertThat(find(Anchor.class).withText("Anomalies").all())
                .extracting(Anchor::getHref)
                .contains(Routes.ANOMALIES);
        test(find(Button.class).withText("Export…").single()).click();
        press("Export");
        assertThat(find(TextField.class)
                        .withLabel("Reason for the export")
                        .single()
                        .isInvalid())
                .isTrue();
    }

    private void press(String words) {
        Screen.answer(find(Dialog.class).single(), words);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<AnomalyState> decision() {
        return find(RadioButtonGroup.class).withLabel("Decision").single();
    }

    private TextArea note() {
        return find(TextArea.class).withLabel("Note").single();
    }

    private Grid<?> list() {
        return find(Grid.class).single();
    }

    private List<AnomalyRow> rows() {
        return rowsOf(list(), AnomalyRow.class);
    }
}
