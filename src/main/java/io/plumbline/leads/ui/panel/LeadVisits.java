package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.patient.DuplicateHint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The dialogs that book the first visit of a lead, before or during conversion. */
@SpringComponent
public class LeadVisits {
    private final LeadService leads;
    private final LeadConsultationService consultations;
    private final PatientService patients;
    private final AppointmentService appointments;
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final ClinicService clinics;
    private final Clock clock;

    LeadVisits(
            LeadService leads,
            LeadConsultationService consultations,
            PatientService patients,
            AppointmentService appointments,
            PractitionerService practitioners,
            ScheduleService schedule,
            ClinicService clinics,
            Clock clock) {
        this.leads = leads;
        this.consultations = consultations;
        this.patients = patients;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.schedule = schedule;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns the consultation that the patient takes over on conversion; empty if none is booked or the current user has no
     * access to it.
     */
    Optional<AppointmentRow> consultation(LeadDetails lead) {
        return Optional.ofNullable(lead.consultation())
                .filter(booked -> lead.hasConsultation())
                .flatMap(appointments::find)
                .map(AppointmentDetails::row);
    }

    /** Books a consultation for a lead, who is not a patient yet. */
    public void book(LeadDetails lead, Runnable done) {
        var fields = firstVisit(lead);
        var question = new LeadQuestion(
                leads, lead, "Book a consultation with " + lead.draft().fullName());
        question.form().add(fields).check(fields::read).on(SlotTaken.class, fields::taken);
        question.open("Book", now -> consultations.book(now.id(), now.version(), fields.visit()), done);
    }

    /** @param existing the proposed patient; null for a new one */
    public void convert(LeadDetails lead, @Nullable PatientRow existing) {
        new ConversionDialog(lead, existing, consultation(lead).orElse(null)).open();
    }

    /** Creates the fields of the first visit, at the current user's clinics. */
    private FirstVisitFields firstVisit(LeadDetails lead) {
        return new FirstVisitFields(
                practitioners, schedule, clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)), lead, clock);
    }

    /**
     * Converts a lead to a patient: asks whether the patient is new or exists already, and for the first visit if none is
     * booked. Keeps what was typed if the time slot was just taken.
     */
    private final class ConversionDialog {
        private final @Nullable AppointmentRow booked;
        private final FirstVisitFields visit;
        private final FormDialog form = Dialogs.form("Convert to a patient").about("lead");
        private final Supplier<LeadDetails> lead;

        private final ComboBox<PatientRow> existing = new ComboBox<>("Existing patient");
        private final TextField givenName = UiFields.line("Given name", 80);
        private final TextField familyName = UiFields.line("Family name", 80);
        private final DatePicker birthDate = Days.birthDate("Birth date");
        private final FormLayout added = new FormLayout(givenName, familyName, birthDate);
        private final DuplicateHint alike = new DuplicateHint();

        /**
         * @param proposed the existing patient who may be the same person; null if there is none
         * @param booked the consultation that the patient takes over; null if one is booked during conversion
         */
        ConversionDialog(LeadDetails asked, @Nullable PatientRow proposed, @Nullable AppointmentRow booked) {
            this.booked = booked;
            visit = firstVisit(asked);
            lead = form.latest(asked, () -> leads.open(asked.id()), LeadQuestion::whatChanged);
            whoFields(asked, visit.clinic().today(clock));
            existing.setValue(proposed);
            form.add(existing, added, alike).check(wrong -> {
                if (existing.isEmpty()) {
                    wrong.refuse(givenName, givenName.isEmpty() && familyName.isEmpty(), "Enter the given name");
                    wrong.refuse(birthDate, false, "");
                }
            });
            if (booked == null) {
                form.add(visit).check(visit::read).on(SlotTaken.class, visit::taken);
            } else {
                form.add(agreed(booked));
            }
        }

        /** Opens the patient afterwards. */
        void open() {
            form.open(
                    booked == null ? "Convert and book" : "Convert",
                    () -> consultations.convert(lead.get().id(), lead.get().version(), agreed()),
                    patient -> Ui.navigate(Routes.patient(patient)));
        }

        private static Component agreed(AppointmentRow booked) {
            return Ui.text(
                    "",
                    "Their consultation becomes the patient's: " + Dates.dayAndTime(booked.on(), booked.at(), "")
                            + " with " + booked.practitionerName() + ".");
        }

        private void whoFields(LeadDetails asked, LocalDate today) {
            existing.setItems(query -> patients.search(query.getFilter().orElse("")).stream()
                    .skip(query.getOffset())
                    .limit(query.getLimit()));
            existing.setItemLabelGenerator(row -> row.name() + ", " + row.numberAndStatus()
                    + (row.birthDate() == null ? "" : ", born " + Dates.dayAndYear(row.birthDate())));
            existing.setPlaceholder("Name, phone or number");
            existing.setHelperText("Leave empty for a new patient. The existing record is not changed.");
            // no clear button: with one, Escape would empty the field, and the lead would become a second record
            existing.setWidthFull();
            existing.addValueChangeListener(e -> {
                added.setVisible(existing.isEmpty());
                alike.setVisible(existing.isEmpty());
            });
            var words = asked.draft().fullName().strip().split("\\s+", 2);
            givenName.setValue(words[0]);
            familyName.setValue(words.length > 1 ? words[1] : "");
            familyName.setHelperText("Empty for a person with one name");
            birthDate.setMax(today);
            List.of(givenName, familyName).forEach(text -> text.addValueChangeListener(e -> findDuplicates(today)));
            birthDate.addValueChangeListener(e -> findDuplicates(today));
            findDuplicates(today);
        }

        private void findDuplicates(LocalDate today) {
            var found = patients.likely(asTyped());
            alike.show(
                    found.stream().map(one -> one.candidate(today)).toList(),
                    n -> existing.setValue(found.get(n).patient()));
        }

        private PatientDraft asTyped() {
            var draft = lead.get().draft();
            return new PatientDraft(
                    givenName.getValue(), familyName.getValue(), birthDate.getValue(), draft.phone(), draft.email());
        }

        private Conversion agreed() {
            var clinic = booked == null ? visit.clinic().id() : booked.clinic();
            var known = existing.getOptionalValue().map(PatientRow::id).orElse(null);
            return new Conversion(
                    known == null ? asTyped() : null, known, clinic, booked == null ? visit.visit() : null);
        }
    }
}
