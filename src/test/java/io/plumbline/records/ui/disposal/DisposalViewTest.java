package io.plumbline.records.ui.disposal;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.disposal.DisposalRow;
import io.plumbline.records.disposal.DisposalService;
import io.plumbline.records.disposal.DisposalStatus;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.WithStaff;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposing, approving, declining and canceling a disposal on the screen. */
@DemoTest
class DisposalViewTest extends SpringBrowserlessTest {
    @Autowired
    DisposalService disposals;

    @Autowired
    ProofFirst proof;

    @Autowired
    ClinicService clinics;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("auditor")
    void aProposalNeedsAReasonAndRecordsAndLosesNothingTyped() {
        open(Routes.DISPOSAL);
        assertThat(textOf(find(Main.class).single())).contains("This cannot be undone");
        test(button("Propose a disposal…")).click();
        answer("Propose");
        assertThat(reason().getErrorMessage()).isEqualTo("Say why, in a few words");
        reason().setValue("Retention has ended");
        answer("Propose");
        assertThat(textOf(find(Dialog.class).single())).contains("Choose 1 to 200 records");
        assertThat(reason().getValue()).isEqualTo("Retention has ended");
    }

    @Test
    @WithStaff("auditor")
    void whoProposedAListReadsThatASecondPersonDecidesAndMayCancelIt() {
        var row = proposedBy("auditor");
        dialog(row);
        assertThat(textOf(find(Dialog.class).single())).contains("a second person has to decide on it");
        assertThat(find(Button.class).withText("Approve…").exists()).isFalse();
        test(button("Cancel the disposal…")).click();
        find(TextArea.class).withLabel("Reason").single().setValue("A letter of the court came");
        Screen.answer(find(Dialog.class).all().getLast(), "Cancel the disposal");
        assertThat(disposals.find(row.id()).status()).isEqualTo(DisposalStatus.CANCELED);
        assertThat(textOf(find(Dialog.class).all().getFirst())).contains("Canceled", "A letter of the court came");
    }

    @Test
    @WithStaff("auditor")
    void aSecondPersonApprovesByTypingAndWithThePassword() {
        var row = proposedBy("manager");
        dialog(row);
        test(button("Approve…")).click();
        answer("Approve");
        assertThat(confirmation().getErrorMessage()).isEqualTo("Type DISPOSE 1");
        confirmation().setValue("dispose");
        answer("Approve");
        assertThat(confirmation().getErrorMessage()).startsWith("Type DISPOSE 1");
        confirmation().setValue("DISPOSE 1");
        answer("Approve");
        find(PasswordField.class).single().setValue("wrong");
        answer("Confirm");
        assertThat(disposals.find(row.id()).status()).isEqualTo(DisposalStatus.PROPOSED);
        find(PasswordField.class).single().setValue("demo-auditor-pass");
        answer("Confirm");
        assertThat(disposals.find(row.id()).status()).isEqualTo(DisposalStatus.APPROVED);
        assertThat(textOf(find(Dialog.class).all().getFirst())).contains("until then it can be canceled");
    }

    private void dialog(DisposalRow row) {
        open(Routes.DISPOSAL);
        new DisposalDialog(disposals, proof, row, clinics.ownZone(), () -> {}).open();
    }

    private DisposalRow proposedBy(String username) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into disposal_list (id, version, reason, records, proposed_at, proposed_by, status)
                        select ?, 0, 'Retention has ended', 1, ?, id, 'PROPOSED' from staff_account where username = ?""")
                .params(Ids.bytes(id), LocalDateTime.parse("2026-11-24T10:00:00"), username)
                .update();
        return find(id);
    }

    private DisposalRow find(UUID id) {
        return disposals.list(null, 100).stream()
                .filter(row -> row.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void answer(String verb) {
        Screen.answer(find(Dialog.class).all().getLast(), verb);
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason for the disposal").single();
    }

    private TextField confirmation() {
        return find(TextField.class).withLabel("Confirmation").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
