package io.plumbline.imports.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.imports.ImportCheckService;
import io.plumbline.imports.ImportCounts;
import io.plumbline.imports.ImportField;
import io.plumbline.imports.ImportFindingService;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportRunService;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.ImportStatus;
import io.plumbline.imports.RowFinding;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Appointments to come, imported from a file: whose, when and with whom, as the schedule allows, once each. */
@StoreTest
class AppointmentImportTest {
    private static final String HEADINGS = "id,patient id,date,time,duration,practitioner,service\n";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ImportService imports;

    @Autowired
    ImportCheckService checks;

    @Autowired
    ImportFindingService found;

    @Autowired
    ImportRunService runs;

    @Autowired
    PatientService patients;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    private TestGroup.Own own;
    private StaffId who;
    private String whoIs;
    private PatientId anna;
    private PatientId boris;
    private LocalDate day;

    @BeforeEach
    void clinic() {
        own = group.own("ia");
        who = group.worker(own, Discipline.CHIROPRACTIC);
        group.entitle(who, Discipline.CHIROPRACTIC, own.manager());
        whoIs = staff.as(
                own.manager(),
                () -> practitioners.workingAt(own.id()).getFirst().name());
        var id = begun(
                ImportKind.PATIENTS,
                "id,first name,last name,birth date\n7,Anna,Due,1980-02-29\n8,Boris,Due,1975-05-05\n");
        check(id);
        run(id);
        anna = one("Anna Due");
        boris = one("Boris Due");
        day = LocalDate.of(2027, 3, 1);
    }

    @Test
    void rowsAreBookedInTheClinicsTimeAndOnlyOnce() {
        var rows = "a1,7," + day + ",9:00,45," + whoIs + ",Consultation\n" + "a2,8," + day + " 10:00:00,,,\"Dr. "
                + whoIs + "\",consultation\n";
        var id = checked(HEADINGS + rows);
        assertThat(count(id, RowFinding.Kind.WRONG)).isZero();
        assertThat(ahead(anna)).as("a check books nothing").isEmpty();
        run(id);
        assertThat(imports(id)).isEqualTo(new ImportCounts(2, 2, 2, 0, 0, 0, 0));
        var booked = ahead(anna).getFirst();
        assertThat(booked.on()).isEqualTo(day);
        assertThat(booked.at()).isEqualTo(LocalTime.of(9, 0));
        assertThat(booked.minutes()).isEqualTo(45);
        assertThat(booked.practitioner()).isEqualTo(who);
        assertThat(ahead(boris)).extracting(AppointmentRow::at).containsExactly(LocalTime.of(10, 0));

        var again = checked(HEADINGS + rows + "a3,8," + day + ",11:00,,\"" + whoIs + "\",Consultation\n");
        run(again);
        assertThat(imports(again)).isEqualTo(new ImportCounts(3, 3, 1, 0, 2, 0, 0));
        assertThat(ahead(boris)).hasSize(2);
    }

    @Test
    void whatIsWrongIsSaidByRowAndTheRestIsBooked() throws IOException {
        var id = checked(HEADINGS
                + "b1,7," + day + ",9:00,30," + whoIs + ",Consultation\n"
                + "b2,8," + day + ",9:15,30," + whoIs + ",Consultation\n"
                + "b3,99," + day + ",11:00,30," + whoIs + ",Consultation\n"
                + "b4,7," + day + ",5:00 pm,30," + whoIs + ",Consultation\n"
                + "b5,7," + day + ",12:00,30,Nobody,\"=Consult\"\n"
                + "b6,7,2020-01-01,9:00,30,Nobody,Old\n"
                + "b7,7," + day + ",13:00,31," + whoIs + ",Consultation\n"
                + "b1,7," + day + ",14:00,30," + whoIs + ",Consultation\n");
        assertThat(count(id, RowFinding.Kind.PAST)).isOne();
        assertThat(count(id, RowFinding.Kind.REPEATED)).isOne();
        var wrong = staff.as(own.manager(), () -> found.find(id, RowFinding.Kind.WRONG, 0, 10));
        assertThat(wrong).extracting(RowFinding::number).containsExactly(3L, 4L, 5L, 7L);
        assertThat(wrong.get(0).sentence()).contains("No patient with this ID was imported");
        assertThat(wrong.get(1).sentence()).contains("does not work there at that time");
        assertThat(wrong.get(2).sentence()).contains("Practitioner “Nobody”", "Service “=Consult”");
        assertThat(wrong.get(3).sentence()).contains("a multiple of five");
        run(id);
        assertThat(imports(id)).isEqualTo(new ImportCounts(8, 8, 1, 0, 0, 7, 0));
        assertThat(ahead(anna)).extracting(AppointmentRow::at).containsExactly(LocalTime.of(9, 0));
        assertThat(ahead(boris)).as("no double booking").isEmpty();
        assertThat(problems(id)).contains("\"3\"", "This time has just been taken");
    }

    @Test
    void aNameIsAskedOnceAndADateIsNotGuessed() {
        var text = HEADINGS
                + "c1,7,3/4/2027,9:00,30,The Healer,Back check\nc2,8,3/4/2027,10:00,30,the healer,Back check\n";
        var id = begun(ImportKind.APPOINTMENTS, text);
        var before = staff.as(own.manager(), () -> imports.open(id));
        var preview = staff.as(own.manager(), () -> imports.preview(id, before.settings()));
        assertThat(preview.asksDateOrder()).isTrue();
        assertThat(preview.names())
                .extracting(name -> name.name())
                .containsExactlyInAnyOrder("The Healer", "Back check");
        assertThat(preview.names()).allSatisfy(name -> assertThat(name.chosen()).isNull());
        var names = before.settings()
                .names()
                .with(ImportField.PRACTITIONER, "The Healer", who.toString())
                .with(ImportField.SERVICE, "Back check", AppointmentType.CONSULTATION.name());
        staff.doAs(
                own.manager(),
                () -> imports.describe(
                        id, before.version(), before.settings().named(names).ordered(DateOrder.DAY_FIRST)));
        check(id);
        run(id);
        assertThat(ahead(anna)).extracting(AppointmentRow::on).containsExactly(LocalDate.of(2027, 4, 3));
        assertThat(ahead(boris)).hasSize(1);
    }

    @Test
    void aPatientIsFoundByNameAndBirthDateUnlessTwoCouldBeMeant() {
        var headings = "first name,last name,birth date,date,time,practitioner,service\n";
        var rest = "," + day + ",9:00," + whoIs + ",Consultation\n";
        var id = checked(headings + "anna,DUE,1980-02-29" + rest);
        run(id);
        assertThat(ahead(anna)).hasSize(1);

        staff.doAs(
                own.manager(),
                () -> patients.add(new PatientDraft("Boris", "Due", LocalDate.of(1975, 5, 5), null, null), own.id()));
        var two = checked(headings + "Boris,Due,1975-05-05" + rest);
        assertThat(staff.as(own.manager(), () -> found.find(two, RowFinding.Kind.WRONG, 0, 10)))
                .singleElement()
                .satisfies(row -> assertThat(row.sentence())
                        .contains("Several patients of this clinic have this name and birth date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "number", "name"})
    void aManagerWhoIsNotNamedIsNotToldThatASensitivePatientExists(String by) {
        var number = staff.as(own.manager(), () -> patients.details(boris))
                .orElseThrow()
                .number();
        var rest = "," + day + ",9:00," + whoIs + ",Consultation\n";
        var text =
                switch (by) {
                    case "id" -> "patient id,date,time,practitioner,service\n8" + rest + "99" + rest;
                    case "number" ->
                        "plumbline number,date,time,practitioner,service\n" + number + rest + "P-999999999" + rest;
                    default ->
                        "first name,last name,birth date,date,time,practitioner,service\nBoris,Due,1975-05-05" + rest
                                + "Boris,Unknown,1975-05-05" + rest;
                };
        assertThat(count(checked(text), RowFinding.Kind.WRONG)).isOne();
        staff.doAs("auditor", () -> sensitive.mark(boris, Set.of(), "Works at the clinic"));
        var id = checked(text);
        var wrong = staff.as(own.manager(), () -> found.find(id, RowFinding.Kind.WRONG, 0, 10));
        assertThat(wrong).hasSize(2);
        assertThat(wrong.get(0).sentence()).isEqualTo(wrong.get(1).sentence());
    }

    @Test
    void anImportIsTakenBackButForAppointmentsThatWereChanged() {
        var id = checked(HEADINGS
                + "d1,7," + day + ",9:00,30," + whoIs + ",Consultation\n"
                + "d2,8," + day + ",10:00,30," + whoIs + ",Consultation\n");
        run(id);
        var kept = ahead(boris).getFirst();
        staff.doAs(own.manager(), () -> appointments.mark(kept.id(), kept.version(), AppointmentStatus.CONFIRMED));
        var seen = new ArrayList<Long>();
        assertThat(staff.as(own.manager(), () -> runs.revert(id, seen::add, () -> false)))
                .isOne();
        assertThat(seen).containsExactly(1L, 2L);
        assertThat(ahead(anna)).isEmpty();
        assertThat(ahead(boris)).hasSize(1);
        assertThat(staff.as(own.manager(), () -> imports.open(id)).status()).isEqualTo(ImportStatus.REVERTED);
        var again = checked(HEADINGS
                + "d1,7," + day + ",9:00,30," + whoIs + ",Consultation\n"
                + "d2,8," + day + ",10:00,30," + whoIs + ",Consultation\n");
        run(again);
        assertThat(imports(again)).as("only what was taken back").isEqualTo(new ImportCounts(2, 2, 1, 0, 1, 0, 0));
    }

    @Test
    void aRunThatWasStoppedGoesOnAfterBlankRows() {
        var text = new StringBuilder(HEADINGS);
        for (int i = 0; i < 21; i++) {
            text.append("e%d,7,%s,9:00,30,%s,Consultation%n".formatted(i, day.plusDays(i), whoIs));
            text.append(i == 3 ? ",,,,,,\n" : "");
        }
        var id = checked(text.toString());
        staff.doAs(own.manager(), () -> runs.run(id, done -> runs.stop(id)));
        assertThat(staff.as(own.manager(), () -> imports.open(id)).status()).isEqualTo(ImportStatus.STOPPED);
        assertThat(imports(id).done()).isEqualTo(20);
        run(id);
        assertThat(imports(id).added()).isEqualTo(21);
    }

    @Test
    void aFileInUtf16WithQuotesInQuotesIsRead() {
        var row = "f1,7," + day + ",9:00,30,\"Dr. \"\"" + whoIs + "\"\"\",Consultation\r\n";
        var id = begun(ImportKind.APPOINTMENTS, HEADINGS.replace("\n", "\r\n") + row, StandardCharsets.UTF_16LE);
        check(id);
        run(id);
        assertThat(ahead(anna)).hasSize(1);
    }

    private PatientId one(String name) {
        return staff.as(own.manager(), () -> patients.search(name)).getFirst().id();
    }

    private List<AppointmentRow> ahead(PatientId patient) {
        return staff.as(own.manager(), () -> schedule.ahead(patient));
    }

    private ImportId checked(String text) {
        var id = begun(ImportKind.APPOINTMENTS, text);
        check(id);
        return id;
    }

    private ImportId begun(ImportKind kind, String text) {
        return begun(kind, text, StandardCharsets.UTF_8);
    }

    private ImportId begun(ImportKind kind, String text, Charset charset) {
        return staff.as(own.manager(), () -> {
            try {
                var file = imports.receive(new ByteArrayInputStream(text.getBytes(charset)));
                return imports.begin(kind, own.id(), file, "rows.csv");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void check(ImportId id) {
        staff.doAs(own.manager(), () -> checks.check(id, done -> {}, () -> false));
    }

    private void run(ImportId id) {
        staff.doAs(own.manager(), () -> runs.run(id, done -> {}));
    }

    private ImportCounts imports(ImportId id) {
        return staff.as(own.manager(), () -> imports.open(id)).counts();
    }

    private long count(ImportId id, RowFinding.Kind kind) {
        return staff.as(own.manager(), () -> found.count(id, kind));
    }

    private String problems(ImportId id) throws IOException {
        var file = new ByteArrayOutputStream();
        staff.doAs(own.manager(), () -> {
            try {
                found.writeProblems(id, file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return file.toString(StandardCharsets.UTF_8);
    }
}
