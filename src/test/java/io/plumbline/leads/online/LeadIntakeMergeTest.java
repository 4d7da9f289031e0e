package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** A lead with an online intake is merged into no other lead: what one person answered never stands for another. */
@StoreTest
class LeadIntakeMergeTest extends LeadIntakeSteps {
    @Test
    void aLeadWhoseAnswersAreSavedIsMergedIntoNoOtherAndTheOtherIsMergedIntoIt() {
        var answering = contacted("Is Answering");
        var other = contacted("Came Twice");
        var link = sent(answering);
        var form = begun(link);
        assertThatThrownBy(() -> merge(answering, other))
                .isInstanceOf(Refused.class)
                .hasMessage("Is Answering has an online intake. Keep this lead and merge the other one into it.");
        assertThat(opened(answering).status()).as("nothing changed").isEqualTo(LeadStatus.CONTACTED);
        assertThat(opened(other).aliases()).isEmpty();

        merge(other, answering);
        assertThatThrownBy(() -> sent(other)).isInstanceOf(Refused.class).hasMessageContaining("merged");
        save(link, form, FormPage.SAFETY, SADDLE);
        decide(answering, ReviewOutcome.CLEARED);
        staff.doAs("westdesk", () -> returns.unmerge(other, version(other)));
        assertThat(rows(other))
                .as("what one person answered stays with the lead")
                .isEmpty();
        assertThat(levels(converted(other, BORN, LocalTime.of(6, 0)))).isEmpty();
        assertThat(levels(converted(answering, BORN.plusDays(1), LocalTime.of(6, 30))))
                .containsExactly(FlagLevel.E);
    }

    @Test
    void aLeadThatSubmittedOrWhoseSavedAnswersOutliveTheLinkIsNotMergedEither() {
        var other = contacted("Came Once More");
        var submitted = contacted("Has Submitted");
        submit(sent(submitted));
        assertThatThrownBy(() -> merge(submitted, other)).hasMessageContaining("Has Submitted has an online intake");
        var expired = contacted("Has Expired");
        begun(sent(expired));
        clock.pass(Duration.ofDays(15));
        assertThatThrownBy(() -> merge(expired, other)).hasMessageContaining("Has Expired has an online intake");
    }

    @Test
    void twoLeadsThatBothAnsweredAreConverted() {
        var one = contacted("Answered One");
        var two = contacted("Answered Two");
        begun(sent(one));
        submit(sent(two));
        assertThatThrownBy(() -> merge(one, two))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "Both leads have an online intake. Convert each of them; their patient records can be merged"
                                + " afterwards.");
    }

    @Test
    void aLinkThatNobodyAnsweredIsWithdrawnBeforeAMerge() {
        var lead = contacted("Has Not Answered");
        var kept = contacted("Has No Link");
        var link = sent(lead);
        assertThatThrownBy(() -> merge(lead, kept))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Withdraw its link");
        staff.doAs("westdesk", () -> intakes.withdraw(lead, link.intake()));
        merge(lead, kept);
        assertThat(opened(kept).aliases()).hasSize(1);
    }
}
