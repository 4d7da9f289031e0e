package io.plumbline.schedule.ui;

import com.vaadin.flow.component.button.Button;
import io.plumbline.access.AtClinic;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleExportService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.exports.CsvExportDialog;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Exports the days that the schedule shows to a CSV file. */
@Component
class ScheduleExport {
    private final ScheduleExportService exports;
    private final ProofFirst proof;
    private final ScheduleService schedule;

    ScheduleExport(ScheduleExportService exports, ProofFirst proof, ScheduleService schedule) {
        this.exports = exports;
        this.proof = proof;
        this.schedule = schedule;
    }

    /** Returns the button for whoever may export. */
    Optional<Button> button(ClinicLabel clinic, LocalDate first, LocalDate last) {
        return AtClinic.may(Permission.PATIENT_EXPORT, clinic.id())
                ? Optional.of(
                        new Button("Export…", e -> dialog(clinic, first, last).open()))
                : Optional.empty();
    }

    private CsvExportDialog dialog(ClinicLabel clinic, LocalDate first, LocalDate last) {
        var days = first.equals(last) ? "the day shown" : "the week shown";
        var name = "schedule-" + first + (first.equals(last) ? "" : "-to-" + last) + ".csv";
        return new CsvExportDialog(
                new CsvExportDialog.What(
                        "Export the schedule",
                        "The appointments of " + days + " at " + clinic.name()
                                + " as a CSV file, without canceled ones.",
                        name,
                        ScheduleExportService.LONGEST_REASON),
                proof::run,
                (file, reason) -> {
                    var rows = exports.export(clinic.id(), first, last, reason);
                    var rooms = schedule.rooms(clinic.id()).stream()
                            .collect(Collectors.toMap(ClinicRoom::id, ClinicRoom::name));
                    file.row("Date", "Starts", "Ends", "Person", "Treatment", "Practitioner", "Room", "Status");
                    rows.forEach(row -> row(file, row, rooms));
                });
    }

    private static void row(CsvFile file, AppointmentRow row, Map<UUID, String> rooms) {
        file.row(
                row.on(),
                row.at(),
                row.until(),
                row.personName(),
                row.type().label(),
                row.practitionerName(),
                row.room() == null ? "" : rooms.getOrDefault(row.room(), ""),
                row.status().label());
    }
}
