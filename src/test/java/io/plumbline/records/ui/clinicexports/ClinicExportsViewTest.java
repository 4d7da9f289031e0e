package io.plumbline.records.ui.clinicexports;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.records.clinicexports.ClinicExportId;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.records.clinicexports.ClinicExportRunService;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.records.clinicexports.ClinicExportStatus;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.WithStaff;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for everything of a clinic, releasing it and downloading it on the screen. */
@DemoTest
class ClinicExportsViewTest extends SpringBrowserlessTest {
    @Autowired
    ClinicExportService exports;

    @Autowired
    ClinicExportRunService runs;

    @Autowired
    ClinicExportDialogs dialogs;

    @Autowired
    SystemActor system;

    @Autowired
    JdbcClient jdbc;

    /** A clinic has one open export at a time. */
    @AfterEach
    void closeWhatIsOpen() {
        jdbc.sql("update clinic_export set status = 'CANCELED' where status in ('ASKED', 'RELEASED', 'READY')")
                .update();
    }

    @Test
    @WithStaff("manager")
    void theManagerFindsTheExportsFromTheClinics() {
        open(Routes.CLINICS);
        assertThat(find(Anchor.class).withText("Export everything…").single().getHref())
                .isEqualTo(Routes.CLINIC_EXPORTS);
        open(Routes.CLINIC_EXPORTS);
        assertThat(textOf(find(Main.class).single())).contains("released by the privacy officer");
    }

    @Test
    @WithStaff("manager")
    void askingSaysAtEachFieldWhatIsMissingAndLosesNothingTyped() throws GeneralSecurityException {
        open(Routes.CLINIC_EXPORTS);
        test(button("Ask for an export…")).click();
        answer("Ask");
        assertThat(field("Reason").getErrorMessage()).isEqualTo("Say why, in a few words");
        assertThat(field("Recipient").getErrorMessage()).isEqualTo("Enter who gets the file");
        clinic();
        field("Reason").setValue("A move to another product");
        field("Recipient").setValue("Another Product Inc.");
        field("Recipient's public key").setValue("no key");
        answer("Ask");
        assertThat(field("Recipient's public key").getErrorMessage()).contains("no public key in the age format");
        assertThat(field("Reason").getValue()).isEqualTo("A move to another product");
        field("Recipient's public key").setValue(key());
        answer("Ask");
        find(PasswordField.class).single().setValue("demo-manager-pass");
        answer("Continue");
        assertThat(exports.list(null, 1)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(ClinicExportStatus.ASKED);
            assertThat(row.recipient()).isEqualTo("Another Product Inc.");
        });
    }

    @Test
    @WithStaff("manager")
    void whoAskedMayCancelButNotRelease() throws GeneralSecurityException {
        var id = askedBy("manager", "ASKED");
        dialog(id);
        assertThat(find(Button.class).withText("Release…").exists()).isFalse();
        assertThat(textOf(find(Dialog.class).single())).doesNotContain("Sensitive patients");
        test(button("Cancel the export…")).click();
        find(TextArea.class).withLabel("Reason").single().setValue("Not needed any more by us");
        answer("Cancel the export");
        assertThat(exports.find(id).status()).isEqualTo(ClinicExportStatus.CANCELED);
    }

    @Test
    @WithStaff("auditor")
    void thePrivacyOfficerReadsWhatLeavesAndReleasesItWithThePassword() throws GeneralSecurityException {
        var id = askedBy("manager", "ASKED");
        dialog(id);
        assertThat(textOf(find(Dialog.class).single())).contains("Sensitive patients of the clinic");
        test(button("Release…")).click();
        var release = find(Dialog.class).all().getLast();
        assertThat(textOf(release)).contains("goes to Another Product Inc.", "who alone can decrypt it");
        answer("Release");
        find(PasswordField.class).single().setValue("demo-auditor-pass");
        answer("Confirm");
        assertThat(dialogs.find(id).status()).isEqualTo(ClinicExportStatus.RELEASED);
        assertThat(textOf(find(Dialog.class).all().getFirst())).contains("Being made");
        assertThat(find(Button.class).withText("Download").exists()).isFalse();
    }

    @Test
    @WithStaff("manager")
    void aMadeFileIsOfferedWithItsCountsAndTheTimeLeft() throws GeneralSecurityException {
        var id = askedBy("manager", "RELEASED");
        system.call(runs::run);
        dialog(id);
        var shown = textOf(find(Dialog.class).single());
        assertThat(shown)
                .contains("Ready to download", "patients", "session notes", "SHA-256", "To be downloaded until");
        test(button("Download")).click();
        find(PasswordField.class).single().setValue("demo-manager-pass");
        answer("Continue");
        assertThat(find(Anchor.class)
                        .withText("Download again from the beginning")
                        .exists())
                .isTrue();
    }

    @Test
    @WithStaff("auditor")
    void theStartPageOfThePrivacyOfficerSaysThatOneWaits() throws GeneralSecurityException {
        open(Routes.START);
        assertThat(textOf(find(Main.class).single())).doesNotContain("Clinic exports");
        askedBy("manager", "ASKED");
        // the page that is open already is not made again
        open(Routes.CLINIC_EXPORTS);
        open(Routes.START);
        assertThat(textOf(find(Main.class).single())).contains("Clinic exports", "for Another Product Inc.");
    }

    private void dialog(ClinicExportId id) {
        open(Routes.CLINIC_EXPORTS);
        ClinicExportRow row = dialogs.find(id);
        dialogs.open(row, () -> {});
    }

    private ClinicExportId askedBy(String username, String status) throws GeneralSecurityException {
        var id = Ids.next();
        jdbc.sql("""
                        insert into clinic_export (id, version, clinic_id, status, reason, recipient, recipient_key,
                            asked_at, asked_by)
                        select ?, 0, k.clinic_id, ?, 'A move', 'Another Product Inc.', ?, ?, s.id
                        from staff_account s join staff_account_clinic k on k.staff_id = s.id
                        where s.username = ? order by k.clinic_id limit 1""")
                .params(Ids.bytes(id), status, key(), LocalDateTime.parse("2026-11-24T10:00:00"), username)
                .update();
        return new ClinicExportId(id);
    }

    private static String key() throws GeneralSecurityException {
        return new String(
                new X25519KeyPairGenerator().generateKeyPair().getPublic().getEncoded(), StandardCharsets.US_ASCII);
    }

    @SuppressWarnings("unchecked")
    private void clinic() {
        var select =
                (Select<ClinicLabel>) find(Select.class).withLabel("Clinic").single();
        select.setValue(select.getListDataView().getItem(0));
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    private void answer(String verb) {
        Screen.answer(find(Dialog.class).all().getLast(), verb);
    }
}
