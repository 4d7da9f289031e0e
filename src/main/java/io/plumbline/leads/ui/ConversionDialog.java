package io.plumbline.leads.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FreeTimeFields;
import io.plumbline.shared.ui.HereAlready;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.dao.OptimisticLockingFailureException;

/** Agrees on who the new patient is and when they come first; nothing typed is lost when a time was just taken. */
class ConversionDialog extends Composite<Dialog> {
    private final LeadService leads;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private LeadDetails lead;
    private final Consumer<PatientId> done;

    private final TextField givenName = new TextField("Given name");
    private final TextField familyName = new TextField("Family name");
    private final DatePicker birthDate = Days.field("Birth date");
    private final Select<ClinicLabel> clinic = new Select<>();
    private final Select<PractitionerLabel> practitioner = new Select<>();
    private final FreeTimeFields times;
    private final Div messages = new Div();
    private final HereAlready alike = new HereAlready();
    private final Binder<Void> binder = new Binder<>();
    private final List<Object> proposed;
    private boolean isTyped;

    ConversionDialog(
            LeadService leads,
            PatientService patients,
            PractitionerService practitioners,
            ScheduleService schedule,
            List<ClinicLabel> clinics,
            LeadDetails lead,
            Clock clock,
            Consumer<PatientId> done) {
        this.leads = leads;
        this.patients = patients;
        this.practitioners = practitioners;
        this.schedule = schedule;
        this.lead = lead;
        this.done = done;
        nameFields();
        var preferred = clinics.stream()
                .filter(label -> label.id().equals(lead.draft().clinic()))
                .findFirst()
                .orElse(clinics.getFirst());
        var today = LocalDate.ofInstant(clock.instant(), preferred.zone());
        birthDate.setMax(today);
        // it may stay empty, but a day that cannot be read is not lost
        binder.forField(birthDate).bind(nothing -> birthDate.getValue(), (nothing, day) -> {});
        times = new FreeTimeFields(today, this::offered);
        choices(clinics);
        clinic.setValue(preferred);
        times.propose(today, null);
        proposed = times.choice();

        var convert = new Button("Convert and book", e -> convert());
        convert.addThemeVariants(ButtonVariant.PRIMARY);
        convert.setDisableOnClick(true);
        convert.addClickListener(e -> convert.setEnabled(true));
        for (var text : List.of(givenName, familyName)) {
            // Escape must know of the last key
            text.setValueChangeMode(ValueChangeMode.EAGER);
        }
        for (var field : List.<HasValue<?, ?>>of(givenName, familyName, birthDate, clinic, practitioner)) {
            field.addValueChangeListener(e -> isTyped |= e.isFromClient());
        }
        var form = new FormLayout(givenName, familyName, birthDate, clinic, practitioner, times);
        form.setColspan(times, 2);
        getContent().setHeaderTitle("Convert to a patient");
        getContent().setWidth("min(560px, 96vw)");
        getContent().setCloseOnOutsideClick(false);
        Leaving.guard(getContent(), this::isChanged);
        List.of(givenName, familyName).forEach(text -> text.addValueChangeListener(e -> lookForTwins(today)));
        birthDate.addValueChangeListener(e -> lookForTwins(today));
        lookForTwins(today);
        getContent().add(Ui.div("stack-3", messages, form, alike));
        getContent().getFooter().add(new Button("Cancel", e -> Leaving.close(getContent(), this::isChanged)), convert);
    }

    void open() {
        getContent().open();
    }

    private boolean isChanged() {
        return isTyped || !times.choice().equals(proposed);
    }

    private void close() {
        getContent().close();
    }

    private void nameFields() {
        givenName.setMaxLength(80);
        familyName.setMaxLength(80);
        var words = lead.draft().fullName().strip().split("\\s+", 2);
        givenName.setValue(words[0]);
        familyName.setValue(words.length > 1 ? words[1] : "");
        require(givenName, "Enter the given name");
        require(familyName, "Enter the family name");
    }

    private void choices(List<ClinicLabel> clinics) {
        clinic.setLabel("Clinic");
        clinic.setItems(clinics);
        clinic.setItemLabelGenerator(ClinicLabel::name);
        practitioner.setLabel("Practitioner");
        practitioner.setItemLabelGenerator(PractitionerLabel::name);
        clinic.addValueChangeListener(e -> {
            practitioner.setItems(practitioners.workingAt(e.getValue().id()));
            practitioner.getListDataView().getItems().findFirst().ifPresent(practitioner::setValue);
        });
        practitioner.addValueChangeListener(e -> times.askAgain());
        require(practitioner, "Choose a practitioner");
    }

    /** Not by {@code asRequired}: a Select then carries an ARIA attribute that its role does not know. */
    private <V> void require(HasValue<?, V> field, String message) {
        binder.forField(field)
                .withValidator(chosen -> !Objects.equals(chosen, field.getEmptyValue()), message)
                .bind(nothing -> field.getValue(), (nothing, chosen) -> {});
    }

    private FreeTimeFields.Offered offered(LocalDate on) {
        if (practitioner.isEmpty()) {
            return FreeTimeFields.Offered.notYet("Choose the practitioner first");
        }
        var where = clinic.getValue().id();
        return FreeTimeFields.Offered.of(
                schedule.freeTimes(
                        where,
                        AppointmentType.CONSULTATION,
                        schedule.offer(where, AppointmentType.CONSULTATION)
                                .timing(practitioner.getValue().id(), on, LocalTime.MIN)),
                schedule.closed(where, on));
    }

    private void lookForTwins(LocalDate today) {
        alike.show(patients.likely(asTyped()).stream()
                .map(one -> one.candidate(today))
                .toList());
    }

    private PatientDraft asTyped() {
        var draft = lead.draft();
        return new PatientDraft(
                givenName.getValue(), familyName.getValue(), birthDate.getValue(), draft.phone(), draft.email());
    }

    private void convert() {
        var start = times.read();
        if (!binder.validate().isOk() || start.isEmpty()) {
            return;
        }
        messages.removeAll();
        try {
            var patient = leads.convert(lead.id(), lead.version(), agreed(start.get()));
            close();
            done.accept(patient);
        } catch (SlotTaken taken) {
            times.taken(taken.getMessage(), taken.nextStart());
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            lead = leads.open(lead.id()).orElse(lead);
            messages.add(Ui.alert(lead.changedBy() + " changed this lead meanwhile; it is now "
                    + lead.status().word().toLowerCase(Locale.ROOT)
                    + ". What you typed is still here; try again if it is still right."));
        } catch (IllegalStateException | IllegalArgumentException refused) {
            messages.add(Ui.alert(String.valueOf(refused.getMessage())));
        }
    }

    private Conversion agreed(LocalDateTime start) {
        return new Conversion(
                asTyped(),
                clinic.getValue().id(),
                practitioner.getValue().id(),
                start.toLocalDate(),
                start.toLocalTime());
    }
}
