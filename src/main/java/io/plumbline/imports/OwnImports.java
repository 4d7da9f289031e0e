package io.plumbline.imports;

import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.FileStore;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The imports of the current user's clinics, and their files as rows of patients. */
@Component
class OwnImports {
    private final PatientImports imports;
    private final FileStore store;
    private final ClinicService clinics;

    OwnImports(PatientImports imports, FileStore store, ClinicService clinics) {
        this.imports = imports;
        this.store = store;
        this.clinics = clinics;
    }

    /** @throws NotAvailable if the import does not exist or is of another clinic */
    PatientImport require(ImportId id) {
        return imports.findById(id.value())
                .filter(one -> CurrentUser.current().clinics().contains(one.clinic()))
                .orElseThrow(NotAvailable::new);
    }

    /**
     * Opens the file of an import. Close what is returned.
     *
     * @throws Refused if the file is deleted or cannot be read so; the message is for the user
     */
    CsvRows rowsOf(PatientImport one, CsvFormat format) {
        one.requireFile();
        return new CsvRows(store.pathOf(one.storedAs()), format);
    }

    /** Returns what reads the rows of the file as patients of the import's clinic. */
    RowReader readerOf(PatientImport one, ImportSettings settings, CsvRows rows) {
        return new RowReader(
                settings,
                rows.headings().size(),
                clinics.todayAt(one.clinic()),
                Objects.requireNonNull(clinics.label(one.clinic())).country());
    }
}
