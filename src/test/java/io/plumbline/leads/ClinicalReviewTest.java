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
    void getsMoreUrgentAndNeverLess() {
        review.begin(FlagLevel.R, NOON);
        review.raise(FlagLevel.C);
        assertThat(review).hasFieldOrPropertyWithValue("level", FlagLevel.R);
        review.raise(FlagLevel.E);
        assertThat(review).hasFieldOrPropertyWithValue("level", FlagLevel.E);
    }

    @Test
    void isTakenByOneChiropractorUntilItIsDecided() {
        review.begin(FlagLevel.U, NOON);
        review.take(CHIROPRACTOR, NOON);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review.take(COLLEAGUE, LATER))
                .withMessage("A colleague looks after this person already");
        review.decide(decision(CHIROPRACTOR, LATER));
        review.take(COLLEAGUE, LATER);
        assertThat(review).hasFieldOrPropertyWithValue("takenBy", COLLEAGUE);
    }

    @Test
    void isTakenAgainByWhoUndoesTheLastDecision() {
        review.decide(decision(COLLEAGUE, NOON));
        review.decide(decision(CHIROPRACTOR, LATER));
        var at = LATER.plusSeconds(30);
        assertThat(review.undo(CHIROPRACTOR, at, CHIROPRACTOR, LATER)).isEqualTo(LeadStatus.ATTEMPTING);
        assertThat(review)
                .hasFieldOrPropertyWithValue("takenBy", CHIROPRACTOR)
                .hasFieldOrPropertyWithValue("takenAt", at);
    }

    @Test
    void keepsADecisionOnceSomebodyHasWorkedOnTheLead() {
        review.decide(decision(CHIROPRACTOR, NOON));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review.undo(CHIROPRACTOR, LATER, COLLEAGUE, NOON))
                .withMessage("Somebody has worked on this lead since: it cannot be undone any more");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review.undo(CHIROPRACTOR, LATER, CHIROPRACTOR, LATER));
        assertThat(review).hasFieldOrPropertyWithValue("takenBy", null);
    }

    @Test
    void hasNothingToUndoBeforeADecision() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> review.undo(CHIROPRACTOR, LATER, CHIROPRACTOR, NOON))
                .withMessage("This lead has no decision");
    }

    private static LeadReviewDecision decision(StaffId by, Instant at) {
        return new LeadReviewDecision(ReviewOutcome.CLEARED, "Examined", LeadStatus.ATTEMPTING, by, at);
    }
}
