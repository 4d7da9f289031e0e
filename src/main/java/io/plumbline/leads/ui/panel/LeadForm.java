package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.UiFields;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields for editing the details of a lead. */
class LeadForm extends Composite<FormLayout> {
    private final TextField name = new TextField("Name");
    private final TextField phone = new TextField("Phone");
    private final TextField email = new TextField("E-mail");
    private final TextField language = new TextField("Language");
    private final TextArea concern = new TextArea("Concern, in their words");
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>("Days to call");
    private final CheckboxGroup<DayPart> parts = new CheckboxGroup<>("Parts of the day");
    private final DatePicker notBefore = Days.field("Not before");
    private final Select<LeadSource> source = sources();
    private final Select<ClinicLabel> clinic;
    private final String region;
    private boolean isTyped;
    private @Nullable PhoneNumber knownPhone;

    /** @param region the region for phone numbers without a country code if no clinic is chosen */
    LeadForm(Collection<ClinicLabel> clinics, String region) {
        this.region = region;
        clinic = clinics(clinics);
        limit(name, "The name", 120);
        limit(phone, "The phone number", PhoneNumber.LONGEST_TYPED);
        limit(email, "The e-mail address", 254);
        limit(language, "The language", LeadDraft.LONGEST_LANGUAGE);
        limit(concern, "The concern", 2000);
        concern.setMinHeight("6rem");
        days.setItems(EnumSet.allOf(DayOfWeek.class));
        days.setItemLabelGenerator(Dates::shortWeekday);
        parts.setItems(EnumSet.allOf(DayPart.class));
        parts.setItemLabelGenerator(DayPart::label);
        name.setRequiredIndicatorVisible(true);
        watch();
        getContent().add(name, phone, email, language, concern, days, parts, notBefore, source, clinic);
        getContent().setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
    }

    /** Creates the field for how the person heard about the clinic. */
    static Select<LeadSource> sources() {
        return UiFields.choice("Source", LeadSource.values(), LeadSource::label);
    }

    /** Creates the field for the clinic whose queue the lead belongs to. */
    static Select<ClinicLabel> clinics(Collection<ClinicLabel> some) {
        var clinic = new Select<ClinicLabel>();
        clinic.setLabel("Clinic");
        clinic.setItems(some);
        // only managers see leads without a clinic: the front desk would lose sight of the lead
        clinic.setEmptySelectionAllowed(CurrentUser.current().has(Role.MANAGER));
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

    private void watch() {
        for (var field :
                new HasValue<?, ?>[] {name, phone, email, language, concern, days, parts, notBefore, source, clinic}) {
            field.addValueChangeListener(e -> isTyped = true);
        }
        phone.addValueChangeListener(e -> readPhone(new FormErrors()));
        email.addValueChangeListener(e -> {
            new FormErrors().read(email, EmailAddress::typed);
            readPhone(new FormErrors());
        });
        // the same digits are a different number in another country
        clinic.addValueChangeListener(e -> {
            if (e.isFromClient() && !phone.isEmpty()) {
                readPhone(new FormErrors());
            }
        });
    }

    private @Nullable PhoneNumber readPhone(FormErrors wrong) {
        var isUnreachable = phone.getValue().isBlank() && email.isEmpty();
        return isUnreachable && wrong.refuse(phone, true, "Enter a phone number or an e-mail address")
                ? null
                : wrong.read(phone, this::phone);
    }

    private PhoneNumber phone(String typed) {
        return PhoneNumber.typed(
                typed, clinic.getOptionalValue().map(ClinicLabel::country).orElse(region), knownPhone);
    }

    void show(LeadDraft draft, Collection<ClinicLabel> clinics) {
        knownPhone = draft.phone();
        name.setValue(draft.fullName());
        email.setValue(draft.email() == null ? "" : draft.email().address());
        phone.setValue(knownPhone == null ? "" : knownPhone.shown());
        language.setValue(draft.language());
        concern.setValue(draft.concern());
        days.setValue(draft.callWindow().days());
        parts.setValue(draft.callWindow().parts());
        notBefore.setValue(draft.callWindow().from());
        source.setValue(draft.source());
        clinic.setValue(clinics.stream()
                .filter(label -> label.id().equals(draft.clinic()))
                .findFirst()
                .orElse(null));
        isTyped = false;
    }

    /** Focuses the first field. */
    void focus() {
        name.focus();
    }

    /** Marks the input as unsaved: it differs from the stored version. */
    void keepAsTyped() {
        isTyped = true;
    }

    /** Returns whether something was typed, including input that was read but may not have been saved. */
    boolean hasChanges() {
        return isTyped;
    }

    /**
     * Returns the valid draft, or empty after showing the messages at the fields.
     *
     * @param consentAt when the person agreed to be contacted
     */
    Optional<LeadDraft> read(Instant consentAt) {
        var wrong = new FormErrors();
        wrong.refuse(name, TextLimit.isBlank(name.getValue()), "Enter the person's name");
        var number = readPhone(wrong);
        var address = wrong.read(email, EmailAddress::typed);
        wrong.refuse(language, false, "");
        wrong.refuse(concern, false, "");
        wrong.refuse(notBefore, false, "");
        if (!wrong.areNone()) {
            return Optional.empty();
        }
        return Optional.of(new LeadDraft(
                name.getValue(),
                number,
                address,
                language.getValue(),
                concern.getValue(),
                new CallWindow(days.getValue(), parts.getValue(), notBefore.getValue()),
                source.getValue(),
                clinic.getOptionalValue().map(ClinicLabel::id).orElse(null),
                consentAt));
    }
}
