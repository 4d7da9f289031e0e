package io.plumbline.downtime;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.patients.DowntimeContact;
import io.plumbline.patients.DowntimeContactService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.Calendar;
import io.plumbline.schedule.DaySheet;
import io.plumbline.schedule.DowntimeScheduleService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The downtime sheet of a clinic: the visits of today and tomorrow with phone, alerts and holds, as the front desk sees them.
 * Nothing in it is from notes or intakes.
 */
@Component
class DowntimeSheet {
    private static final List<String> COLUMNS = List.of("Phone, alerts and holds");

    private final DowntimeScheduleService schedule;
    private final DowntimeContactService contacts;
    private final ClinicService clinics;

    DowntimeSheet(DowntimeScheduleService schedule, DowntimeContactService contacts, ClinicService clinics) {
        this.schedule = schedule;
        this.contacts = contacts;
        this.clinics = clinics;
    }

    /**
     * A sheet.
     *
     * @param visits how many it has
     */
    record Filled(PrintedDocument document, int visits) {}

    /** Fills in the sheet, with the names that the current user may see. */
    Filled fill(ClinicLabel clinic, Instant madeAt) {
        var today = LocalDate.ofInstant(madeAt, clinic.zone());
        var made = Dates.dayAndTime(madeAt, clinic.zone()) + " " + Dates.zone(madeAt, clinic.zone());
        var parts = new ArrayList<PrintedDocument.Part>();
        parts.add(new PrintedDocument.Notice(
                "For a time when the portal is away",
                "Made on " + made + ". What was booked or changed later is not on it."
                        + " Write on it who came and who did not. When the portal is back, enter that from its start page, and"
                        + " write the notes as late entries. Then destroy this sheet."));
        var visits = 0;
        for (var day : List.of(today, today.plusDays(1))) {
            var calendar = schedule.day(clinic.id(), day);
            parts.addAll(parts(clinic, day, calendar));
            visits += rows(calendar, day).size();
        }
        var about = Dates.day(today) + " and " + Dates.day(today.plusDays(1)) + ", made on " + made;
        return new Filled(new PrintedDocument(clinic.id(), "Downtime sheet", about, parts), visits);
    }

    private List<PrintedDocument.Part> parts(ClinicLabel clinic, LocalDate day, Calendar calendar) {
        var known = contacts.find(
                rows(calendar, day).stream()
                        .map(AppointmentRow::patient)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                clinic.id(),
                day);
        var sheet = new DaySheet(
                clinics.roomsOf(clinic.id()), row -> name(row, known), COLUMNS, row -> attention(row, known));
        var tables = sheet.tables(calendar, day, practitioner -> Dates.longDay(day) + ", " + practitioner);
        Stream<PrintedDocument.Part> closed =
                calendar.closed().stream().map(sentence -> new PrintedDocument.Notice(Dates.longDay(day), sentence));
        Stream<PrintedDocument.Part> booked = tables.isEmpty()
                ? Stream.of(new PrintedDocument.Table(Dates.longDay(day), List.of(), List.of()))
                : tables.stream().map(PrintedDocument.Part.class::cast);
        return Stream.concat(closed, booked).toList();
    }

    private static List<AppointmentRow> rows(Calendar calendar, LocalDate day) {
        return calendar.columns().stream()
                .flatMap(column -> column.on(day).stream())
                .toList();
    }

    private static String name(AppointmentRow row, Map<PatientId, DowntimeContact> known) {
        return contact(row, known).map(DowntimeContact::name).orElse(row.personName());
    }

    /** In one column, the widest, so that the digits of the phone stay together. */
    private static List<String> attention(AppointmentRow row, Map<PatientId, DowntimeContact> known) {
        return List.of(contact(row, known)
                .map(contact -> Stream.concat(Stream.of(phone(contact), contact.hold()), contact.alerts().stream())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")))
                .orElse(""));
    }

    private static String phone(DowntimeContact contact) {
        return contact.phone() == null ? "" : contact.phone().shown();
    }

    private static Optional<DowntimeContact> contact(AppointmentRow row, Map<PatientId, DowntimeContact> known) {
        @Nullable PatientId patient = row.patient();
        return patient == null ? Optional.empty() : Optional.ofNullable(known.get(patient));
    }
}
