package io.plumbline.safety.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.dom.Element;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.safety.ClearanceFinding;
import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.Examiner;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.FlagToTake;
import io.plumbline.safety.OutsideDocument;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.ReviewQueue;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Flags on the screen: seen, decided, and a decision undone. */
@DemoTest
class FlagListViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PlanService plans;

    @Autowired
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Autowired
    ReviewQueue reviewQueue;

    @Test
    @WithStaff("chiropractor")
    void aRefusedExaminationDateIsReportedAtItsField() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        open(Routes.flag(flag.id().value()));
        @SuppressWarnings("unchecked")
        RadioButtonGroup<FlagStatus> decision =
                find(RadioButtonGroup.class).withLabel("Decision").single();
        decision.setValue(FlagStatus.CLEARED);
        examinedBySomebodyElse();
        finding().setValue(ClearanceFinding.SCREENED_BY_MISTAKE);
        find(TextArea.class).withLabel("What was meant").single().setValue("He meant the years before");
        var examinedOn = find(DatePicker.class).withLabel("Examined on").single();
        examinedOn.setValue(LocalDate.of(2028, 1, 3));
        test(reason()).setValue("Examined by a physician");
        footerButton("Decide").click();
        assertThat(examinedOn.isInvalid()).isTrue();
        assertThat(examinedOn.getErrorMessage()).contains("The examination date is in the future");
        assertThat(textOf(find(Dialog.class).single())).doesNotContain("is in the future");
    }

    @Test
    @WithStaff("chiropractor")
    void aRefusedMonitoringDateIsReportedAtItsField() {
        open(Routes.FLAGS);
        var flag = flags().stream()
                .filter(row -> !row.level().isHold())
                .findFirst()
                .orElseThrow();
        open(Routes.flag(flag.id().value()));
        @SuppressWarnings("unchecked")
        RadioButtonGroup<FlagStatus> decision =
                find(RadioButtonGroup.class).withLabel("Decision").single();
        decision.setValue(FlagStatus.MONITORED);
        var until = find(DatePicker.class).withLabel("Monitor until").single();
        test(reason()).setValue("Watched until the next visit");
        for (var day : List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2028, 1, 3))) {
            until.setValue(day);
            footerButton("Decide").click();
            assertThat(until.isInvalid()).isTrue();
            assertThat(textOf(find(Dialog.class).single())).doesNotContain(until.getErrorMessage());
        }
        assertThat(until.getErrorMessage()).isEqualTo("A flag can be monitored for at most 90 days");
    }

    @Test
    @WithStaff("chiropractor")
    void theNavigationBadgeFollowsTheUsersDecisionAtOnce() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        open(Routes.flag(flag.id().value()));
        @SuppressWarnings("unchecked")
        RadioButtonGroup<FlagStatus> decision =
                find(RadioButtonGroup.class).withLabel("Decision").single();
        decision.setValue(FlagStatus.REFERRED);
        test(reason()).setValue("To the family physician");
        footerButton("Decide").click();
        var waiting = reviewQueue.count();
        assertThat(flagsInNavigation()).isEqualTo(waiting == 0 ? "" : String.valueOf(waiting));
        named("Undo: Referred, " + flag.flag() + ", " + flag.patientName())
                .getFirst()
                .click();
        assertThat(flagsInNavigation()).isEqualTo(String.valueOf(waiting + 1));
    }

    private String flagsInNavigation() {
        roundTrip();
        var suffix = find(SideNavItem.class).all().stream()
                .filter(item -> item.getLabel().equals("Red flags"))
                .findFirst()
                .orElseThrow()
                .getSuffixComponent();
        return suffix == null ? "" : suffix.getElement().getTextRecursively().strip();
    }

    @Test
    @WithStaff("chiropractor")
    void theRedFlagFilterIsInTheAddress() {
        open(Routes.FLAGS + "?level=u");
        assertThat(level().getValue()).isEqualTo(FlagLevel.U);
        assertThat(flags()).isNotEmpty().allMatch(row -> row.level() == FlagLevel.U);
        open(Routes.FLAGS);
        assertThat(level().getValue()).isNull();
        assertThat(flags()).extracting(FlagRow::level).contains(FlagLevel.U, FlagLevel.R);
        open(Routes.FLAGS + "?level=none&clinic=nowhere");
        assertThat(flags()).as("what names nothing filters nothing").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @WithStaff("chiropractor")
    void flagsAndLeadsAreOneListByLevelAndOnlyAnEmergencyHasAFilledDecision() {
        open(Routes.FLAGS);
        var list = find(Grid.class).single();
        var rows = rowsOf(list, ReviewItem.class);
        assertThat(rows).isSortedAccordingTo(ReviewItem.ORDER);
        @SuppressWarnings("unchecked")
        var renderer = (LitRenderer<ReviewItem>)
                ((Grid<ReviewItem>) list).getColumns().getFirst().getRenderer();
        assertThat(rows).allSatisfy(row -> assertThat(
                        renderer.getValueProviders().get("isEmergency").apply(row))
                .isEqualTo(row.level() == FlagLevel.E));
    }

    @Test
    @WithStaff("chiropractor")
    void anAcknowledgedFlagShowsByWhomAndStaysOnTheList() {
        open(Routes.FLAGS);
        var other = flags().getFirst();
        screening.raise(other.patient(), other.clinic(), Map.of("RF-MOOD", ScreeningAnswer.YES));
        open(Routes.FLAGS);
        var unseen = flags().stream()
                .filter(row ->
                        row.patient().equals(other.patient()) && !row.id().equals(other.id()))
                .filter(row -> row.status() == FlagStatus.RAISED)
                .max(Comparator.comparing(FlagRow::raisedAt))
                .orElseThrow();
        open(Routes.patient(unseen.patient()));
        test(named("Acknowledge: " + unseen.flag() + ", " + unseen.patientName())
                        .getFirst())
                .click();
        assertThat(screen()).containsPattern("Acknowledged by (Dr\\. )?Ada Novak, 10:\\d\\d");
        assertThat(named("Acknowledge: " + unseen.flag() + ", " + unseen.patientName()))
                .isEmpty();
        open(Routes.FLAGS);
        var seen = flags().stream()
                .filter(row -> row.id().equals(unseen.id()))
                .findFirst()
                .orElseThrow();
        assertThat(seen.status()).isEqualTo(FlagStatus.ACKNOWLEDGED);
        safety.decide(
                seen.id(),
                seen.version(),
                FlagDecision.cleared(
                        "Her physician talked with her",
                        EvidenceDraft.inWords(
                                        new Examiner.Named("Dr. Lena Ortiz", "family physician"),
                                        LocalDate.of(2026, 11, 24),
                                        "No thoughts of self-harm")
                                .with(ClearanceFinding.SCREENED_BY_MISTAKE, null)
                                .from("Ortiz Family Practice", OutsideDocument.ASKED)));
    }

    @Test
    @WithStaff("chiropractor")
    void theDecisionDialogShowsTheFindingAndTheEffectOfTheDecision() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        open(Routes.flag(flag.id().value()));
        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo(flag.flag() + ", " + flag.patientName());
        var said = textOf(dialog);
        assertThat(said)
                .contains(flag.found().question(), "Raised by " + flag.found().by());
        assertThat(said).containsPattern("Nothing is booked|still booked");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<FlagStatus> decision =
                find(RadioButtonGroup.class).withLabel("Decision").single();
        decision.setValue(FlagStatus.REFERRED);
        assertThat(textOf(dialog)).contains("The hold stays until the flag is cleared with evidence");
        decision.setValue(FlagStatus.CLEARED);
        examinedBySomebodyElse();
        assertThat(textOf(dialog)).contains("Ends this hold: ");
        examiner().clear();
        footerButton("Decide").click();
        assertThat(examiner().getErrorMessage()).isEqualTo("Say who examined the patient");
        assertThat(find(DatePicker.class).withLabel("Examined on").single().getErrorMessage())
                .isEqualTo("Choose the day of the examination");
    }

    @Test
    @WithStaff("chiropractor")
    void aDecisionIsUndoneFromTheRecentDecisionsAndFromTheNotification() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        var undo = "Undo: Referred, " + flag.flag() + ", " + flag.patientName();
        for (var where : List.of(Notification.class, Main.class)) {
            open(Routes.flag(flag.id().value()));
            @SuppressWarnings("unchecked")
            RadioButtonGroup<FlagStatus> decision =
                    find(RadioButtonGroup.class).withLabel("Decision").single();
            decision.setValue(FlagStatus.REFERRED);
            test(reason()).setValue("To the physician this week");
            footerButton("Decide").click();
            assertThat(flags()).extracting(FlagRow::id).doesNotContain(flag.id());
            assertThat(named(undo)).as("in the list and in the toast").hasSize(2);
            named(undo).stream()
                    .filter(button -> isIn(button, where))
                    .findFirst()
                    .orElseThrow()
                    .click();
            assertThat(flags()).extracting(FlagRow::id).contains(flag.id());
            assertThat(named(undo)).noneMatch(button -> isIn(button, Main.class));
        }
        open(Routes.patient(flag.patient()));
        assertThat(screen()).contains("decision undone");
    }

    @Test
    @WithStaff("chiropractor")
    void closingAnUnsavedDecisionAsksForConfirmation() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        open(Routes.patient(flag.patient()));
        test(named("Decide: " + flag.flag() + ", " + flag.patientName()).getFirst())
                .click();
        test(reason()).setValue("Seen by a physician");
        footerButton("Cancel").click();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
        assertThat(reason().getValue()).isEqualTo("Seen by a physician");
    }

    private static boolean isIn(Component component, Class<?> container) {
        return Stream.iterate(Optional.of(component), Optional::isPresent, one -> one.flatMap(Component::getParent))
                .anyMatch(one -> container.isInstance(one.orElseThrow()));
    }

    private PlanStatus status(PlanId plan) {
        return staff.as("chiropractor", () -> plans.open(plan)).orElseThrow().status();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    /** The buttons at the foot of a dialog are in a slot of their own, which a search for components leaves out. */
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

    private List<Button> named(String label) {
        return find(Button.class).all().stream()
                .filter(button -> label.equals(button.getAriaLabel().orElse("")))
                .toList();
    }

    private void examinedBySomebodyElse() {
        examiner().setValue(ExaminerOption.SOMEBODY_ELSE);
        find(TextField.class).withLabel("Name").single().setValue("Dr. Lena Ortiz");
        find(TextField.class).withLabel("Role, such as profession").single().setValue("family physician");
        find(TextField.class).withLabel("Where").single().setValue("Ortiz Family Practice");
        paper().setValue(EvidenceFields.Paper.ASKED);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ExaminerOption> examiner() {
        return find(ComboBox.class).withLabel("Examined by").single();
    }

    @SuppressWarnings("unchecked")
    private Select<ClearanceFinding> finding() {
        return find(Select.class).withLabel("What was found").single();
    }

    @SuppressWarnings("unchecked")
    private Select<EvidenceFields.Paper> paper() {
        return find(Select.class).withLabel("Document of the examination").single();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
    }

    @SuppressWarnings("unchecked")
    private Select<FlagLevel> level() {
        return find(Select.class).withLabel("Level").single();
    }

    @Test
    @WithStaff("farid")
    void aChiropractorOfTheClinicSeesTheEmergenciesOfAllItsPatientsByNameAlone() {
        open(Routes.FLAGS);
        var rows = rowsOf(find(Grid.class).single(), ReviewItem.class);
        var others = rows.stream().filter(FlagToTake.class::isInstance).toList();
        assertThat(others).extracting(ReviewItem::personName).contains("Carmen Ibáñez");
        assertThat(others).extracting(ReviewItem::level).containsOnly(FlagLevel.E, FlagLevel.U);
        var carmen = others.stream()
                .filter(row -> row.personName().equals("Carmen Ibáñez"))
                .findFirst()
                .orElseThrow();
        open(Routes.flag(carmen.key()));
        assertThat(find(Dialog.class).exists()).as("an address takes nothing").isFalse();
        assertThat(screen()).doesNotContain("saddle", "bladder");
    }

    private List<FlagRow> flags() {
        return rowsOf(find(Grid.class).single(), ReviewItem.class).stream()
                .filter(FlagRow.class::isInstance)
                .map(FlagRow.class::cast)
                .toList();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
