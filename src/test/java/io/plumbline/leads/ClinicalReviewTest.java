package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClinicalReviewTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(5));
    private static final StaffId CHIROPRACTOR = StaffId.next();
    private static final StaffId COLLEAGUE = StaffId.next();

    private final ClinicalReview review = new ClinicalReview();

    @Test
    void becomesMoreUrgentButNeverLess() {
        review.begin(FlagLevel.R, NOON);
        review.raise(FlagLevel.C);
        assertThat(review).hasFieldOrPropertyWithValue("level", FlagLevel.R);
        review.raise(FlagLevel.E);
        assertThat(review).hasFieldOrPropertyWithValue("level", FlagLevel.E);
    }

    @Test
    void isAssignedToOneChiropractorUntilItIsDecided() {
        review.begin(FlagLevel.U, NOON);
        review.take(CHIROPRACTOR, NOON);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review.take(COLLEAGUE, LATER))
                .withMessage("A colleague has already taken this lead");
        review.decide(decision(CHIROPRACTOR, LATER));
        review.take(COLLEAGUE, LATER);
        assertThat(review).hasFieldOrPropertyWithValue("takenBy", COLLEAGUE);
    }

    @Test
    void isAssignedAgainToTheChiropractorWhoUndoesTheLastDecision() {
        review.decide(decision(COLLEAGUE, NOON));
        review.decide(decision(CHIROPRACTOR, LATER));
        var at = LATER.plusSeconds(30);
        assertThat(review.undo(CHIROPRACTOR, at, CHIROPRACTOR, LATER)).isEqualTo(LeadStatus.ATTEMPTING);
        assertThat(review)
                .hasFieldOrPropertyWithValue("takenBy", CHIROPRACTOR)
                .hasFieldOrPropertyWithValue("takenAt", at);
    }

    @Test
    void cannotBeUndoneOnceSomebodyHasWorkedOnTheLead() {
        review.decide(decision(CHIROPRACTOR, NOON));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review.undo(CHIROPRACTOR, LATER, COLLEAGUE, NOON))
                .withMessage("This lead has changed since the decision, which can no longer be undone");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review.undo(CHIROPRACTOR, LATER, CHIROPRACTOR, LATER));
        assertThat(review).hasFieldOrPropertyWithValue("takenBy", null);
    }

    @Test
    void cannotBeUndoneBeforeADecision() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review.undo(CHIROPRACTOR, LATER, CHIROPRACTOR, NOON))
                .withMessage("This lead has no decision to undo");
    }

    private static LeadReviewDecision decision(StaffId by, Instant at) {
        return new LeadReviewDecision(ReviewOutcome.CLEARED, "Examined", LeadStatus.ATTEMPTING, by, at);
    }
}
