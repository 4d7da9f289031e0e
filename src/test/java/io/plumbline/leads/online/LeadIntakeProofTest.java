package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.LeadDraft;
import io.plumbline.onlineintake.CreatedLink;
import io.plumbline.onlineintake.OnlineCodes;
import io.plumbline.onlineintake.OpenForm;
import io.plumbline.onlineintake.Origin;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever converts a lead reads nothing that the lead saved, by whatever patient and address they choose. */
@StoreTest
@OnMySql("what is taken over is read with the mail that its link went by")
class LeadIntakeProofTest extends LeadIntakeSteps {
    private static final EmailAddress OF_FORM = new EmailAddress("form@example.org");
    private static final EmailAddress OF_DESK = new EmailAddress("desk@example.org");

    @Test
    void whatALeadSavedDoesNotMoveToAPatientWithAnotherAddress() {
        var lead = reached("Given To Another");
        var link = mailed(lead);
        begun(link);
        var patient = known(OF_DESK);
        convert(lead, null, patient, LocalTime.of(1, 0));
        assertThat(told(lead)).containsExactly(OF_FORM.address());
        var newer = mailed(patient);
        assertThat(newer.unproven()).isNull();
        assertThat(openedByBirthDate(newer).answers().fields()).isEmpty();
        assertThat(continued(link).answers().value("complaint"))
                .as("the person's own link goes on")
                .isEqualTo("Low back");
        forget(lead);
    }

    @Test
    void whatALeadSavedByACopiedLinkOpensToNoPatientWithAnotherAddress() {
        var lead = reached("Copied To Another");
        var link = sent(lead);
        begun(link);
        var patient = known(OF_DESK);
        convert(lead, null, patient, LocalTime.of(1, 30));
        assertThat(openedByBirthDate(mailed(patient)).answers().fields()).isEmpty();
        assertThat(drafts(link)).isOne();
        identified(link);
        assertThat(jdbc.sql("select recipient from outbox_mail where about = ? and template = ?")
                        .params(Ids.bytes(link.intake().value()), OutgoingMail.ONE_TIME_CODE)
                        .query(String.class)
                        .list())
                .isEmpty();
        forget(lead);
    }

    @Test
    void anotherAddressTypedAtTheConversionIsToldToTheOneOfTheLeadAndOpensNothing() {
        var lead = reached("Typed At Conversion");
        var link = mailed(lead);
        begun(link);
        var patient = convert(lead, OF_DESK, null, LocalTime.of(2, 0));
        assertThat(told(lead)).containsExactly(OF_FORM.address());
        clock.pass(Duration.ofDays(8));
        var newer = mailed(patient);
        assertThat(newer.unproven()).isNull();
        assertThat(openedByBirthDate(newer).answers().fields()).isEmpty();
        forget(lead);
    }

    @Test
    void whatALeadSavedMovesToTheSameAddressOfThePatient() {
        var lead = reached("Keeps The Answers");
        begun(mailed(lead));
        var patient = convert(lead, new EmailAddress("Form@Example.org"), null, LocalTime.of(2, 30));
        assertThat(told(lead)).as("only capitals changed").isEmpty();
        var newer = mailed(patient);
        assertThat(newer.unproven()).isNull();
        var asked = system(() -> forms.answer(token(newer), BORN, "", Origin.PERSON));
        var code = OnlineCodes.mailed(jdbc, newer.intake());
        var form =
                system(() -> forms.answerCode(token(newer), Objects.requireNonNull(asked.door()), code, Origin.PERSON));
        assertThat(Objects.requireNonNull(form.form()).answers().value("complaint"))
                .isEqualTo("Low back");
        forget(lead);
    }

    @Test
    void onlyCapitalsOfALeadsAddressChangeNothing() {
        var lead = reached("Writes In Capitals");
        correct(lead, byForm("Writes In Capitals", "FORM@example.org"));
        assertThat(told(lead)).isEmpty();
        assertThat(mailed(lead).unproven()).isNull();
    }

    @Test
    void anAddressThatStaffTypedForALeadADayAgoIsToldNothing() {
        var lead = lead("Mistyped By Staff");
        clock.pass(Duration.ofDays(1));
        correct(lead, byForm("Mistyped By Staff", "right@example.org"));
        assertThat(told(lead)).isEmpty();
        clock.pass(Duration.ofDays(7));
        correct(lead, byForm("Mistyped By Staff", "next@example.org"));
        assertThat(told(lead)).containsExactly("right@example.org");
    }

    private LeadId reached(String name) {
        var lead = askedByForm(name);
        staff.doAs("westdesk", () -> leads.logCall(lead, version(lead), CallOutcome.REACHED));
        return lead;
    }

    private void correct(LeadId lead, LeadDraft draft) {
        staff.doAs("westdesk", () -> leads.correct(lead, version(lead), draft));
    }

    private PatientId known(EmailAddress email) {
        var patient =
                staff.as("westdesk", () -> patients.add(new PatientDraft("Made", "Up", BORN, null, email), group.west));
        OnlineCodes.addressIsKnown(jdbc, patient);
        return patient;
    }

    private PatientId convert(LeadId lead, @Nullable EmailAddress typed, @Nullable PatientId existing, LocalTime at) {
        var added = existing == null ? new PatientDraft("Ana", "Ruiz", BORN, null, typed) : null;
        var conversion = new Conversion(added, existing, group.west, visit(at));
        return staff.as("westdesk", () -> consultations.convert(lead, version(lead), conversion));
    }

    private CreatedLink mailed(PatientId patient) {
        return staff.as("westdesk", () -> ofPatients.create(patient, group.west, true, route -> "https://x/" + route));
    }

    private OpenForm openedByBirthDate(CreatedLink link) {
        return Objects.requireNonNull(
                system(() -> forms.answer(token(link), BORN, "", Origin.PERSON)).form());
    }

    /** Returns the earlier addresses that were told of a change. */
    private List<String> told(LeadId lead) {
        return jdbc.sql("select recipient from outbox_mail where about = ?")
                .param(Ids.bytes(lead.value()))
                .query(String.class)
                .list();
    }
}
