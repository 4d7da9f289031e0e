package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadQueueFilter;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.leads.review.LeadReviewListService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.ReviewItem;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.node.JsonNodeFactory;

/** Clinical review of a lead. */
@StoreTest
class LeadReviewServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PublicIntake intake;

    @Autowired
    LeadService leads;

    @Autowired
    CallQueueService callQueue;

    @Autowired
    LeadReviewService reviews;

    @Autowired
    LeadReviewListService reviewList;

    String name;

    @BeforeEach
    void somebodyAnswersYes() {
        assertThat(group.west).isNotNull();
        name = "Must Not Wait " + UUID.randomUUID();
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("phone", "(602) 555-0163")
                .put("clinic", group.codeOf(group.west))
                .put("consent", true);
        request.putObject("safety").put("RF-CES-1", "yes").put("RF-FX-1", "no").put("RF-INF-1", "yes");
        staff.as("system", () -> intake.receive(RequestChannel.JSON, null, request, Sender.PERSON));
    }

    @Test
    void onlyChiropractorsSeeThePositiveSafetyAnswers() {
        assertThat(review().yes()).containsExactlyInAnyOrder("RF-CES-1", "RF-INF-1");
        assertThat(review().late()).isFalse();
        assertThat(lead().status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        assertThat(lead().toString()).doesNotContain("RF-CES-1", "RF-INF-1");
        for (var other : List.of("manager", "westdesk", "therapist")) {
            assertThatThrownBy(() -> staff.as(other, () -> reviewList.waiting(FlagFilter.ALL, null, 100)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void callersSeeLeadsInReviewWithTheirReviewerButCannotClaimThem() {
        assertThat(shown(LeadQueueFilter.CLINICAL_REVIEW)).singleElement().satisfies(row -> {
            assertThat(row.reviewedBy()).isNull();
            assertThat(row.claimedBy()).isNull();
        });
        assertThat(shown(LeadQueueFilter.UNCLAIMED)).isEmpty();
        var seen = review();
        staff.doAs("chiropractor", () -> reviews.take(seen.id(), seen.version()));
        assertThat(shown(LeadQueueFilter.CLINICAL_REVIEW)).singleElement().satisfies(row -> assertThat(row.reviewedBy())
                .isEqualTo("chiropractor"));
        assertThat(staff.as("westdesk", callQueue::countShown).get(LeadQueueFilter.CLINICAL_REVIEW))
                .isEqualTo(staff.as("westdesk", () -> callQueue.queue(LeadQueueFilter.CLINICAL_REVIEW, null, 500))
                        .size());
        var taken = review();
        staff.doAs(
                "chiropractor",
                () -> reviews.decide(taken.id(), taken.version(), ReviewOutcome.CLEARED, "Examined by phone"));
        assertThat(shown(LeadQueueFilter.CLINICAL_REVIEW)).isEmpty();
        assertThat(shown(LeadQueueFilter.UNCLAIMED)).hasSize(1);
    }

    @Test
    void aLeadInReviewCannotBeClaimedOrMarkedAsLost() {
        var lead = lead();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> leads.claim(lead.id(), lead.version())))
                .hasMessage("A chiropractor must review this lead first");
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk", () -> leads.lose(lead.id(), lead.version(), "No, this cannot be decided so")))
                .hasMessage("A chiropractor must review this lead first");
    }

    @Test
    void aReviewIsTakenOnceAndAClearedLeadReturnsToTheQueue() {
        var seen = review();
        staff.doAs("chiropractor", () -> reviews.take(seen.id(), seen.version()));
        assertThat(review().takenBy()).isEqualTo("chiropractor");
        assertThat(lead().isReviewTaken()).isTrue();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> reviews.take(seen.id(), seen.version())))
                .isInstanceOf(StaleVersion.class);
        var taken = review();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> reviews.take(taken.id(), taken.version())))
                .hasMessage("A colleague has already taken this lead");
        staff.doAs(
                "chiropractor",
                () -> reviews.decide(taken.id(), taken.version(), ReviewOutcome.CLEARED, "Examined by phone"));
        assertThat(lead().status()).isEqualTo(LeadStatus.NEW);
        assertThat(lead().isReviewTaken()).isFalse();
        assertThat(lead().followUp()).isNotNull();
        staff.doAs("westdesk", () -> leads.claim(taken.id(), lead().version()));
    }

    @Test
    void anEmergencyDecisionMarksTheLeadAsLostWithThatReason() {
        var seen = review();
        staff.doAs(
                "chiropractor",
                () -> reviews.decide(
                        seen.id(), seen.version(), ReviewOutcome.EMERGENCY, "Sent to the hospital at once"));
        var lost = staff.as("manager", () -> leads.open(seen.id())).orElseThrow();
        assertThat(lost.status()).isEqualTo(LeadStatus.LOST);
        assertThat(lost.lostReason()).isEqualTo("Emergency");
        assertThat(lost.followUp()).isNull();
        var version = lost.version();
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor",
                        () -> reviews.decide(
                                seen.id(), version, ReviewOutcome.CLEARED, "Entered a second time by a colleague")))
                .hasMessage("This lead is no longer in clinical review");
    }

    @Test
    void undoingADecisionAssignsTheReviewToItsChiropractorAgain() {
        var seen = review();
        staff.doAs(
                "chiropractor",
                () -> reviews.decide(seen.id(), seen.version(), ReviewOutcome.EMERGENCY, "Numb since this morning"));
        assertThat(staff.as("chiropractor", reviewList::decidedLately))
                .anyMatch(decision ->
                        decision.lead().equals(seen.id()) && decision.reason().equals("Numb since this morning"));
        assertThat(staff.as("manager", () -> leads.open(seen.id()))
                        .orElseThrow()
                        .toString())
                .as("why is clinical")
                .doesNotContain("Numb since this morning");
        staff.doAs("chiropractor", () -> reviews.undo(seen.id()));
        assertThat(review().takenBy()).isEqualTo("chiropractor");
        assertThat(review().level()).isEqualTo(FlagLevel.E);
        assertThat(lead().lostReason()).isNull();
        assertThat(staff.as("chiropractor", reviewList::decidedLately))
                .noneMatch(decision -> decision.lead().equals(seen.id()));
        assertThat(lead().steps()).extracting(LeadActivity::kind).contains(LeadActivity.Kind.REVIEW_UNDO);
    }

    @Test
    void aDecisionCannotBeUndoneOnceTheFrontDeskHasClaimedTheLead() {
        var seen = review();
        staff.doAs(
                "chiropractor",
                () -> reviews.decide(seen.id(), seen.version(), ReviewOutcome.CLEARED, "An old injury, long healed"));
        staff.doAs("westdesk", () -> leads.claim(seen.id(), lead().version()));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> reviews.undo(seen.id())))
                .hasMessage("This lead has changed since the decision, which can no longer be undone");
        assertThat(lead().status()).isEqualTo(LeadStatus.NEW);
    }

    @Test
    void reviewsArePagedByUrgencyThenByAge() {
        ask("Fever " + name, "RF-INF-1");
        ask("Numb " + name, "RF-CES-1");
        var all = staff.as("chiropractor", () -> reviewList.waiting(FlagFilter.ALL, null, 500));
        assertThat(all).isSortedAccordingTo(ReviewItem.ORDER);
        assertThat(all)
                .filteredOn(one -> one.fullName().endsWith(name))
                .extracting(LeadReview::fullName)
                .containsExactly(name, "Numb " + name, "Fever " + name);
        var paged = new ArrayList<LeadReview>();
        for (LeadReview last = null; ; last = paged.getLast()) {
            var after = last;
            var page = staff.as("chiropractor", () -> reviewList.waiting(FlagFilter.ALL, after, 2));
            paged.addAll(page);
            if (page.size() < 2) {
                break;
            }
        }
        assertThat(paged)
                .extracting(LeadReview::id)
                .containsExactlyElementsOf(all.stream().map(LeadReview::id).toList());
        var urgent =
                staff.as("chiropractor", () -> reviewList.waiting(new FlagFilter(FlagLevel.U, group.west), null, 500));
        assertThat(urgent)
                .extracting(LeadReview::fullName)
                .contains("Fever " + name)
                .doesNotContain(name);
        assertThat(staff.as("chiropractor", () -> reviewList.waiting(new FlagFilter(null, group.east), null, 500)))
                .extracting(LeadReview::fullName)
                .doesNotContain(name);
    }

    private void ask(String who, String yes) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", who)
                .put("phone", "(602) 555-0164")
                .put("clinic", group.codeOf(group.west))
                .put("consent", true);
        request.putObject("safety").put(yes, "yes");
        staff.as("system", () -> intake.receive(RequestChannel.JSON, null, request, Sender.PERSON));
    }

    private List<LeadRow> shown(LeadQueueFilter part) {
        return staff.as("westdesk", () -> callQueue.queue(part, null, 500)).stream()
                .filter(row -> row.fullName().equals(name))
                .toList();
    }

    private LeadReview review() {
        return staff.as("chiropractor", () -> reviewList.waiting(FlagFilter.ALL, null, 500)).stream()
                .filter(review -> review.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private LeadDetails lead() {
        LeadId id = staff.as("manager", () -> callQueue.queue(null, 500)).stream()
                .filter(row -> row.fullName().equals(name))
                .map(LeadRow::id)
                .findFirst()
                .orElseThrow();
        return staff.as("manager", () -> leads.open(id)).orElseThrow();
    }
}
