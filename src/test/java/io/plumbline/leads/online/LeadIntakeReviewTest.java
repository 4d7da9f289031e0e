package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.safety.FlagFilter;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a lead answers in an online intake is reviewed: an emergency at once, an urgent answer once it is submitted. */
@StoreTest
class LeadIntakeReviewTest extends LeadIntakeSteps {
    @Test
    void anEmergencyAsksAClinicianAtOnceAndNotAgainOnceItIsDecided() {
        var lead = lead("Emergency Lead");
        var link = sent(lead);
        var form = begun(link);
        var saved = save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(saved.emergency()).isTrue();
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        assertThat(review(lead).orElseThrow())
                .matches(review -> review.level() == FlagLevel.E)
                .matches(review -> review.yes().equals(List.of("RF-CES-1")));
        assertThatThrownBy(() -> sent(lead)).as("in review").isInstanceOf(Refused.class);
        decide(lead, ReviewOutcome.CLEARED);
        submit(link, saved);
        assertThat(opened(lead).status()).as("decided already").isEqualTo(LeadStatus.NEW);
    }

    @Test
    void anUrgentAnswerAsksAClinicianOnceItIsSubmitted() {
        var lead = lead("Urgent Lead");
        var link = sent(lead);
        var saved = save(link, begun(link), FormPage.SAFETY, Map.of("screen.RF-NEURO-1", List.of("yes")));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.NEW);
        submit(link, saved);
        assertThat(review(lead).orElseThrow().level()).isEqualTo(FlagLevel.U);
    }

    @Test
    void theEmergencyOfALeadWhoIsBookedBecomesALeadInReviewOfItsOwn() {
        var lead = contacted("Booked Emergency");
        staff.doAs("westdesk", () -> consultations.book(lead, opened(lead).version(), visit(LocalTime.of(3, 0))));
        var link = sent(lead);
        var form = begun(link);
        save(link, form, FormPage.SAFETY, SADDLE);
        save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CONSULTATION_BOOKED);
        assertThat(staff.as("chiropractor", () -> waiting.waiting(FlagFilter.ALL, null, 100)))
                .filteredOn(review -> review.fullName().equals("Booked Emergency"))
                .singleElement()
                .matches(review -> review.yes().equals(List.of("RF-CES-1")));
    }

    @Test
    void aNurturedLeadIsReviewedToo() {
        var lead = contacted("Nurtured Emergency");
        staff.doAs(
                "westdesk",
                () -> leads.nurture(
                        lead, opened(lead).version(), clock.instant().plus(Duration.ofDays(9))));
        var link = sent(lead);
        save(link, begun(link), FormPage.SAFETY, SADDLE);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
    }

    @Test
    void nobodyClearsALeadWithoutHavingSeenWhatItAnsweredSince() {
        var lead = lead("Answers On");
        var link = sent(lead);
        var form = save(link, begun(link), FormPage.SAFETY, SADDLE);
        clock.pass(Duration.ofMinutes(1));
        staff.doAs("chiropractor", () -> leadReviews.take(lead, version(lead)));
        var seen = version(lead);
        save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(version(lead)).as("nothing new").isEqualTo(seen);
        save(link, form, FormPage.SAFETY, SADDLE_AND_CALF);
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor",
                        () -> leadReviews.decide(lead, seen, ReviewOutcome.CLEARED, "All is well after the call")))
                .isInstanceOf(StaleVersion.class);
        assertThat(review(lead).orElseThrow().yes()).containsExactlyInAnyOrder("RF-CES-1", "RF-DVT");
        staff.doAs(
                "chiropractor",
                () -> leadReviews.decide(lead, version(lead), ReviewOutcome.CLEARED, "All is well after the call"));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.NEW);
    }

    @Test
    void anEmergencyThatIsAnsweredFirstAfterADecisionIsReviewed() {
        var lead = askedByForm("Says It Later");
        save(mailed(lead), SADDLE);
        decide(lead, ReviewOutcome.CLEARED);
        var link = mailed(lead);
        var form = save(link, continued(link), FormPage.SAFETY, SADDLE);
        assertThat(opened(lead).status()).as("taken over, and decided").isEqualTo(LeadStatus.NEW);
        form = save(link, form, FormPage.SAFETY, SADDLE_AND_CALF);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        decide(lead, ReviewOutcome.CLEARED);
        submit(link, save(link, form, FormPage.COMPLAINT, Map.of("complaint", List.of("Leg"))));
        assertThat(opened(lead).status())
                .as("decided, also if more was saved since")
                .isEqualTo(LeadStatus.NEW);
    }

    @Test
    void anEmergencyThatThePublicFormKnowsIsReviewedWhenItIsAnswered() {
        var lead = lead("Said It Before");
        var link = sent(lead);
        var begun = begun(link);
        jdbc.sql("insert into lead_safety_answer (lead_id, rule_id, answer) values (?, 'RF-CES-1', 'yes')")
                .param(Ids.bytes(lead.value()))
                .update();
        var form = save(link, begun, FormPage.SAFETY, CALF);
        decide(lead, ReviewOutcome.CLEARED);
        save(link, form, FormPage.SAFETY, SADDLE_AND_CALF);
        assertThat(opened(lead).status())
                .as("decided since the form was opened, and answered first after that")
                .isEqualTo(LeadStatus.CLINICAL_REVIEW);
    }

    @Test
    void anEmergencyThatIsTakenBackAndSaidAgainIsReviewedAgain() {
        var lead = lead("Says It Again");
        var link = sent(lead);
        var form = save(link, begun(link), FormPage.SAFETY, SADDLE);
        decide(lead, ReviewOutcome.CLEARED);
        form = save(link, form, FormPage.SAFETY, Map.of("screen.RF-CES-1", List.of("no")));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.NEW);
        save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
    }
}
