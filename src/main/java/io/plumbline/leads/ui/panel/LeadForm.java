package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BinderValidationStatus;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.converter.Converter;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Dates;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields for editing the details of a lead. */
class LeadForm extends Composite<FormLayout> {
    private final TextField name = new TextField("Name");
    private final TextField phone = new TextField("Phone");
    private final TextField email = new TextField("E-mail");
    private final TextArea concern = new TextArea("Concern, in their words");
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>("Days to call");
    private final CheckboxGroup<DayPart> parts = new CheckboxGroup<>("Parts of the day");
    private final DatePicker notBefore = Days.field("Not before");
    private final Select<LeadSource> source = sources();
    private final Select<ClinicLabel> clinic;
    private final Binder<Values> binder = new Binder<>();
    private final String region;
    private boolean wasRead;
    private @Nullable PhoneNumber knownPhone;

    /** The values of the fields. */
    private static final class Values {
        String name = "";

        @Nullable
        PhoneNumber phone;

        @Nullable
        EmailAddress email;

        String concern = "";
        Set<DayOfWeek> days = Set.of();
        Set<DayPart> parts = Set.of();

        @Nullable
        LocalDate notBefore;

        LeadSource source = LeadSource.OTHER;

        @Nullable
        ClinicLabel clinic;
    }

    /** @param region the region for phone numbers without a country code if no clinic is chosen */
    LeadForm(Collection<ClinicLabel> clinics, String region) {
        this.region = region;
        clinic = clinics(clinics);
        limit(name, "The name", 120);
        limit(phone, "The phone number", 24);
        limit(email, "The e-mail address", 254);
        limit(concern, "The concern", 2000);
        concern.setMinHeight("6rem");
        days.setItems(EnumSet.allOf(DayOfWeek.class));
        days.setItemLabelGenerator(Dates::shortWeekday);
        parts.setItems(EnumSet.allOf(DayPart.class));
        parts.setItemLabelGenerator(DayPart::label);
        bind();
        getContent().add(name, phone, email, concern, days, parts, notBefore, source, clinic);
        getContent().setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
    }

    /** Creates the field for how the person heard about the clinic. */
    static Select<LeadSource> sources() {
        var source = new Select<LeadSource>();
        source.setLabel("Source");
        source.setItems(LeadSource.values());
        source.setItemLabelGenerator(LeadSource::label);
        return source;
    }

    /** Creates the field for the clinic whose queue the lead belongs to. */
    static Select<ClinicLabel> clinics(Collection<ClinicLabel> some) {
        var clinic = new Select<ClinicLabel>();
        clinic.setLabel("Clinic");
        clinic.setItems(some);
        // only managers see leads without a clinic: the front desk would lose sight of the lead
        clinic.setEmptySelectionAllowed(Caller.current().has(Role.MANAGER));
        clinic.setEmptySelectionCaption("No preference");
        clinic.setItemLabelGenerator(label -> label == null ? "No preference" : label.name());
        return clinic;
    }

    static void limit(TextField field, String what, int most) {
        field.setMaxLength(most);
        field.setI18n(new TextField.TextFieldI18n().setMaxLengthErrorMessage(atMost(what, most)));
    }

    static void limit(TextArea field, String what, int most) {
        field.setMaxLength(most);
        field.setI18n(new TextArea.TextAreaI18n().setMaxLengthErrorMessage(atMost(what, most)));
    }

    private static String atMost(String what, int most) {
        return what + " has at most " + most + " characters";
    }

    private void bind() {
        binder.forField(name)
                .asRequired("Enter the person's name")
                .withValidator(typed -> !TextLimit.isBlank(typed), "Enter the person's name")
                .bind(v -> v.name, (v, typed) -> v.name = typed);
        binder.forField(phone)
                .withValidator(typed -> !(typed.isBlank() && email.isEmpty()), "Phone or e-mail, one is enough")
                .withConverter(optional(this::phone, PhoneNumber::shown))
                .bind(v -> v.phone, (v, typed) -> v.phone = typed);
        binder.forField(email)
                .withConverter(optional(EmailAddress::new, EmailAddress::address))
                .bind(v -> v.email, (v, t) -> v.email = t);
        binder.forField(concern).bind(v -> v.concern, (v, typed) -> v.concern = typed);
        binder.forField(days).bind(v -> v.days, (v, chosen) -> v.days = chosen);
        binder.forField(parts).bind(v -> v.parts, (v, chosen) -> v.parts = chosen);
        binder.forField(notBefore).bind(v -> v.notBefore, (v, chosen) -> v.notBefore = chosen);
        binder.forField(source).bind(v -> v.source, (v, chosen) -> v.source = chosen);
        binder.forField(clinic).bind(v -> v.clinic, (v, chosen) -> v.clinic = chosen);
        email.addValueChangeListener(e -> binder.validate());
        // the same digits are a different number in another country
        clinic.addValueChangeListener(e -> {
            if (e.isFromClient() && !phone.isEmpty()) {
                binder.validate();
            }
        });
    }

    private PhoneNumber phone(String typed) {
        return PhoneNumber.typed(
                typed, clinic.getOptionalValue().map(ClinicLabel::country).orElse(region), knownPhone);
    }

    void show(LeadDraft draft, Collection<ClinicLabel> clinics) {
        var values = new Values();
        values.name = draft.fullName();
        values.phone = draft.phone();
        knownPhone = draft.phone();
        values.email = draft.email();
        values.concern = draft.concern();
        values.days = draft.callWindow().days();
        values.parts = draft.callWindow().parts();
        values.notBefore = draft.callWindow().from();
        values.source = draft.source();
        values.clinic = clinics.stream()
                .filter(label -> label.id().equals(draft.clinic()))
                .findFirst()
                .orElse(null);
        binder.readBean(values);
    }

    /** Focuses the first field. */
    void focus() {
        name.focus();
    }

    /** Returns whether something was typed, including input that was read but may not have been saved. */
    boolean hasChanges() {
        return wasRead || binder.hasChanges();
    }

    /** Focuses the first invalid field, so that its message is in view. */
    static void focusFirstWrong(BinderValidationStatus<?> result) {
        result.getFieldValidationErrors().stream()
                .map(BindingValidationStatus::getField)
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(wrong -> ((Focusable<?>) wrong).focus());
    }

    /**
     * Returns the valid draft, or empty after showing the messages at the fields.
     *
     * @param consentAt when the person agreed to be contacted
     */
    Optional<LeadDraft> read(Instant consentAt) {
        var values = new Values();
        if (!binder.writeBeanIfValid(values)) {
            focusFirstWrong(binder.validate());
            return Optional.empty();
        }
        wasRead = true;
        return Optional.of(new LeadDraft(
                values.name,
                values.phone,
                values.email,
                values.concern,
                new CallWindow(values.days, values.parts, values.notBefore),
                values.source,
                values.clinic == null ? null : values.clinic.id(),
                consentAt));
    }

    /** Converts an optional value; reports invalid text with the message of the exception. */
    static <T> Converter<String, T> optional(Function<String, T> parse, Function<T, String> show) {
        return Converter.from(
                typed -> Attempt.read(() -> typed.isBlank() ? null : parse.apply(typed)),
                value -> value == null ? "" : show.apply(value));
    }
}
