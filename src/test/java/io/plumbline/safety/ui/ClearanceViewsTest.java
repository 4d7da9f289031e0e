package io.plumbline.safety.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import io.plumbline.safety.ClearanceChoices;
import io.plumbline.safety.ClearanceFinding;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.Examiner;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clearing an emergency flag on the screen: what it asks, the proposal, and the second clinician. */
@DemoTest
class ClearanceViewsTest extends SpringBrowserlessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String FOUND = "Sensation and reflexes are normal";
    private static final String REASON = "Examined, and nothing was found";

    @Autowired
    Staff staff;

    @Autowired
    SafetyService safety;

    @Autowired
    ClearanceService clearances;

    @Autowired
    ScreeningService screening;

    @Test
    @WithStaff("chiropractor")
    void aFindingOfAClinicianIsProposedShownAndWithdrawn() {
        var flag = emergency("RF-CES-1");
        open(Routes.flag(flag.id().value()));
        decision().setValue(FlagStatus.CLEARED);
        assertThat(dialog()).contains("An outside examiner's finding clears it at once", "confirmed by a second one");
        footerButton("Decide").click();
        assertThat(examiner().getErrorMessage()).isEqualTo("Say who examined the patient");
        var me = CurrentUser.current();
        examiner().setValue(new ExaminerOption(me.displayName(), new Examiner.OfStaff(me.staff())));
        assertThat(dialog()).contains("The hold stays until a second clinician confirms it");
        assertThat(isShown("Name")).as("an examiner of the staff").isFalse();
        assertThat(isShown("Where")).isFalse();
        finding().setValue(ClearanceFinding.NORMAL_EXAMINATION);
        findingWords().setValue(".");
        var examinedOn = find(DatePicker.class).withLabel("Examined on").single();
        examinedOn.setValue(TODAY.minusDays(4));
        test(reason()).setValue(REASON);
        footerButton("Decide").click();
        assertThat(examinedOn.isInvalid()).as("before the flag").isTrue();
        examinedOn.setValue(TODAY);
        footerButton("Decide").click();
        assertThat(findingWords().getErrorMessage()).contains("needs at least 15 letters");
        assertThat(findingWords().getValue()).as("nothing typed is lost").isEqualTo(".");
        findingWords().setValue(FOUND);
        footerButton("Decide").click();
        assertThat(find(Dialog.class).exists()).isFalse();
        var proposed = rows().stream()
                .filter(row -> row.id().equals(flag.id()))
                .findFirst()
                .orElseThrow();
        assertThat(proposed.proposed()).isNotNull();
        open(Routes.patient(flag.patient()));
        assertThat(screen())
                .contains("Waits for a second clinician", "waits for a second clinician", FOUND, "Dr. Ada Novak");
        open(Routes.flag(flag.id().value()));
        assertThat(dialog()).contains("Proposed to be cleared by", FOUND, REASON);
        footerButton("Withdraw").click();
        assertThat(detailsOf(flag).waitsForSecond()).isFalse();
        assertThat(detailsOf(flag).holds()).isTrue();
    }

    @Test
    @WithStaff("farid")
    void aSecondClinicianConfirmsAndMayUndo() {
        var flag = proposedByAda("RF-CES-3");
        open(Routes.flag(flag.id().value()));
        assertThat(dialog())
                .contains("Proposed to be cleared by Dr. Ada Novak", FOUND, "The hold ends when you confirm");
        footerButton("Confirm").click();
        assertThat(detailsOf(flag).status()).isEqualTo(FlagStatus.CLEARED);
        find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").startsWith("Undo: Cleared, " + flag.flag()))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(detailsOf(flag).waitsForSecond()).isTrue();
        assertThat(detailsOf(flag).holds()).isTrue();
    }

    @Test
    @WithStaff("farid")
    void aSecondClinicianRefusesWithAReason() {
        var flag = proposedByAda("RF-CHEST-1");
        open(Routes.flag(flag.id().value()));
        test(button("Refuse…")).click();
        test(reason()).setValue("x");
        footerButton("Refuse").click();
        assertThat(reason().getErrorMessage() + dialog()).contains("needs at least 15 letters");
        test(reason()).setValue("He still has pain in the chest");
        footerButton("Refuse").click();
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(detailsOf(flag).waitsForSecond()).isFalse();
        assertThat(detailsOf(flag).holds()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void theFieldsFollowTheExaminerAndTheFinding() {
        var flag = emergency("RF-CES-2");
        open(Routes.flag(flag.id().value()));
        decision().setValue(FlagStatus.CLEARED);
        examiner().setValue(ExaminerOption.SOMEBODY_ELSE);
        assertThat(isShown("Name") && isShown("Role, such as profession") && isShown("Where"))
                .isTrue();
        finding().setValue(ClearanceFinding.IMAGING_WITHOUT_COMPRESSION);
        assertThat(find(DatePicker.class).withLabel("Day of the imaging").exists())
                .isTrue();
        finding().setValue(ClearanceFinding.TREATED_IN_HOSPITAL);
        assertThat(find(DatePicker.class).withLabel("Day of the discharge").exists())
                .isTrue();
        finding().setValue(ClearanceFinding.SCREENED_BY_MISTAKE);
        assertThat(find(TextArea.class).withLabel("What was meant").exists()).isTrue();
        footerButton("Decide").click();
        assertThat(find(Select.class)
                        .withLabel("Document of the examination")
                        .single()
                        .isInvalid())
                .isTrue();
        assertThat(finding().getListDataView().getItems()).hasSize(4);
    }

    @Test
    @WithStaff("chiropractor")
    void whoIsAloneIsToldTheOnlyWay() {
        var choices = new ClearanceChoices(
                FlagLevel.E, List.of(ClearanceFinding.SCREENED_BY_MISTAKE), List.of(), true, null, TODAY, List.of());
        assertThat(new EvidenceFields(clearances, choices, () -> {}).effect())
                .isEqualTo("You are the only clinician here who may clear it: an outside examiner's finding is the only"
                        + " way.");
    }

    /** An emergency flag of a patient of the first clinic, whom two chiropractors of it may clear. */
    private FlagRow emergency(String rule) {
        open(Routes.FLAGS);
        var known = rows().stream()
                .filter(row -> clearances.choices(row.id()).clinicians().size() > 1)
                .max(Comparator.comparing(FlagRow::raisedAt))
                .orElseThrow();
        screening.raise(known.patient(), known.clinic(), Map.of(rule, ScreeningAnswer.YES));
        var id = safety.findByPatient(known.patient()).stream()
                .filter(one -> one.found().rule().equals(rule) && one.holds())
                .findFirst()
                .orElseThrow()
                .id();
        open(Routes.FLAGS);
        return rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private FlagRow proposedByAda(String rule) {
        return staff.as("chiropractor", () -> {
            var known = safety.firstOpen(200).rows().stream()
                    .filter(FlagRow.class::isInstance)
                    .map(FlagRow.class::cast)
                    .filter(row -> clearances.choices(row.id()).clinicians().stream()
                            .anyMatch(one -> one.name().equals("Dr. Farid Nasser")))
                    .findFirst()
                    .orElseThrow();
            screening.raise(known.patient(), known.clinic(), Map.of(rule, ScreeningAnswer.YES));
            var flag = safety.openOf(List.of(known.patient()), 50).stream()
                    .filter(row -> row.found().rule().equals(rule))
                    .findFirst()
                    .orElseThrow();
            var me = new Examiner.OfStaff(CurrentUser.current().staff());
            var evidence = EvidenceDraft.inWords(me, TODAY, FOUND).with(ClearanceFinding.SCREENED_BY_MISTAKE, null);
            safety.decide(flag.id(), flag.version(), FlagDecision.cleared(REASON + ", " + rule, evidence));
            return (FlagRow) safety.open(flag.id()).orElseThrow();
        });
    }

    private FlagDetails detailsOf(FlagRow flag) {
        return detailsOf(flag.id(), safety.findByPatient(flag.patient()));
    }

    private static FlagDetails detailsOf(FlagId id, List<FlagDetails> flags) {
        return flags.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<FlagRow> rows() {
        return rowsOf(find(Grid.class).single(), ReviewItem.class).stream()
                .filter(FlagRow.class::isInstance)
                .map(FlagRow.class::cast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<FlagStatus> decision() {
        return find(RadioButtonGroup.class).withLabel("Decision").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ExaminerOption> examiner() {
        return find(ComboBox.class).withLabel("Examined by").single();
    }

    @SuppressWarnings("unchecked")
    private Select<ClearanceFinding> finding() {
        return find(Select.class).withLabel("What was found").single();
    }

    private TextArea findingWords() {
        return find(TextArea.class).withLabel("What was examined and found").single();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
    }

    private boolean isShown(String label) {
        return find(TextField.class).withLabel(label).exists();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private Button footerButton(String text) {
        return find(Dialog.class)
                .single()
                .getElement()
                .getChildren()
                .flatMap(Element::getChildren)
                .flatMap(element -> element.getComponent().stream())
                .filter(part ->
                        part instanceof Button button && button.getText().equals(text))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String dialog() {
        return textOf(find(Dialog.class).single());
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
