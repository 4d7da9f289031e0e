package io.plumbline.leads.ui.review;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.leads.review.LeadReviewListService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.ReviewQueue;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/** Leads in clinical review on the chiropractor's screens: one list with the red flags, decided with a reason, undone. */
@DemoTest
class LeadsToReviewTest extends SpringBrowserlessTest {
    @Autowired
    PublicIntake intake;

    @Autowired
    LeadReviewListService reviews;

    @Autowired
    LeadService leads;

    @Autowired
    ReviewQueue queue;

    @Autowired
    List<NavBadge> badges;

    @Autowired
    Staff staff;

    @BeforeEach
    void twoAnswerYes() {
        if (found("Feverish Person") == null) {
            ask("Feverish Person", "RF-INF-1");
            ask("Numb Person", "RF-CES-1");
        }
    }

    @Test
    @WithStaff("chiropractor")
    void redFlagsAndLeadReviewsAreOneListByLevelThenByAge() {
        open(Routes.FLAGS);
        var rows = rows();
        assertThat(rows).isSortedAccordingTo(ReviewItem.ORDER);
        assertThat(rows).hasAtLeastOneElementOfType(FlagRow.class).hasAtLeastOneElementOfType(LeadReview.class);
        assertThat(rows)
                .filteredOn(row -> row.personName().equals("Numb Person"))
                .extracting(ReviewItem::level)
                .containsExactly(FlagLevel.E);
        assertThat(rows).extracting(ReviewItem::personName).containsSubsequence("Numb Person", "Feverish Person");
        open(Routes.FLAGS + "?level=u");
        assertThat(rows()).isNotEmpty().allMatch(row -> row.level() == FlagLevel.U);
        assertThat(rows()).extracting(ReviewItem::personName).contains("Feverish Person");
    }

    @Test
    @WithStaff("chiropractor")
    void startPageAndBadgeIncludeLeadReviewsMostUrgentFirst() {
        open(Routes.START);
        assertThat(textOf(find(Main.class).single()))
                .as("three of each kind, the most urgent first")
                .containsSubsequence("Red flags and leads to review", "E · Emergency · ", "E · Emergency · Lead: ");
        var all = queue.page(FlagFilter.ALL, null, 500);
        assertThat(queue.count()).isEqualTo(all.size());
        assertThat(badges.stream()
                        .filter(badge -> badge.place().equals(Routes.FLAGS))
                        .map(badge -> badge.waiting().count()))
                .containsExactly((long) all.size());
    }

    @Test
    @WithStaff("chiropractor")
    void aLeadReviewIsDecidedWithAReasonAndUndoneFromTheRecentDecisions() {
        var lead = found("Numb Person");
        open(Routes.flag(lead.key()));
        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Decide: Numb Person");
        assertThat(textOf(dialog)).contains("inner thighs? Yes", "480-555-0190");
        answer(dialog, "Decide");
        assertThat(decision().getErrorMessage()).isEqualTo("Choose a decision for this lead");
        decision().setValue(ReviewOutcome.EMERGENCY);
        assertThat(textOf(dialog)).contains("Nobody calls them.");
        answer(dialog, "Decide");
        assertThat(reason().getErrorMessage()).isEqualTo("Enter a reason; it is kept with the lead");
        assertThat(status(lead)).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        test(reason()).setValue("Sent to the emergency department");
        answer(dialog, "Decide");
        assertThat(dialog.isOpened()).isFalse();
        assertThat(status(lead)).isEqualTo(LeadStatus.LOST);
        assertThat(rows()).extracting(ReviewItem::personName).doesNotContain("Numb Person");
        assertThat(textOf(find(Main.class).single())).contains("Emergency");
        find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().equals(Optional.of("Undo: Emergency, Numb Person")))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(status(lead)).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        assertThat(rows()).extracting(ReviewItem::personName).contains("Numb Person");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<ReviewOutcome> decision() {
        return find(RadioButtonGroup.class).withLabel("Decision").single();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
    }

    private List<ReviewItem> rows() {
        return rowsOf(find(Grid.class).single(), ReviewItem.class);
    }

    private LeadStatus status(LeadReview lead) {
        return staff.as("manager", () -> leads.open(lead.id())).orElseThrow().status();
    }

    private LeadReview found(String name) {
        return staff.as("chiropractor", () -> reviews.waiting(FlagFilter.ALL, null, 500)).stream()
                .filter(lead -> lead.fullName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void ask(String name, String yes) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("phone", "(480) 555-0190")
                .put("clinic", "harbour")
                .put("consent", true);
        request.putObject("safety").put(yes, "yes");
        staff.as("system", () -> intake.receive(RequestChannel.JSON, null, request, Sender.PERSON));
    }
}
