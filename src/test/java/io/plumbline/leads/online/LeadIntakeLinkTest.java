package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.RequestTriage;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.leads.person.LeadBackground;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.IdentityQuestion;
import io.plumbline.onlineintake.LinkOver;
import io.plumbline.onlineintake.OnlineIntakeState;
import io.plumbline.onlineintake.Origin;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.patients.Unproven;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The link to the online intake of a lead: who gets one, how it is answered, and when it ends. */
@StoreTest
class LeadIntakeLinkTest extends LeadIntakeSteps {
    @Test
    void aLeadAnswersTheLastDigitsOfThePhoneAndTheDeskSeesTheStatus() {
        var lead = lead("Asked Digits");
        var link = sent(lead);
        assertThat(system(() -> forms.question(token(link)))).isEqualTo(IdentityQuestion.PHONE_DIGITS);
        assertThat(system(() -> forms.answer(token(link), BORN, "", Origin.PERSON))
                        .form())
                .as("a lead has no birth date")
                .isNull();
        assertThat(state(lead)).isEqualTo(OnlineIntakeState.SENT);
        submit(link);
        assertThat(state(lead)).isEqualTo(OnlineIntakeState.SUBMITTED);
        assertThat(audited("online-intake.submitted", link)).isOne();
        assertThatThrownBy(() -> system(() -> forms.question(token(link)))).isInstanceOf(LinkOver.class);
    }

    @Test
    void theAddressOfThePublicFormIsTheirsUntilStaffChangeIt() {
        var lead = askedByForm("Asked By Form");
        var link = mailed(lead);
        assertThat(link.unproven()).isNull();
        begun(link);
        var newer = mailed(lead);
        assertThat(continued(newer).answers().value("complaint")).isEqualTo("Low back");
        var known = opened(lead);
        staff.doAs("westdesk", () -> leads.correct(lead, known.version(), byForm("Asked By Form", "desk@example.org")));
        assertThat(jdbc.sql("select recipient from outbox_mail where about = ?")
                        .param(Ids.bytes(lead.value()))
                        .query(String.class)
                        .list())
                .as("told to the earlier address")
                .containsExactly("form@example.org");
        var ofStaff = mailed(lead);
        assertThat(ofStaff.unproven()).isEqualTo(Unproven.NEW_ADDRESS);
        assertThat(opened(ofStaff).answers().fields()).isEmpty();
        assertThat(drafts(newer)).as("the person's own link goes on").isOne();
        forget(lead);
    }

    @Test
    void anAddressThatStaffTypedForALeadIsNew() {
        assertThat(mailed(lead("Typed By Staff")).unproven()).isEqualTo(Unproven.NEW_ADDRESS);
    }

    @Test
    void theDeskThatKnowsThePhoneReadsNothingOfALead() {
        var lead = askedByForm("Read By Nobody");
        var link = mailed(lead);
        begun(link);
        assertThat(opened(sent(lead)).answers().fields()).isEmpty();
        assertThat(identified(link).form()).isNull();
        forget(lead);
    }

    @Test
    void fiveWrongAnswersEndTheLink() {
        var lead = lead("Guessed At");
        var link = sent(lead);
        for (int n = 0; n < 5; n++) {
            system(() -> forms.answer(token(link), "9999", "", Origin.PERSON));
        }
        assertThatThrownBy(() -> identified(link)).isInstanceOf(LinkOver.class);
        assertThat(rows(lead).getFirst().withdrawnWhy()).isEqualTo("five wrong answers");
    }

    @Test
    void aLostLeadHasNoLink() {
        var lead = lead("Gone Elsewhere");
        var link = mailed(lead);
        begun(link);
        staff.doAs("westdesk", () -> leads.lose(lead, opened(lead).version(), "Went to another clinic in town"));
        assertThatThrownBy(() -> identified(link)).isInstanceOf(LinkOver.class);
        assertThat(rows(lead).getFirst())
                .matches(row -> row.state() == OnlineIntakeState.WITHDRAWN)
                .matches(row -> row.withdrawnWhy().equals("the lead was closed"));
        assertThat(drafts(link)).isZero();
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
        assertThatThrownBy(() -> sent(lead)).isInstanceOf(Refused.class).hasMessageContaining("lost");
    }

    @Test
    void aLeadWhoseReviewEndsInEmergencyCareHasNoLink() {
        var lead = lead("Sent To Care");
        var link = mailed(lead);
        save(link, begun(link), FormPage.SAFETY, SADDLE);
        decide(lead, ReviewOutcome.EMERGENCY);
        assertThatThrownBy(() -> identified(link)).isInstanceOf(LinkOver.class);
    }

    @Test
    void thePortalItselfMayWithdrawTheLinksOfALead() {
        var lead = lead("Withdrawn By Portal");
        var link = mailed(lead);
        staff.doAs("system", () -> new TransactionTemplate(transactions).executeWithoutResult(t -> links.close(lead)));
        assertThatThrownBy(() -> identified(link)).isInstanceOf(LinkOver.class);
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
    }

    @Test
    void aLeadThatTurnsOutToBeSpamHasNoLink() {
        var lead = lead("Is A Machine");
        var link = mailed(lead);
        begun(link);
        var fromBot = new RequestTriage.Request(
                "REF-SPAM", clock.instant(), true, false, opened(lead).draft(), LeadBackground.NOTHING, null);
        staff.doAs("system", () -> new TransactionTemplate(transactions)
                .executeWithoutResult(t -> triage.complete(lead, fromBot)));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.SPAM);
        assertThatThrownBy(() -> identified(link)).isInstanceOf(LinkOver.class);
        assertThat(rows(lead).getFirst().state()).isEqualTo(OnlineIntakeState.WITHDRAWN);
        assertThat(drafts(link)).isZero();
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
    }

    @Test
    void theMailLosesAnExpiredLinkOfALeadAndWhatWasSavedIsDeletedLater() {
        var link = mailed(lead("Never Answers"));
        begun(link);
        assertThat(mail(link)).contains(token(link), "Never Answers");
        clock.pass(Duration.ofDays(14));
        system(() -> expiry.deleteOld(1000));
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
        clock.pass(Duration.ofDays(30));
        system(() -> expiry.deleteOld(1000));
        assertThat(drafts(link)).isZero();
        assertThat(audited("online-intake.draft-deleted", link)).isOne();
    }

    @Test
    void aLinkIsSentOnlyToAPersonWhomTheCurrentUserMayAndCanReach() {
        var lead = lead("Not Theirs");
        assertThatThrownBy(() -> staff.as("eastdesk", () -> intakes.create(lead, group.east, false, a -> a)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("manager", () -> intakes.create(lead, group.east, false, a -> a)))
                .as("not the clinic of the lead")
                .isInstanceOf(NotAvailable.class);
        var link = sent(lead);
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> intakes.withdraw(lead, link.intake())))
                .isInstanceOf(NotAvailable.class);
        var other = lead("Another Lead");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> intakes.withdraw(other, link.intake())))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> ofPatients.withdraw(link.intake())))
                .as("no patient's")
                .isInstanceOf(NotAvailable.class);
        staff.doAs("westdesk", () -> intakes.withdraw(lead, link.intake()));
        assertThat(state(lead)).isEqualTo(OnlineIntakeState.WITHDRAWN);

        var byMailOnly = received("By Mail Only", null, new EmailAddress("mail@example.org"));
        assertThatThrownBy(() -> sent(byMailOnly)).isInstanceOf(Refused.class).hasMessageContaining("phone");
        assertThatThrownBy(() -> mailed(received("No Mail", PHONE, null)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("e-mail");
        var wrong = received("Wrong Number", new PhoneNumber("+16025550177"), null);
        staff.doAs("westdesk", () -> leads.logCall(wrong, 0, CallOutcome.WRONG_NUMBER));
        assertThatThrownBy(() -> sent(wrong)).isInstanceOf(Refused.class).hasMessageContaining("somebody else");
        var stopped = received("Asked To Stop", new PhoneNumber("+16025550178"), null);
        var again = received("Asked To Stop", new PhoneNumber("+16025550178"), null);
        staff.doAs("westdesk", () -> leads.logCall(stopped, 0, CallOutcome.STOP_CONTACTING));
        assertThatThrownBy(() -> sent(again)).isInstanceOf(Refused.class).hasMessageContaining("not to be contacted");
    }
}
