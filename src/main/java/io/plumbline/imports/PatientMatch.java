package io.plumbline.imports;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.ImportedPatientService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import org.springframework.stereotype.Component;

/**
 * Finds the patient of a row of appointments or notes at the clinic of an import: by the id of the other product, else by
 * the patient number, else by name and birth date. The first of these that the row has decides, and nobody is guessed.
 */
@Component
public class PatientMatch {
    private final ExternalPatientStore externals;
    private final ImportedPatientService patients;
    private final PatientRecords records;

    PatientMatch(ExternalPatientStore externals, ImportedPatientService patients, PatientRecords records) {
        this.externals = externals;
        this.patients = patients;
        this.records = records;
    }

    /**
     * Returns the patient of a row, a merged one as the record under which it is read.
     *
     * @throws Refused if there is none, or several could be meant; the message is for the user
     */
    public PatientId find(ClinicId clinic, ImportSettings settings, CsvRow row, DateCells dates) {
        return records.readAs(found(clinic, settings, row, dates));
    }

    private PatientId found(ClinicId clinic, ImportSettings settings, CsvRow row, DateCells dates) {
        var external = settings.cell(row, ImportField.PATIENT_ID);
        if (!external.isEmpty()) {
            return externals
                    .patientOf(clinic, settings.source(), external)
                    .orElseThrow(() -> new Refused("No patient with this ID was imported at this clinic from “"
                            + settings.source().label() + "”: import the patients first"));
        }
        var number = settings.cell(row, ImportField.PATIENT_NUMBER);
        if (!number.isEmpty()) {
            return patients.withNumber(number, clinic)
                    .orElseThrow(() -> new Refused("No patient of this clinic has this patient number"));
        }
        return named(clinic, settings, row, dates);
    }

    private PatientId named(ClinicId clinic, ImportSettings settings, CsvRow row, DateCells dates) {
        var given = settings.cell(row, ImportField.GIVEN_NAME);
        var family = settings.cell(row, ImportField.FAMILY_NAME);
        var born = settings.cell(row, ImportField.BIRTH_DATE);
        if (given.isEmpty() && family.isEmpty() || born.isEmpty()) {
            throw new Refused("The row does not say which patient: it needs the patient ID, the patient number, or name"
                    + " and birth date");
        }
        var day = dates.read(born);
        var all = patients.named(given, family, day, clinic);
        if (all.size() == 1) {
            return all.iterator().next();
        }
        throw new Refused(
                all.isEmpty()
                        ? "No patient of this clinic has this name and was born " + Dates.dayAndYear(day)
                        : "Several patients of this clinic have this name and birth date: add the patient ID");
    }
}
