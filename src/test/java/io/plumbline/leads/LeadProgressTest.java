package io.plumbline.leads;

import static io.plumbline.leads.LeadStatus.ATTEMPTING;
import static io.plumbline.leads.LeadStatus.CLINICAL_REVIEW;
import static io.plumbline.leads.LeadStatus.CONSULTATION_BOOKED;
import static io.plumbline.leads.LeadStatus.CONSULTATION_HELD;
import static io.plumbline.leads.LeadStatus.CONTACTED;
import static io.plumbline.leads.LeadStatus.LOST;
import static io.plumbline.leads.LeadStatus.MERGED;
import static io.plumbline.leads.LeadStatus.NEW;
import static io.plumbline.leads.LeadStatus.NURTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadProgressTest {
    private static final Instant NINE = Instant.parse("2026-03-04T16:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final NextFollowUp AT_NINE = followUp(NINE);
    private static final NextFollowUp AT_TEN = followUp(TEN);
    private static final LeadProgress RECEIVED = LeadProgress.asNew(AT_NINE);

    @ParameterizedTest
    @EnumSource
    void hasANextFollowUpIfAndOnlyIfItIsOpen(LeadStatus status) {
        var wrong = status.isOpen() ? null : AT_TEN;
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> RECEIVED.standAt(status, wrong));
        var right = status.isOpen() ? AT_TEN : null;
        assertThat(RECEIVED.standAt(status, right).nextFollowUp()).isEqualTo(right);
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "ATTEMPTING", "CONTACTED", "CONSULTATION_HELD"})
    void isRescheduledIfItsFollowUpDependsOnBusinessHours(LeadStatus status) {
        var progress = RECEIVED.standAt(status, AT_NINE);
        assertThat(progress.isCountedByHours()).isTrue();
        assertThat(progress.reschedule(AT_TEN, NINE).nextFollowUp()).isEqualTo(AT_TEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"NURTURE", "CONSULTATION_BOOKED", "CLINICAL_REVIEW"})
    void keepsADateThatDoesNotDependOnBusinessHours(LeadStatus status) {
        var progress = RECEIVED.standAt(status, AT_NINE);
        assertThat(progress.isCountedByHours()).isFalse();
        assertThat(progress.reschedule(AT_TEN, NINE)).isEqualTo(progress);
    }

    @Test
    void staysOverdueWhenBusinessHoursChange() {
        assertThat(RECEIVED.reschedule(AT_TEN, AT_NINE.overdueAt())).isEqualTo(RECEIVED);
    }

    @Test
    void isMovedEarlierByANewRequestButNeverLater() {
        var later = RECEIVED.standAt(ATTEMPTING, AT_TEN);
        assertThat(later.bringForward(AT_NINE).nextFollowUp()).isEqualTo(AT_NINE);
        assertThat(RECEIVED.bringForward(AT_TEN)).isEqualTo(RECEIVED);
        var inReview = RECEIVED.review(AT_TEN);
        assertThat(inReview.bringForward(AT_NINE)).isEqualTo(inReview);
    }

    @Test
    void staysBookedAfterACallUnlessThePersonDeclines() {
        var booked = RECEIVED.standAt(CONSULTATION_BOOKED, AT_TEN);
        assertThat(booked.called(Call.of(CallOutcome.NO_ANSWER), AT_NINE)).isEqualTo(booked);
        var declined = booked.called(Call.notInterested("", "Lives too far away to come"), null);
        assertThat(declined.status()).isEqualTo(LOST);
        assertThat(declined.lostReason()).isEqualTo("Lives too far away to come");
        assertThat(booked.called(Call.of(CallOutcome.STOP_CONTACTING), null).lostReason())
                .isEqualTo("Stop contacting");
    }

    @Test
    void cannotBeCalledInReviewOrOnceMerged() {
        var call = Call.of(CallOutcome.REACHED);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RECEIVED.review(AT_TEN).called(call, AT_TEN))
                .withMessage("A chiropractor must review this lead first");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RECEIVED.merge().called(call, AT_TEN))
                .withMessage("This lead is merged into another lead of the same person. Log the call there");
    }

    @Test
    void isInNurtureUntilALaterMoment() {
        assertThat(RECEIVED.nurture(AT_TEN, NINE).status()).isEqualTo(NURTURE);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RECEIVED.nurture(AT_TEN, TEN))
                .withMessage("Choose a day in the future");
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "ATTEMPTING", "CONTACTED"})
    void returnsFromReviewToItsPreviousStatusAndCountsFromThen(LeadStatus before) {
        var inReview = RECEIVED.standAt(before, AT_NINE).review(AT_TEN);
        assertThat(inReview.status()).isEqualTo(CLINICAL_REVIEW);
        assertThat(inReview.returnsTo()).isEqualTo(before);
        var cleared = inReview.reviewed(ReviewOutcome.CLEARED, AT_TEN, TEN);
        assertThat(cleared.status()).isEqualTo(before);
        assertThat(cleared.statusBefore()).isNull();
        assertThat(cleared.countedFrom()).isEqualTo(TEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFERRED_OUT", "EMERGENCY"})
    void isLostByAnyOtherDecisionAndReturnsToReviewWhenUndone(ReviewOutcome outcome) {
        var lost = RECEIVED.review(AT_TEN).reviewed(outcome, null, TEN);
        assertThat(lost.status()).isEqualTo(LOST);
        assertThat(lost.lostReason()).isEqualTo(outcome.label());
        assertThat(lost.countedFrom()).isNull();
        var again = lost.reviewAgain(NEW, AT_TEN);
        assertThat(again.status()).isEqualTo(CLINICAL_REVIEW);
        assertThat(again.returnsTo()).isEqualTo(NEW);
        assertThat(again.lostReason()).isNull();
    }

    @Test
    void isDecidedOnlyInReview() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RECEIVED.reviewed(ReviewOutcome.CLEARED, AT_TEN, TEN))
                .withMessage("This lead is no longer in clinical review");
    }

    @Test
    void returnsToItsPreviousStatusWhenUnmerged() {
        var merged = RECEIVED.standAt(CONTACTED, AT_NINE).merge();
        assertThat(merged.status()).isEqualTo(MERGED);
        var returned = merged.unmerge(AT_TEN, TEN);
        assertThat(returned.status()).isEqualTo(CONTACTED);
        assertThat(returned.statusBefore()).isNull();
        assertThat(returned.countedFrom()).isEqualTo(TEN);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> returned.unmerge(AT_TEN, TEN));
    }

    @Test
    void isReopenedAsNewWithoutItsLostReason() {
        var reopened = RECEIVED.lose(" Moved away ").reopen(AT_TEN, TEN);
        assertThat(reopened.status()).isEqualTo(NEW);
        assertThat(reopened.lostReason()).isNull();
        assertThat(reopened.countedFrom()).isEqualTo(TEN);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> reopened.reopen(AT_TEN, TEN))
                .withMessage("Only a lost or spam lead can be reopened");
    }

    @Test
    void waitsSinceItWasReceivedReturnedOrDue() {
        var received = NINE.minus(Duration.ofDays(1));
        assertThat(RECEIVED.countedSince(received)).isEqualTo(received);
        assertThat(RECEIVED.merge().unmerge(AT_TEN, NINE).countedSince(received))
                .isEqualTo(NINE);
        assertThat(RECEIVED.standAt(CONSULTATION_HELD, AT_TEN).countedSince(received))
                .isEqualTo(TEN);
    }

    @Test
    void missesItsResponseTargetOnlyWhileItIsNew() {
        assertThat(RECEIVED.isResponseTargetMissed(NINE)).isFalse();
        assertThat(RECEIVED.isResponseTargetMissed(AT_NINE.overdueAt())).isTrue();
        assertThat(RECEIVED.standAt(ATTEMPTING, AT_NINE).isResponseTargetMissed(AT_NINE.overdueAt()))
                .isFalse();
        assertThat(RECEIVED.lose("Moved away").isResponseTargetMissed(TEN)).isFalse();
    }

    private static NextFollowUp followUp(Instant at) {
        return NextFollowUp.at(at, Duration.ofMinutes(15));
    }
}
