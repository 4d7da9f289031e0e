package io.plumbline.leads.ui.panel;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.OnlineFormService;
import io.plumbline.onlineintake.Origin;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the panel of a lead shows of its online intakes. */
@DemoTest
class LeadIntakePartTest extends SpringBrowserlessTest {
    @Autowired
    LeadService leads;

    @Autowired
    OnlineFormService forms;

    @Autowired
    Staff staff;

    @Autowired
    Clock clock;

    @Test
    @WithStaff("frontdesk")
    @SuppressWarnings("unchecked")
    void theFrontDeskCopiesALinkSeesItsStatusButNoAnswerAndNothingMoreIsSentOnceItIsLost() {
        var lead = received("Copies A Link", new PhoneNumber("+16025550142"), null);
        open(Routes.lead(lead));
        test(find(Button.class).withText("Send online intake…").single()).click();
        assertThat(textOf(find(Dialog.class).single()))
                .contains("The link asks for the last four digits of the phone number.")
                .doesNotContain("patient", "birth date");
        var way = (RadioButtonGroup<String>)
                find(RadioButtonGroup.class).withLabel("How").single();
        assertThat(way.getValue()).isEqualTo("As text to copy");
        answer(find(Dialog.class).single(), "Create the link");
        var address = find(TextField.class).withLabel("Link").single().getValue();
        assertThat(address).matches("http.*/online-intake/[\\w-]{43}\\?lang=en");
        answer(find(Dialog.class).single(), "Close");
        assertThat(screen()).contains("Sent: sent", "as text", "expires");

        var token = address.replaceAll(".*/(.*)\\?.*", "$1");
        staff.doAs("system", () -> {
            var pass = Objects.requireNonNull(
                            forms.answer(token, "0142", "", Origin.PERSON).form())
                    .pass();
            forms.save(
                    token, pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Secret complaint")), Origin.PERSON);
            var last =
                    forms.save(token, pass, FormPage.SAFETY, Map.of("screen.RF-CES-1", List.of("yes")), Origin.PERSON);
            forms.submit(token, pass, last.version(FormPage.CHECK), "203.0.113.7", Origin.PERSON);
        });
        open(Routes.START);
        open(Routes.lead(lead));
        assertThat(screen())
                .contains("Submitted: sent", "A chiropractor reviews this lead first")
                .doesNotContain("Secret complaint", "numbness", "Emergency");
        assertThat(find(Button.class).withText("Send online intake…").exists()).isFalse();
        assertThat(find(Button.class).withText("Withdraw…").exists()).isFalse();
    }

    @Test
    @WithStaff("manager")
    void aManagerSendsALinkByMailAndWithdrawsIt() {
        var lead = received("Gets A Mail", new PhoneNumber("+16025550143"), new EmailAddress("lead@example.org"));
        open(Routes.lead(lead));
        test(find(Button.class).withText("Send online intake…").single()).click();
        answer(find(Dialog.class).single(), "Send");
        assertThat(screen()).contains("Sent: sent", "by e-mail");
        test(find(Button.class).withText("Withdraw…").single()).click();
        answer(find(Dialog.class).single(), "Withdraw");
        assertThat(screen()).contains("Withdrawn: sent", "by staff");
        assertThat(find(Button.class).withText("Withdraw…").exists()).isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void withoutAPhoneTheDialogSaysWhatToRecordFirst() {
        var lead = received("By Mail Only", null, new EmailAddress("only@example.org"));
        open(Routes.lead(lead));
        test(find(Button.class).withText("Send online intake…").single()).click();
        answer(find(Dialog.class).single(), "Send");
        assertThat(textOf(find(Dialog.class).single())).contains("Record the phone number first");
    }

    private LeadId received(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var clinic = CurrentUser.current().clinics().stream().findFirst().orElseThrow();
        var draft =
                new LeadDraft(name, phone, email, "", CallWindow.ANY_TIME, LeadSource.OTHER, clinic, clock.instant());
        return staff.as("system", () -> leads.receive(draft, null));
    }

    private static String screen() {
        return textOf(UI.getCurrent());
    }
}
