package io.plumbline.support;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.supervision.SupervisionService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes of the demo clinic's Mateus Oliveira, whom Tom Eriksen, the therapist, supervises here. */
@Lazy
@Component
@Profile("test")
public class SupervisedNotes {
    /** Who writes the notes. */
    public static final String AUTHOR = "mateus";

    private static final LocalDate TODAY = LocalDate.of(2026, Month.NOVEMBER, 24);

    private final Staff staff;
    private final SupervisionService supervisions;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final NoteStartService starts;
    private final NoteService notes;
    private final IdentityService identity;
    private final JdbcClient jdbc;

    SupervisedNotes(
            Staff staff,
            SupervisionService supervisions,
            PatientService patients,
            ScheduleService schedule,
            AppointmentService appointments,
            NoteStartService starts,
            NoteService notes,
            IdentityService identity,
            JdbcClient jdbc) {
        this.staff = staff;
        this.supervisions = supervisions;
        this.patients = patients;
        this.schedule = schedule;
        this.appointments = appointments;
        this.starts = starts;
        this.notes = notes;
        this.identity = identity;
        this.jdbc = jdbc;
    }

    /** A note that its author signed, of a new patient whom the supervisor does not see. */
    public NoteId signed(String givenName, String familyName) {
        return signed(givenName, familyName, TestCare.done());
    }

    /** The same with another content. */
    public NoteId signed(String givenName, String familyName, NoteDraft content) {
        var author = account(AUTHOR);
        var clinic = new ClinicId(id("select id from clinic where code = 'harbour'"));
        var visit = staff.as("manager", () -> {
            if (supervisions.find(author).isEmpty()) {
                supervisions.name(author, -1, account("therapist"));
            }
            var patient = patients.add(new PatientDraft(givenName, familyName, null, null, null), clinic);
            var booked = book(clinic, author, patient);
            appointments.mark(booked, 0, AppointmentStatus.ARRIVED);
            return booked;
        });
        return staff.as(AUTHOR, () -> {
            var started = starts.start(new VisitKey.Booked(visit), content);
            identity.prove("demo-" + AUTHOR + "-pass");
            AnsweredChecks.sign(notes, started.note(), started.version());
            return started.note();
        });
    }

    /** At the first time of the day at which nobody is booked. */
    private AppointmentId book(ClinicId clinic, StaffId with, PatientId patient) {
        for (var at = LocalTime.of(9, 0); at.isBefore(LocalTime.of(17, 0)); at = at.plusMinutes(5)) {
            try {
                return schedule.book(new Booking(clinic, with, patient, AppointmentType.MASSAGE, TODAY, at, 5, null));
            } catch (Refused taken) {
                // the next one
            }
        }
        throw new IllegalStateException("The whole day is booked");
    }

    private StaffId account(String username) {
        return new StaffId(id("select id from staff_account where username = '" + username + "'"));
    }

    private UUID id(String sql) {
        return Ids.uuid(jdbc.sql(sql).query(byte[].class).single());
    }
}
