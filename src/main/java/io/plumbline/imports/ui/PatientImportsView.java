package io.plumbline.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.imports.ImportDetails;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Begins an import with its file, and lists the latest ones. */
@Route(Routes.PATIENT_IMPORTS)
@PageTitle("Import from a file · Plumbline")
@RolesAllowed(Permission.PATIENT_IMPORT)
class PatientImportsView extends Main {
    private static final Logger LOG = LoggerFactory.getLogger(PatientImportsView.class);
    private static final int MEGABYTE = 1024 * 1024;

    private final ImportService imports;
    private final ClinicService clinics;
    private final Select<ImportKind> kind = new Select<>();
    private final Select<ClinicLabel> clinic = new Select<>();
    private final Div messages = new Div();
    private volatile @Nullable ClinicId chosen;
    private volatile ImportKind chosenKind = ImportKind.PATIENTS;

    PatientImportsView(ImportService imports, ClinicService clinics) {
        this.imports = imports;
        this.clinics = clinics;
        messages.getElement().setAttribute("aria-live", "polite");
        var mine = clinics.myLabelsAs(List.of(Role.MANAGER));
        kind.setLabel("What the file contains");
        kind.setItems(ImportKind.values());
        kind.setItemLabelGenerator(ImportKind::label);
        kind.setValue(chosenKind);
        kind.addValueChangeListener(e -> chosenKind = e.getValue());
        kind.setHelperText("Import the patients first: the rest is matched to them");
        clinic.setLabel("Clinic");
        clinic.setItems(mine);
        clinic.setItemLabelGenerator(ClinicLabel::name);
        clinic.setHelperText("The clinic of these patients or appointments");
        clinic.setPlaceholder("Choose the clinic first");
        var upload = upload();
        upload.setVisible(mine.size() == 1);
        upload.addAllFinishedListener(e -> upload.clearFileList());
        clinic.addValueChangeListener(e -> {
            chosen = e.getValue().id();
            upload.setVisible(true);
        });
        if (mine.size() == 1) {
            clinic.setValue(mine.getFirst());
        }
        Ui.page(
                this,
                "Import from a file",
                "Patients, appointments to come or old notes, from a CSV file of Cliniko, Jane, ChiroTouch or a"
                        + " spreadsheet. Nothing is imported before you have seen and checked it.",
                Ui.card("The file", kind, clinic, upload, messages),
                latest());
    }

    private Upload upload() {
        var upload = new Upload((UploadHandler) this::take);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ImportService.MOST_BYTES);
        upload.setDropAllowed(true);
        upload.addFileRejectedListener(
                rejected -> say("Choose a CSV file of at most " + ImportService.MOST_BYTES / MEGABYTE + " MB."));
        return upload;
    }

    /** Runs beside the screen, for as long as the file takes; the screen shows the progress and can cancel it. */
    private void take(UploadEvent event) throws IOException {
        StoreWait.takesItsTime();
        try {
            var file = imports.receive(event.getInputStream());
            var begun = imports.begin(chosenKind, Objects.requireNonNull(chosen), file, event.getFileName());
            event.getUI().access(() -> Ui.navigate(Routes.patientImport(begun.value())));
        } catch (Refused refused) {
            event.getUI().access(() -> say(refused.sentence()));
        } catch (NotAvailable lost) {
            event.getUI().access(() -> say("This clinic is not available to you any more"));
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.warn("A file to import was not taken", storeIsAway);
            event.getUI().access(() -> say("The database could not be reached. Choose the file again in a moment"));
        } catch (IOException broken) {
            LOG.debug("A file to import did not arrive", broken);
            event.getUI().access(() -> say("The file did not arrive. Choose it again, unless you stopped it"));
            throw broken;
        }
    }

    private void say(String sentence) {
        messages.removeAll();
        messages.add(Ui.alert(sentence));
    }

    private Component latest() {
        var list = new UnorderedList();
        imports.findLatest().forEach(one -> list.add(item(one)));
        return Ui.card(
                "Latest imports",
                list.getComponentCount() == 0
                        ? Ui.text("muted", "None yet. Choose a file above to begin the first one.")
                        : list);
    }

    private ListItem item(ImportDetails one) {
        return new ListItem(
                new Anchor(Routes.patientImport(one.id().value()), one.fileName()),
                Ui.text(
                        "muted",
                        " · " + one.kind().label() + " · " + one.status().label() + " · "
                                + Dates.dayAndTime(one.begunAt(), clinics.zoneOf(one.clinic())) + " by "
                                + one.begunBy()));
    }
}
