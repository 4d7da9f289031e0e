package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ui.FormErrors;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The six fields for a lead by phone or walk-in; all other details are added by editing the lead. */
class QuickLeadForm extends Composite<FormLayout> {
    private final TextField name = new TextField("Name");
    private final TextField reach = new TextField("Phone or e-mail");
    private final TextArea concern = new TextArea("Concern, in their words");
    private final MultiSelectComboBox<Enum<?>> when = new MultiSelectComboBox<>("When to call");
    private final Select<LeadSource> source = LeadForm.sources();
    private final Select<ClinicLabel> clinic;
    private final String region;
    private boolean isTyped;

    /** A phone number or an e-mail address. */
    private record Reach(
            @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        static final Reach NONE = new Reach(null, null);
    }

    /** @param region the region for phone numbers without a country code if no clinic is chosen */
    QuickLeadForm(Collection<ClinicLabel> clinics, String region) {
        this.region = region;
        clinic = LeadForm.clinics(clinics);
        LeadForm.limit(name, "The name", 120);
        LeadForm.limit(reach, "The phone number or e-mail address", 254);
        LeadForm.limit(concern, "The concern", 2000);
        when.setItems(Stream.<Enum<?>>concat(Stream.of(DayPart.values()), Stream.of(DayOfWeek.values()))
                .toList());
        when.setItemLabelGenerator(QuickLeadForm::label);
        when.setPlaceholder("Any time");
        name.setRequiredIndicatorVisible(true);
        reach.setRequiredIndicatorVisible(true);
        source.setValue(LeadSource.OTHER);
        if (!CurrentUser.current().has(Role.MANAGER)) {
            clinics.stream().findFirst().ifPresent(clinic::setValue);
        }
        watch();
        getContent().add(name, reach, concern, when, source, clinic);
        getContent().setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
    }

    private static String label(Enum<?> dayOrPart) {
        return dayOrPart instanceof DayPart part ? part.label() : Dates.weekday((DayOfWeek) dayOrPart);
    }

    private void watch() {
        for (var field : new HasValue<?, ?>[] {name, reach, concern, when, source, clinic}) {
            field.addValueChangeListener(e -> isTyped = true);
        }
        reach.addValueChangeListener(e -> new FormErrors().read(reach, this::reach));
        // the same digits are a different number in another country
        clinic.addValueChangeListener(e -> {
            if (e.isFromClient() && !reach.isEmpty()) {
                new FormErrors().read(reach, this::reach);
            }
        });
    }

    private Reach reach(String typed) {
        return typed.contains("@")
                ? new Reach(null, EmailAddress.typed(typed))
                : new Reach(
                        PhoneNumber.typed(
                                typed,
                                clinic.getOptionalValue()
                                        .map(ClinicLabel::country)
                                        .orElse(region)),
                        null);
    }

    /** Receives the person as typed so far; contact details that cannot be parsed are null. */
    @FunctionalInterface
    interface Typed {
        void accept(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email);
    }

    /** Registers a listener for changes of the name and the contact details. */
    void onWho(Typed typed) {
        for (var field : List.of(name, reach)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(e -> {
                var read = readable();
                typed.accept(name.getValue(), read.phone(), read.email());
            });
        }
    }

    private Reach readable() {
        try {
            return reach.getValue().isBlank() ? Reach.NONE : reach(reach.getValue());
        } catch (Refused notYet) {
            return Reach.NONE;
        }
    }

    /** Focuses the first field. */
    void focus() {
        name.focus();
    }

    /** Returns whether something was typed. */
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
        var person = wrong.refuseEmpty(reach, "Enter a phone number or an e-mail address")
                ? null
                : wrong.read(reach, this::reach);
        wrong.refuse(concern, false, "");
        if (!wrong.areNone() || person == null) {
            return Optional.empty();
        }
        return Optional.of(new LeadDraft(
                name.getValue(),
                person.phone(),
                person.email(),
                concern.getValue(),
                new CallWindow(chosen(when.getValue(), DayOfWeek.class), chosen(when.getValue(), DayPart.class)),
                source.getValue(),
                clinic.getOptionalValue().map(ClinicLabel::id).orElse(null),
                consentAt));
    }

    private static <E extends Enum<E>> Set<E> chosen(Set<Enum<?>> some, Class<E> kind) {
        return some.stream().filter(kind::isInstance).map(kind::cast).collect(Collectors.toSet());
    }
}
